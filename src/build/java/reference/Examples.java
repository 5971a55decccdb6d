package reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs the examples of a page. An example is a block of {@code console} whose lines with a dollar sign are commands;
 * the lines up to the next command are its output, messages first, with the columns of tables aligned. All examples of
 * a page share a folder, in which {@code test-data} lies.
 */
final class Examples {
    /** Lines of progress, which appear only if a command takes seconds. */
    private static final Pattern PROGRESS =
            Pattern.compile("[^:]+: +(\\d+% +)?[\\d,]+(/[\\d,]+)? [a-z]+(( in |, )[\\dhmins ]+( left)?)?");

    private static final String START = "```console";
    private static final String END = "```";

    private final Path program;
    private final Path testData;

    /**
     * @param program the executable {@code expomotif}
     * @param testData the folder that the examples take their inputs from
     */
    Examples(Path program, Path testData) {
        this.program = program.toAbsolutePath();
        this.testData = testData.toAbsolutePath();
    }

    /** The page with the output that its commands have now. */
    String renewed(String page) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("examples");
        try {
            Files.createSymbolicLink(folder.resolve("test-data"), testData);
            List<String> lines = new ArrayList<>();
            boolean inside = false;
            String command = "";
            for (String line : page.split("\n", -1)) {
                if (inside && line.equals(END)) {
                    inside = false;
                    command = "";
                }
                if (!inside) {
                    lines.add(line);
                    inside = line.equals(START);
                } else if (line.startsWith("$ ") || command.endsWith("\\")) {
                    command = line.startsWith("$ ") ? line.substring(2) : command + "\n" + line;
                    lines.add(line);
                    if (!command.endsWith("\\")) {
                        lines.addAll(output(command, folder));
                    }
                }
            }
            return String.join("\n", lines);
        } finally {
            delete(folder);
        }
    }

    private List<String> output(String command, Path folder) throws IOException, InterruptedException {
        Path messages = Files.createTempFile("messages", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "set -o pipefail; " + command)
                .directory(folder.toFile())
                .redirectError(messages.toFile());
        builder.environment().put("PATH", program.getParent() + ":" + System.getenv("PATH"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("EXPOMOTIF_JAVA_OPTS");
        Process process = builder.start();
        process.getOutputStream().close();
        String said;
        try (InputStream stream = process.getInputStream()) {
            said = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        int code = process.waitFor();
        List<String> lines = new ArrayList<>(Files.readAllLines(messages));
        Files.delete(messages);
        lines.removeIf(line -> PROGRESS.matcher(line).matches());
        lines.addAll(said.lines().toList());
        // A reader such as head may close the pipe first.
        if (code != 0 && code != 141) {
            throw new IllegalStateException("exit code " + code + ": " + command + "\n" + String.join("\n", lines));
        }
        return aligned(lines);
    }

    /** Lines with tabs as columns of equal width; the lines of a table follow one another. */
    private static List<String> aligned(List<String> lines) {
        List<String> aligned = new ArrayList<>();
        List<String[]> table = new ArrayList<>();
        for (String line : lines) {
            if (line.indexOf('\t') >= 0) {
                table.add(line.split("\t", -1));
            } else {
                aligned.addAll(columns(table));
                table.clear();
                aligned.add(line);
            }
        }
        aligned.addAll(columns(table));
        return aligned;
    }

    private static List<String> columns(List<String[]> rows) {
        int[] widths = new int[rows.stream().mapToInt(row -> row.length).max().orElse(0)];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
