package org.expomotif.scan.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Background;
import org.expomotif.scan.input.NamedRegion;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.input.SliceBuilder;
import org.expomotif.scan.kernel.HitBuffer;
import org.expomotif.scan.kernel.PlainBackend;
import org.expomotif.scan.kernel.ScanBackend;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;

/**
 * A scan in slices of a few windows, on the thread of the test. The score of a window is the number of bases that it
 * shares with a word, so that sites, scores and p-values are known by hand.
 */
final class SlicedScan {
    /** Both strands, and words without a mismatch: a word of three bases has the p-value 1/64. */
    static final ScanSettings EXACT = ScanSettings.of(Background.UNIFORM, true, 0.016);

    /** Both strands, and words of three bases with at most one mismatch: the p-value 10/64. */
    static final ScanSettings ONE_MISMATCH = ScanSettings.of(Background.UNIFORM, true, 0.16);

    /** The plus strand, and words of three bases with at most one mismatch. */
    static final ScanSettings ONE_MISMATCH_PLUS = ScanSettings.of(Background.UNIFORM, false, 0.16);

    private final List<ScanMatrix> matrices;
    private final ScanBackend.SetScanner scanner;
    private final int width;
    private final HitFormat format;
    private final int windows;

    /**
     * Prepares a scan.
     *
     * @param windows number of windows of a slice
     */
    SlicedScan(List<ScanMatrix> matrices, HitFormat format, int windows) {
        this.matrices = matrices;
        this.scanner = new PlainBackend().prepare(matrices);
        this.width = matrices.stream().mapToInt(ScanMatrix::width).max().orElseThrow();
        this.format = format;
        this.windows = windows;
    }

    /** A matrix with a score of 1 for every base of a word. */
    static ScanMatrix word(String id, String name, String word, ScanSettings settings) {
        double[][] scores = new double[word.length()][4];
        for (int i = 0; i < scores.length; i++) {
            scores[i][Nucleotide.code((byte) word.charAt(i))] = 1;
        }
        ScanMatrix matrix = ScanMatrix.ofScores(id, scores, 0, settings);
        return new ScanMatrix(id, name, matrix.plus(), matrix.minus());
    }

    /** A matrix whose identifier is its word. */
    static ScanMatrix word(String word, ScanSettings settings) {
        return word(word, "", word, settings);
    }

    static MatrixSet set(ScanSettings settings, String... words) {
        return new MatrixSet(
                Arrays.stream(words).map(word -> word(word, settings)).toList(), settings);
    }

    /** The slices of what {@code feed} adds, with their hits. */
    List<ScannedSlice> slices(Consumer<ScanInput> feed) {
        List<ScannedSlice> slices = new ArrayList<>();
        SliceBuilder builder =
                new SliceBuilder(windows, width, format::sequenceName, slice -> slices.add(scanned(slice)));
        feed.accept(builder);
        builder.finish();
        return slices;
    }

    private ScannedSlice scanned(Slice slice) {
        return new ScannedSlice(slice, scanner.scan(codes(slice), slice.windows(), new HitBuffer()));
    }

    private SliceCodes codes(Slice slice) {
        return SliceCodes.of(slice, width, false);
    }

    /** Passes the slices to a listener, one by one, and ends the scan. */
    void scan(SliceListener listener, Consumer<ScanInput> feed) {
        slices(feed)
                .forEach(scanned ->
                        listener.prepare(scanned, codes(scanned.slice())).run());
        listener.finish();
    }

    /** The lines that an output has for every matrix. */
    List<HitLines> lines(boolean qValues) {
        List<HitLines> lines = new ArrayList<>();
        for (ScanMatrix matrix : matrices) {
            lines.add(new HitLines(lines.size(), matrix, format, qValues, false));
        }
        return lines;
    }

    /** Adds sequences s1, s2, ... to a scan. */
    static Consumer<ScanInput> sequences(String... letters) {
        return input -> {
            for (int i = 0; i < letters.length; i++) {
                add(input, "s" + (i + 1), 1, letters[i], Optional.empty());
            }
        };
    }

    /** Adds a region of a sequence, or a whole one, to a scan. */
    static void add(ScanInput input, String name, long firstBase, String letters, Optional<NamedRegion> region) {
        input.begin(name, firstBase, name, region);
        input.add(letters.getBytes(StandardCharsets.US_ASCII), 0, letters.length());
    }

    /** A file in memory. */
    static final class FileInMemory implements SiteFile {
        private final boolean isDirect;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Integer> blocks = new ArrayList<>();

        FileInMemory(boolean isDirect) {
            this.isDirect = isDirect;
        }

        @Override
        public Time time() {
            return isDirect ? Time.AT_ONCE : Time.AFTER_SCAN;
        }

        @Override
        public byte[] complete(byte[] lines) {
            return lines;
        }

        @Override
        public void write(byte[] lines, int length) {
            bytes.write(lines, 0, length);
        }

        @Override
        public void finish(HitStore stored) {
            for (int block = 0; block < stored.blocks(); block++) {
                blocks.add((int) stored.length(block));
            }
            stored.drain(bytes::writeBytes);
        }

        @Override
        public long omitted() {
            return 0;
        }

        /** The number of bytes of each block that was stored until the end. */
        List<Integer> blocks() {
            return blocks;
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        /** The identifier of the motif, the sequence, the start, the strand and the matched sequence of each line. */
        List<String> sites() {
            return text().lines()
                    .map(line -> line.split("\t", -1))
                    .map(cells -> cells[0] + " " + cells[2] + ":" + cells[3] + cells[5] + " " + cells[9])
                    .toList();
        }
    }
}
