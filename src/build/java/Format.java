import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds the Java sources to Palantir Java Format: {@code --check} names the files that differ and exits with 1,
 * {@code --write} formats them in place.
 */
public final class Format {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    private Format() {}

    /**
     * Checks or formats every {@code .java} file below the given folders.
     *
     * @param arguments {@code --check} or {@code --write}, then the folders
     */
    public static void main(String[] arguments) throws IOException {
        boolean write = arguments[0].equals("--write");
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of(arguments).subList(1, arguments.length)) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        List<Path> different = sources.parallelStream()
                .filter(source -> differs(source, write))
                .toList();
        for (Path source : different) {
            System.err.println((write ? "formatted " : "not formatted: ") + source);
        }
        if (!write && !different.isEmpty()) {
            System.err.println("Run bin/format, then look at the difference.");
            System.exit(1);
        }
    }

    private static boolean differs(Path source, boolean write) {
        try {
            String before = Files.readString(source);
            String after = FORMATTER.formatSource(ImportOrderer.reorderImports(
                    RemoveUnusedImports.removeUnusedImports(before), JavaFormatterOptions.Style.PALANTIR));
            if (write && !after.equals(before)) {
                Files.writeString(source, after);
            }
            return !after.equals(before);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (FormatterException failure) {
            throw new IllegalStateException(source + ": " + failure.getMessage(), failure);
        }
    }
}
