package org.expomotif.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;

/**
 * Standard error as the user sees it. The launcher keeps descriptor 2 for what the JVM itself prints before the program
 * starts (a warning that a module is incubating) and hands the user's standard error over as another descriptor, whose
 * number it tells in the environment.
 */
public final class StandardError {
    private static final String DESCRIPTOR = "EXPOMOTIF_STDERR";

    private StandardError() {}

    /** Makes {@link System#err} the user's standard error; without a launcher it stays what it was. */
    public static void useDescriptor() {
        FileDescriptor descriptor = handedOver(System.getenv(DESCRIPTOR));
        if (descriptor != null) {
            System.setErr(new PrintStream(new FileOutputStream(descriptor), true, System.err.charset()));
        }
    }

    /** Runs something whose library prints stack traces by itself, without them; its exceptions come through. */
    public static void quietly(Runnable action) {
        PrintStream before = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, before.charset()));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
    }

    /**
     * The descriptor itself, not the file behind it opened anew: a second opening would have its own position and
     * overwrite what standard output wrote to the same file. The manifest of the program opens java.io for this.
     */
    private static @Nullable FileDescriptor handedOver(@Nullable String number) {
        if (number == null) {
            return null;
        }
        try {
            Constructor<FileDescriptor> constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
            constructor.setAccessible(true);
            FileDescriptor descriptor = constructor.newInstance(Integer.parseInt(number));
            return descriptor.valid() ? descriptor : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }
}
