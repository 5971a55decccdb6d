package org.expomotif.dataset.build;

import java.util.List;
import java.util.Map;
import org.expomotif.dataset.negative.NegativeMatching;

/**
 * What was made of the records of a run; {@code dataset.json} has it as its member {@code dataset}.
 *
 * @param length bases of a sequence
 * @param files the files of records, in the order of the command line: positives, then given negatives
 * @param divisions the tables of labels, one per fold
 * @param groups the splits, or the folds
 * @param overlapping number of positives whose window overlaps that of another one
 * @param renamed number of sequences whose names got a number because the name occurred before
 * @param matching the draw of matched negatives in each group; empty if none were drawn
 * @param leaks near-duplicates across groups
 * @param notes what the user was told
 */
public record DatasetSummary(
        int length,
        List<FileCounts> files,
        List<Division> divisions,
        List<Group> groups,
        long overlapping,
        long renamed,
        List<Matching> matching,
        Leaks leaks,
        List<String> notes) {
    /**
     * A file of records. Each record is counted once among used, merged and dropped.
     *
     * @param file name of the file
     * @param role {@code positives} or {@code negatives}
     * @param name the class; empty for negatives
     * @param format {@code narrowPeak}, {@code broadPeak}, {@code summits} or {@code BED}
     * @param centre {@code summit} or {@code middle}
     * @param rankColumn the column that records were ranked by, counted from 1
     * @param records number of records
     * @param used records that have a region of their own
     * @param merged records that are part of the region of a stronger one
     * @param dropped records that are not used
     * @param droppedFor number of dropped records by reason
     * @param withoutSummit records of narrowPeak whose summit is unknown
     * @param reverse records on the minus strand, whose sequences are reverse complements
     * @param unsorted records that are out of order
     */
    public record FileCounts(
            String file,
            String role,
            String name,
            String format,
            String centre,
            int rankColumn,
            long records,
            long used,
            long merged,
            long dropped,
            Map<String, Long> droppedFor,
            long withoutSummit,
            long reverse,
            long unsorted) {}

    /**
     * A division into splits.
     *
     * @param labels name of the table of labels
     * @param sequences number of sequences by split
     */
    public record Division(String labels, Map<String, Long> sequences) {}

    /**
     * A split or a fold.
     *
     * @param name {@code train}, or {@code fold1}
     * @param chromosomes the chromosomes with sequences, in the order of the genome
     * @param positives number of positives
     * @param classes number of positives by class
     * @param given number of given negatives
     * @param genome number of negatives drawn from the genome
     * @param shuffled number of shuffled negatives
     */
    public record Group(
            String name,
            List<String> chromosomes,
            long positives,
            Map<String, Long> classes,
            long given,
            long genome,
            long shuffled) {}

    /**
     * The draw of matched negatives in a group.
     *
     * @param group name of the group
     * @param candidates number of candidates
     * @param needed number of negatives that were needed
     * @param exact number drawn from the bins of the positives
     * @param near number drawn from other bins because the candidates there did not suffice
     * @param missing number that could not be drawn because no candidate was left
     * @param bins the bins whose candidates did not suffice
     */
    public record Matching(
            String group,
            long candidates,
            long needed,
            long exact,
            long near,
            long missing,
            List<NegativeMatching.Shortfall> bins) {}

    /**
     * Near-duplicates across groups.
     *
     * @param k bases of a k-mer
     * @param minimumShare share of the k-mers from which on two sequences are near-duplicates
     * @param sampling the number n such that one of n k-mers was used
     * @param found number of sequences with a near-duplicate in an earlier group
     * @param dropped number of these that were dropped
     */
    public record Leaks(int k, double minimumShare, long sampling, long found, long dropped) {}
}
