package org.expomotif.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Standard output as a stream that throws on write errors, which {@link System#out} does not report: a full disk ends
 * the program with an error, and a closed pipe ({@code | head}) ends it quietly.
 */
public final class StandardOutput extends OutputStream {
    private static volatile boolean direct;

    private final OutputStream out;

    private StandardOutput(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes to the process's own descriptor from now on, bypassing {@link System#out}. Called once, at the start of
     * the program.
     */
    public static void useDescriptor() {
        direct = true;
    }

    /** An unbuffered stream to standard output; closing it flushes it and leaves standard output open. */
    public static OutputStream open() {
        return new StandardOutput(direct ? new FileOutputStream(FileDescriptor.out) : new CheckedPrint(System.out));
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        flush();
    }

    private static RuntimeException failure(IOException e) {
        String reason = e.getMessage() == null ? "" : e.getMessage();
        if (reason.contains("Broken pipe") || reason.contains("EPIPE")) {
            return new ReaderGoneException();
        }
        return new UserException("the output cannot be written (" + reason + ")", e).in("standard output");
    }

    /** The reader of standard output has closed it; the program ends quietly. */
    public static final class ReaderGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private ReaderGoneException() {
            super("nobody reads standard output any more", null, false, false);
        }
    }

    /** {@link System#out} (which a test may have replaced), checked for errors after each write. */
    private static final class CheckedPrint extends OutputStream {
        private final PrintStream print;

        CheckedPrint(PrintStream print) {
            this.print = print;
        }

        @Override
        public void write(int b) throws IOException {
            print.write(b);
            check();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            print.write(bytes, offset, length);
            check();
        }

        @Override
        public void flush() throws IOException {
            print.flush();
            check();
        }

        private void check() throws IOException {
            if (print.checkError()) {
                throw new IOException("write failed");
            }
        }
    }
}
