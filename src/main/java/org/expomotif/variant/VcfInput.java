package org.expomotif.variant;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.expomotif.io.Inputs;
import org.expomotif.io.vcf.VcfReader;
import org.expomotif.run.TemporaryFile;

/** A VCF file that is read twice. What can be read only once is kept in a temporary file during the first time. */
final class VcfInput implements AutoCloseable {
    private final String path;
    private final Optional<TemporaryFile> copy;

    /**
     * Creates an input; nothing is read yet.
     *
     * @param path path of the file, or {@code -}
     * @param output the output that a temporary file serves
     */
    VcfInput(String path, String output) {
        this.path = path;
        copy = Inputs.isReadOnce(path) ? Optional.of(TemporaryFile.beside(output, "the variants")) : Optional.empty();
    }

    /** The name of the file in messages. */
    String name() {
        return Inputs.name(path);
    }

    /** The number of its records; called only for a file that can be read again. */
    long count() {
        long count = 0;
        try (VcfReader reader = VcfReader.open(Inputs.open(path), name())) {
            while (reader.skip()) {
                count++;
            }
        }
        return count;
    }

    /** Opens the file for the first time. */
    VcfReader open() {
        InputStream in = Inputs.open(path);
        return VcfReader.open(
                copy.<InputStream>map(file -> new Copied(in, file)).orElse(in), name());
    }

    /** Opens the file again, after it has been read to its end. */
    VcfReader reopen() {
        return VcfReader.open(copy.<InputStream>map(StoredBytes::new).orElseGet(() -> Inputs.open(path)), name());
    }

    /** Copies what is read. */
    private static final class Copied extends FilterInputStream {
        private final TemporaryFile file;

        Copied(InputStream in, TemporaryFile file) {
            super(in);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int part = super.read(target, offset, count);
            if (part > 0) {
                file.append(target, offset, part);
            }
            return part;
        }
    }

    @Override
    public void close() {
        copy.ifPresent(TemporaryFile::close);
    }
}
