package org.expomotif.dataset.build;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.dataset.negative.CandidateWindows;
import org.expomotif.dataset.peak.PeakColumn;

/**
 * The settings of a run that makes a data set of peaks.
 *
 * @param positives files of peaks, one per class
 * @param classes names of the classes, in the order of the files
 * @param genome file of the genome
 * @param negatives the kinds of negatives, and files of given ones
 * @param regions which windows are made of the records
 * @param split the rule that divides the chromosomes
 * @param dropLeaks whether near-duplicates of sequences of an earlier split are dropped
 * @param seed seed of all random numbers
 */
public record DatasetSettings(
        List<String> positives,
        List<String> classes,
        String genome,
        Negatives negatives,
        Regions regions,
        SplitRule split,
        boolean dropLeaks,
        long seed) {
    /** Maximum number of bases of a window. */
    public static final int MAXIMUM_LENGTH = 1_000_000;

    /** Copies the lists. */
    public DatasetSettings {
        positives = List.copyOf(positives);
        classes = List.copyOf(classes);
    }

    /**
     * Negatives.
     *
     * @param matched whether windows of the genome are drawn that match the positives
     * @param shuffled whether dinucleotide shuffles of the positives are made
     * @param given files of negatives
     * @param ratio matched and shuffled negatives per positive
     */
    public record Negatives(boolean matched, boolean shuffled, List<String> given, double ratio) {
        /** Copies the list. */
        public Negatives {
            given = List.copyOf(given);
        }
    }

    /**
     * Windows of records.
     *
     * @param length bases of a window
     * @param centre the base that windows are centred on
     * @param mergeWithin maximum distance of the centres of records that are merged; empty for 0
     * @param top maximum number of records of a file; empty for all
     * @param rankedBy column that records are ranked by; empty for that of the format
     * @param blacklist file of intervals that no window may overlap
     * @param maximumUnknown maximum share of unknown bases of a window
     */
    public record Regions(
            int length,
            WindowCentre centre,
            OptionalInt mergeWithin,
            OptionalLong top,
            Optional<PeakColumn> rankedBy,
            Optional<String> blacklist,
            double maximumUnknown) {
        /** Maximum number of unknown bases of a window. */
        int unknownBases() {
            return CandidateWindows.unknownBases(maximumUnknown, length);
        }
    }
}
