package org.expomotif.dataset.negative;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.dataset.GenomeRegions;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.peak.IntervalIndex;
import org.expomotif.dataset.window.GenomePass;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.Interval;
import org.expomotif.io.Inputs;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Windows of a genome that match the windows of regions in GC content and repeat fraction, one for each. They overlap
 * no region and no window of one, also of regions that are left out. The candidates are found while the genome is read
 * for the windows of the regions; then the genome is read again for the drawn ones.
 */
public final class MatchedWindows implements GenomeRegions.Survey {
    /** Maximum share of unknown bases of a candidate, and of a window that gets one. */
    private static final double MAXIMUM_UNKNOWN = 0.1;

    private final String genome;
    private final int length;
    private final int maximumUnknown;
    private final IntervalIndex excluded = new IntervalIndex();
    private final CandidateWindows candidates;
    private final List<Integer> points = new ArrayList<>();
    private int unmatched;

    /**
     * Creates a search without regions.
     *
     * @param length bases of a window
     * @throws UserException when the genome cannot be read twice
     */
    public MatchedWindows(String genome, int length) {
        GenomePass.requireFile(genome);
        this.genome = genome;
        this.length = length;
        this.maximumUnknown = CandidateWindows.unknownBases(MAXIMUM_UNKNOWN, length);
        this.candidates = new CandidateWindows(length, maximumUnknown, excluded);
    }

    @Override
    public void region(String sequence, long start, long end) {
        excluded.add(sequence, start, end, 0);
    }

    @Override
    public void begin(String name, String description) {
        candidates.begin(name);
    }

    @Override
    public void letters(byte[] source, int from, int to) {
        candidates.letters(source, from, to);
    }

    @Override
    public void end() {}

    @Override
    public void window(byte[] letters) {
        long count = Composition.count(letters, 0, letters.length);
        if (Composition.unknown(count) <= maximumUnknown) {
            points.add(Composition.point(count, length));
        } else {
            unmatched++;
        }
    }

    /**
     * Draws the windows and passes them on in the order of the genome, named by their coordinates
     * ({@code chr1:960-1160}, 0-based and half open). Reports how many are missing or come from other bins.
     *
     * @param kind what the windows are, in the plural, for messages
     * @param given what the windows of the regions are, in the plural
     * @throws UserException when there is no candidate
     */
    public void draw(String kind, String given, long seed, Progress progress, Consumer<DnaSequence> consumer) {
        List<String> sequences = List.copyOf(candidates.found().keySet());
        int[] wanted = points.stream().mapToInt(Integer::intValue).toArray();
        DrawnWindows drawn = DrawnWindows.draw(sequences, candidates.found(), wanted, 1, seed);
        String name = Inputs.name(genome);
        if (drawn.candidates().length == 0) {
            throw new UserException("the genome has no window for " + kind)
                    .in(name)
                    .expected("windows of " + length + " bases, at most " + maximumUnknown
                            + " of them unknown, that overlap none of the " + given)
                    .found("none")
                    .remedy("take other " + kind);
        }
        if (unmatched > 0) {
            progress.warn(name + ": " + unmatched + " of the " + given + " have more than " + maximumUnknown
                    + " unknown bases, and no matched " + kind);
        }
        drawn.warnOfMissing(name, kind, ": " + drawn.missingBins(), progress);
        drawn.noteNear(name, kind, given, "", progress);
        if (!isMasked(drawn)) {
            progress.note(name + " has no soft-masked bases (lower case): " + kind + " match in GC content only");
        }
        GenomePass.cut(
                genome,
                "cutting " + kind,
                drawn.windows(),
                length,
                (window, letters) -> {
                    int start = (int) window.start();
                    Interval place = new Interval(window.sequence(), start, start + length);
                    consumer.accept(new DnaSequence(GenomicName.of(place, false), "", letters));
                },
                progress);
    }

    /** Whether any candidate or window has a soft-masked base. */
    private boolean isMasked(DrawnWindows drawn) {
        for (char point : drawn.candidates()) {
            if (Composition.repeats(point) > 0) {
                return true;
            }
        }
        return points.stream().anyMatch(point -> Composition.repeats(point) > 0);
    }
}
