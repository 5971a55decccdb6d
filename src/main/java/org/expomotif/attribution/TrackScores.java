package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.expomotif.io.BedGraphWriter;
import org.expomotif.io.BigWig;
import org.expomotif.run.Provenance;

/**
 * Base scores as a track, on the genome where the names of the sequences say from where they are: sorted, and where
 * sequences overlap, the mean. The base scores are held until the end.
 */
final class TrackScores implements ScoreWriter {
    private final String path;
    private final Provenance provenance;
    private final boolean binary;
    private final Supplier<Map<String, Integer>> lengths;
    private final List<BigWig.Stretch> stretches = new ArrayList<>();

    /**
     * A track to be written.
     *
     * @param binary whether as bigWig, else as bedGraph
     * @param lengths bases of the sequences of the genome, as far as they are known; a bigWig takes the end of the last
     *     score for the others
     */
    TrackScores(String path, Provenance provenance, boolean binary, Supplier<Map<String, Integer>> lengths) {
        this.path = path;
        this.provenance = provenance;
        this.binary = binary;
        this.lengths = lengths;
    }

    @Override
    public void write(Explanation explanation) {
        float[] scores = explanation.baseScores();
        GenomicPlace place = GenomicPlace.of(explanation.sequence().name(), scores.length);
        float[] values = scores.clone();
        for (int i = 0; i < values.length && place.reverse(); i++) {
            values[i] = scores[scores.length - 1 - i];
        }
        stretches.add(new BigWig.Stretch(place.sequence(), place.start(), values));
    }

    /** The stretches in order, those that overlap made one. */
    private List<BigWig.Stretch> merged() {
        List<BigWig.Stretch> sorted = new ArrayList<>(stretches);
        sorted.sort(Comparator.comparing(BigWig.Stretch::sequence).thenComparingInt(BigWig.Stretch::start));
        List<BigWig.Stretch> merged = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            String sequence = sorted.get(i).sequence();
            int end = sorted.get(i).end();
            int next = i + 1;
            while (next < sorted.size()
                    && sorted.get(next).sequence().equals(sequence)
                    && sorted.get(next).start() < end) {
                end = Math.max(end, sorted.get(next++).end());
            }
            merged.add(next == i + 1 ? sorted.get(i) : mean(sorted.subList(i, next), end));
            i = next;
        }
        return merged;
    }

    private static BigWig.Stretch mean(List<BigWig.Stretch> overlapping, int end) {
        int start = overlapping.getFirst().start();
        double[] sums = new double[end - start];
        int[] counts = new int[end - start];
        for (BigWig.Stretch stretch : overlapping) {
            for (int i = 0; i < stretch.values().length; i++) {
                sums[stretch.start() - start + i] += stretch.values()[i];
                counts[stretch.start() - start + i]++;
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / counts[i]);
        }
        return new BigWig.Stretch(overlapping.getFirst().sequence(), start, means);
    }

    @Override
    public void commit() {
        List<BigWig.Stretch> track = merged();
        if (binary) {
            Map<String, Integer> ends = new HashMap<>();
            track.forEach(stretch -> ends.merge(stretch.sequence(), stretch.end(), Math::max));
            ends.putAll(lengths.get());
            BigWig.write(path, ends, track);
            return;
        }
        try (BedGraphWriter writer = BedGraphWriter.open(path, provenance)) {
            for (BigWig.Stretch stretch : track) {
                for (int i = 0; i < stretch.values().length; i++) {
                    int at = stretch.start() + i;
                    writer.write(stretch.sequence(), at, at + 1, stretch.values()[i]);
                }
            }
            writer.commit();
        }
    }

    @Override
    public void close() {}
}
