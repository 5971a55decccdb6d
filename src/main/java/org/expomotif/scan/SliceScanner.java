package org.expomotif.scan;

import java.util.List;
import java.util.function.BiFunction;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.HitBuffer;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.kernel.WindowScanner;
import org.expomotif.scan.site.QValues;
import org.expomotif.scan.site.ScoreTrack;
import org.jspecify.annotations.Nullable;

/** Scans slices with all matrices. Thread-safe. */
final class SliceScanner {
    /**
     * The result of the scan of a slice.
     *
     * @param slice the slice
     * @param hits the hits of all matrices
     * @param counts number of windows by level, one array per matrix, see {@link QValues#count}; empty without q-values
     * @param text text that the writer prepared from the hits
     * @param scores the best score of every window; empty without a track
     */
    record Found(Slice slice, SliceHits hits, List<long[]> counts, byte[] text, float[] scores) {}

    private final List<WindowScanner> scanners;
    private final List<QValues> qValues;
    private final BiFunction<Slice, SliceHits, byte[]> preparing;
    private final int maximumWidth;
    private final boolean skipMasked;
    private volatile @Nullable ScoreTrack track;
    private final ThreadLocal<HitBuffer> buffers = ThreadLocal.withInitial(HitBuffer::new);

    /**
     * Creates a scanner for matrices of at most {@code maximumWidth} positions.
     *
     * @param qValues one per matrix, or empty
     * @param skipMasked whether lower-case bases are treated as unknown
     * @param preparing formats the hits of a slice as far as possible without the other slices
     */
    SliceScanner(
            List<WindowScanner> scanners,
            List<QValues> qValues,
            int maximumWidth,
            boolean skipMasked,
            BiFunction<Slice, SliceHits, byte[]> preparing) {
        this.skipMasked = skipMasked;
        this.preparing = preparing;
        this.scanners = scanners;
        this.qValues = qValues;
        this.maximumWidth = maximumWidth;
    }

    /** Also scores every window from now on. */
    void score(ScoreTrack all) {
        track = all;
    }

    Found scan(Slice slice) {
        SliceCodes codes = SliceCodes.of(slice, maximumWidth, skipMasked);
        HitBuffer buffer = buffers.get();
        int[] ends = new int[scanners.size()];
        for (int m = 0; m < ends.length; m++) {
            scanners.get(m).scan(codes, slice.windows(), buffer);
            ends[m] = buffer.size();
        }
        List<long[]> counts = qValues.stream()
                .map(values -> values.count(codes, slice.windows()))
                .toList();
        SliceHits hits = buffer.take(ends);
        ScoreTrack wanted = track;
        float[] scores = wanted == null ? new float[0] : wanted.best(codes, slice.windows());
        return new Found(slice, hits, counts, preparing.apply(slice, hits), scores);
    }
}
