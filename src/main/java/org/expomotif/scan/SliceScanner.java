package org.expomotif.scan;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Lays every matrix over a slice; any number of threads at once. */
final class SliceScanner {
    /**
     * What a slice holds.
     *
     * @param slice the slice
     * @param hits the hits of all matrices
     * @param counts per matrix the windows by level, see {@link QValues#count}; empty without q-values
     * @param text what the writer made of them already
     * @param scores the best score of every window; empty without a track
     */
    record Found(Slice slice, SliceHits hits, List<long[]> counts, byte[] text, float[] scores) {}

    private final List<WindowScanner> scanners;
    private final List<QValues> qValues;
    private final BiFunction<Slice, SliceHits, byte[]> preparing;
    private final int greatestWidth;
    private final boolean skipMasked;
    private volatile @Nullable ScoreTrack track;
    private final ThreadLocal<HitBuffer> buffers = ThreadLocal.withInitial(HitBuffer::new);

    /**
     * Prepares for slices that were cut for matrices of at most {@code greatestWidth} positions.
     *
     * @param qValues one a matrix, or none
     * @param skipMasked whether bases in lower case are taken for unknown ones
     * @param preparing what can be made of the hits of a slice without knowing the others
     */
    SliceScanner(
            List<WindowScanner> scanners,
            List<QValues> qValues,
            int greatestWidth,
            boolean skipMasked,
            BiFunction<Slice, SliceHits, byte[]> preparing) {
        this.skipMasked = skipMasked;
        this.preparing = preparing;
        this.scanners = scanners;
        this.qValues = qValues;
        this.greatestWidth = greatestWidth;
    }

    /** Scores every window too, from here on. */
    void score(ScoreTrack all) {
        track = all;
    }

    Found scan(Slice slice) {
        SliceCodes codes = SliceCodes.of(slice, greatestWidth, skipMasked);
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
