import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import picocli.CommandLine;

/**
 * Writes picocli's classes as class files of Java 8. Those of its jar are of Java 5, which Java's start-up cache leaves
 * out; every start then loads and verifies two hundred classes anew, which takes a tenth of a second. The code stays
 * the same; what is added are the stack maps that newer class files have.
 */
public final class ModernClasses {
    private static final int OLDEST = ClassFile.JAVA_8_VERSION;
    private static final String NOTE = "META-INF/changes-by-expomotif.txt";

    private ModernClasses() {}

    /**
     * Writes the jar, under the name that it has, into a folder.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws Exception {
        Path old = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        ClassFile classes = ClassFile.of(
                ClassHierarchyResolverOption.of(
                        ClassHierarchyResolver.ofResourceParsing(CommandLine.class.getClassLoader())),
                ConstantPoolSharingOption.NEW_POOL);
        try (JarFile in = new JarFile(old.toFile());
                OutputStream file = Files.newOutputStream(folder.resolve(old.getFileName()));
                JarOutputStream out = new JarOutputStream(file)) {
            long time = 0;
            for (JarEntry entry : Collections.list(in.entries())) {
                time = Math.max(time, entry.getTime());
                try (InputStream content = in.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    boolean code = entry.getName().endsWith(".class");
                    put(out, entry.getName(), entry.getTime(), code ? modern(classes, bytes) : bytes);
                }
            }
            String note = "Class files are of Java 8 instead of Java 5, with stack maps. The code is unchanged.\n";
            put(out, NOTE, time, note.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void put(JarOutputStream out, String name, long time, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(time);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static byte[] modern(ClassFile classes, byte[] bytes) {
        ClassModel model = classes.parse(bytes);
        if (model.majorVersion() >= OLDEST) {
            return bytes;
        }
        byte[] written = classes.transformClass(
                model,
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                        .andThen(ClassTransform.endHandler(builder -> builder.withVersion(OLDEST, 0))));
        if (!classes.verify(written).isEmpty()) {
            throw new IllegalStateException(model.thisClass().asInternalName() + ": "
                    + classes.verify(written).getFirst());
        }
        return written;
    }
}
