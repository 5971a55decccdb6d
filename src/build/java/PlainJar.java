import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Writes a jar anew without the permissions of the files that it was made of. They are those that the umask of whoever
 * builds gives, and the only bytes of the program that depend on it.
 */
public final class PlainJar {
    private PlainJar() {}

    /**
     * Replaces the jar. Names, order, dates and contents stay.
     *
     * @param arguments the jar
     */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path plain = jar.resolveSibling(jar.getFileName() + ".plain");
        try (JarFile in = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(plain);
                JarOutputStream out = new JarOutputStream(file)) {
            for (JarEntry entry : Collections.list(in.entries())) {
                JarEntry copy = new JarEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                try (InputStream content = in.getInputStream(entry)) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
        }
        Files.move(plain, jar, StandardCopyOption.REPLACE_EXISTING);
    }
}
