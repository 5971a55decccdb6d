package org.expomotif.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Standard error as the user sees it: the only way to it. Whatever is printed appears as {@link VisibleText}, so that
 * names in hostile files cannot steer the terminal; also what libraries print.
 *
 * <p>The launcher keeps descriptor 2 for what the JVM itself prints before the program starts (a warning that a module
 * is incubating) and hands the user's standard error over as another descriptor, whose number is in the environment.
 */
public final class StandardError {
    private static final String DESCRIPTOR = "EXPOMOTIF_STDERR";

    /** Past the escaping of {@link System#err}; nothing before the program's start. */
    private static volatile @Nullable PrintStream unescaped;

    private StandardError() {}

    /**
     * Makes {@link System#err} the user's standard error, without a launcher that of the process, with all text made
     * visible. For the program's start alone.
     */
    public static void useDescriptor() {
        FileDescriptor handedOver = handedOver(System.getenv(DESCRIPTOR));
        OutputStream raw = new FileOutputStream(handedOver != null ? handedOver : FileDescriptor.err);
        Charset charset = System.err.charset();
        unescaped = new PrintStream(raw, true, charset);
        System.setErr(new PrintStream(new VisibleOutput(raw, charset), true, charset));
    }

    /** Prints one line; line ends, tabs and all that cannot be seen in it are escaped. */
    public static void line(String text) {
        System.err.println(VisibleText.line(text));
    }

    /** Prints text that the program has laid out in lines, which ends with a line end. */
    public static void block(String text) {
        System.err.print(VisibleText.block(text));
        System.err.flush();
    }

    /** Prints the stack trace of a failure. */
    public static void trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        block(text.toString());
    }

    /**
     * Standard error for control sequences of the program itself, such as those of a progress bar. All text from
     * elsewhere must pass {@link VisibleText} first.
     */
    public static PrintStream unescaped() {
        PrintStream stream = unescaped;
        return stream == null ? System.err : stream;
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
