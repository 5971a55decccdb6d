package org.expomotif.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Standard error of the program. All text, including that of libraries, is escaped by {@link VisibleText}, so that
 * names in hostile files cannot control the terminal.
 *
 * <p>The launcher reserves descriptor 2 for messages of the JVM before the program starts (the warning that a module is
 * incubating). It passes the user's standard error as another descriptor, whose number is in the environment.
 */
public final class StandardError {
    private static final String DESCRIPTOR = "EXPOMOTIF_STDERR";
    private static final int ATTEMPTS = 1000;

    /** Bypasses the escaping of {@link System#err}; null before {@link #useDescriptor()}. */
    private static volatile @Nullable PrintStream unescaped;

    /** The descriptor itself; null before {@link #useDescriptor()}. */
    private static volatile @Nullable OutputStream descriptor;

    private StandardError() {}

    /**
     * Sets {@link System#err} to the user's standard error, with escaping. Without the launcher this is the standard
     * error of the process. Called once, at the start of the program.
     */
    public static void useDescriptor() {
        FileDescriptor inherited = inherited(System.getenv(DESCRIPTOR));
        OutputStream raw = new FileOutputStream(inherited != null ? inherited : FileDescriptor.err);
        descriptor = raw;
        Charset charset = System.err.charset();
        unescaped = new PrintStream(raw, true, charset);
        System.setErr(new PrintStream(new VisibleOutput(raw, charset), true, charset));
    }

    /** Prints one line; line ends, tabs and invisible characters in it are escaped. */
    public static void line(String text) {
        System.err.println(VisibleText.line(text));
    }

    /** Prints text that the program has laid out in lines; it must end with a line end. */
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
     * Standard error without escaping, for the program's own control sequences, such as those of a progress bar. All
     * other text must be escaped by {@link VisibleText} first.
     */
    public static PrintStream unescaped() {
        PrintStream stream = unescaped;
        return stream == null ? System.err : stream;
    }

    /**
     * Writes a finished message when memory has run out. No lock is taken, because another thread may hold it. The
     * write is repeated when it fails for lack of memory; other write errors are ignored.
     */
    public static void lastWords(byte[] text) {
        OutputStream own = descriptor;
        OutputStream stream = own == null ? System.err : own;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                stream.write(text);
                return;
            } catch (IOException e) {
                return;
            } catch (OutOfMemoryError e) {
                Thread.onSpinWait();
            }
        }
    }

    /**
     * Runs an action with standard error suppressed, for libraries that print stack traces; exceptions are passed on.
     */
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
     * The descriptor that the launcher passed. The file is not opened again, because a second opening would have its
     * own position and overwrite what standard output wrote to the same file. The manifest of the program opens java.io
     * for this.
     */
    private static @Nullable FileDescriptor inherited(@Nullable String number) {
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
