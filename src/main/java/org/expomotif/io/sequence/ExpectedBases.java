package org.expomotif.io.sequence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.expomotif.io.Inputs;
import org.expomotif.io.PlainAccess;
import org.expomotif.io.TextLines;
import org.expomotif.run.UserException;

/** Estimates the number of bases of a sequence file for a progress bar, without reading the whole file. */
final class ExpectedBases {
    private static final int LOOK = 1 << 20;

    private ExpectedBases() {}

    /** See {@link SequenceFile#expectedBases}. */
    static long of(String pathOrDash) {
        if (pathOrDash.equals(Inputs.STANDARD) || !Files.isRegularFile(Path.of(pathOrDash))) {
            return 0;
        }
        Path path = Path.of(pathOrDash);
        Path index = Path.of(pathOrDash + ".fai");
        try {
            if (TwoBitFile.isTwoBit(path)) {
                return ofTwoBit(path);
            }
            return Files.isReadable(index) ? ofIndex(index, path) : ofBeginning(path);
        } catch (IOException | RuntimeException e) {
            // Reading the file will report what is wrong with it.
            return 0;
        }
    }

    private static long ofTwoBit(Path path) throws IOException {
        try (TwoBitFile file = TwoBitFile.open(path)) {
            long bases = 0;
            for (String name : file.names()) {
                bases += file.length(name);
            }
            return bases;
        }
    }

    /** The number of bases according to the index of an uncompressed file, if the index fits the file. */
    private static long ofIndex(Path index, Path path) throws IOException {
        try (PlainAccess file = new PlainAccess(path);
                TextLines lines = TextLines.open(index.toString())) {
            FastaIndex read = FastaIndex.parse(lines);
            if (file.read(0, 1)[0] == '>') {
                read.requireFit(file, path);
            }
            return read.bases();
        } catch (UserException e) {
            return ofBeginning(path);
        }
    }

    private static long ofBeginning(Path path) throws IOException {
        boolean isPlain;
        try (InputStream in = Files.newInputStream(path)) {
            isPlain = in.read() == '>';
        }
        try (Counted counted = new Counted(Files.newInputStream(path));
                InputStream in = isPlain ? counted : new GZIPInputStream(counted, 1 << 12)) {
            byte[] first = in.readNBytes(LOOK);
            if (first.length == 0 || first[0] != '>') {
                return 0;
            }
            long letters = 0;
            boolean header = false;
            for (byte b : first) {
                header = b == '>' || header && b != '\n';
                letters += !header && b > ' ' ? 1 : 0;
            }
            return (long) ((double) letters / counted.count * Files.size(path));
        } catch (StackOverflowError e) {
            return 0; // thousands of empty gzip members: reading the file reports them
        }
    }

    /** Counts the bytes that are read. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int letter = super.read();
            count += letter < 0 ? 0 : 1;
            return letter;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
