package org.expomotif.attribution.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.expomotif.attribution.Attribution;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.GenomicPlace;
import org.expomotif.io.sequence.UnplacedSequences;
import org.expomotif.io.track.BedGraphWriter;
import org.expomotif.io.track.BigWig;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;

/**
 * Base scores as a sorted track, in genome coordinates where the headers of the sequences have them. Where sequences
 * overlap, the track holds the mean. The base scores are kept in memory until the end.
 */
final class TrackScores implements ScoreWriter {
    private final String path;
    private final Provenance provenance;
    private final boolean binary;
    private final Supplier<Map<String, Integer>> lengths;
    private final List<BigWig.FixedStep> regions = new ArrayList<>();
    private final UnplacedSequences unplaced = new UnplacedSequences();

    /**
     * Creates an empty track.
     *
     * @param binary whether the file is a bigWig file instead of a bedGraph file
     * @param lengths supplies the known lengths of the genome's sequences, in bases; for other sequences a bigWig file
     *     uses the end of the last score
     */
    TrackScores(String path, Provenance provenance, boolean binary, Supplier<Map<String, Integer>> lengths) {
        this.path = path;
        this.provenance = provenance;
        this.binary = binary;
        this.lengths = lengths;
    }

    @Override
    public void write(Attribution explanation) {
        float[] scores = explanation.baseScores();
        GenomicPlace place = place(explanation.sequence());
        float[] values = scores.clone();
        for (int i = 0; i < values.length && place.reverse(); i++) {
            values[i] = scores[scores.length - 1 - i];
        }
        regions.add(new BigWig.FixedStep(place.sequence(), (int) place.start(), values));
    }

    /** The genomic place in the header, or the start of the sequence itself when there is none. */
    private GenomicPlace place(DnaSequence sequence) {
        unplaced.count();
        Optional<GenomicName> header = GenomicName.parse(sequence.name(), sequence.description());
        Optional<GenomicPlace> place = header.flatMap(name -> name.place(sequence.length()));
        if (place.isEmpty()) {
            header.ifPresent(name -> unplaced.withOtherLength(sequence.name()));
            return new GenomicPlace(sequence.name(), 0, false);
        }
        if (place.get().start() > Integer.MAX_VALUE - sequence.length()) {
            throw new UserException("the place of the sequence is too far from the start for a track")
                    .atRecord("sequence " + sequence.name())
                    .expected("an end of at most " + Integer.MAX_VALUE)
                    .remedy("write a table (.tsv) or arrays (.npz)");
        }
        return place.get();
    }

    @Override
    public Optional<String> warning() {
        return unplaced.lengthWarning();
    }

    /** The regions sorted by sequence and start, with overlapping ones merged. */
    private List<BigWig.FixedStep> merged() {
        List<BigWig.FixedStep> sorted = new ArrayList<>(regions);
        sorted.sort(Comparator.comparing(BigWig.FixedStep::sequence).thenComparingInt(BigWig.FixedStep::start));
        List<BigWig.FixedStep> merged = new ArrayList<>();
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

    private static BigWig.FixedStep mean(List<BigWig.FixedStep> overlapping, int end) {
        int start = overlapping.getFirst().start();
        double[] sums = new double[end - start];
        int[] counts = new int[end - start];
        for (BigWig.FixedStep region : overlapping) {
            for (int i = 0; i < region.values().length; i++) {
                sums[region.start() - start + i] += region.values()[i];
                counts[region.start() - start + i]++;
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / counts[i]);
        }
        return new BigWig.FixedStep(overlapping.getFirst().sequence(), start, means);
    }

    @Override
    public void commit() {
        List<BigWig.FixedStep> track = merged();
        if (binary) {
            Map<String, Integer> ends = new HashMap<>();
            track.forEach(region -> ends.merge(region.sequence(), region.end(), Math::max));
            ends.putAll(lengths.get());
            BigWig.write(path, ends, track);
            return;
        }
        try (BedGraphWriter writer = BedGraphWriter.open(path, provenance)) {
            for (BigWig.FixedStep region : track) {
                for (int i = 0; i < region.values().length; i++) {
                    int at = region.start() + i;
                    writer.write(region.sequence(), at, at + 1, region.values()[i]);
                }
            }
            writer.commit();
        }
    }

    @Override
    public void close() {}
}
