package org.expomotif.filter;

import org.expomotif.compare.verdict.MatchVerdict;
import org.expomotif.compare.verdict.VerdictWord;
import org.expomotif.io.table.TsvColumn;

/**
 * The verdict on a filter: a row of the table of verdicts.
 *
 * @param filter name of the motif
 * @param windows number of windows of the motif
 * @param share fraction of all sequences with a window
 * @param bits information of the motif
 * @param untrainedBits median information of the motifs of untrained filters from as many windows
 * @param untrainedP share of the untrained filters, and of the filter itself, with at least as many bits
 * @param trialsMatched number of further trials with a filter that matches this one
 * @param trials number of further trials
 * @param target its best match among the known motifs, {@code none} without one
 * @param name alternative name of the target
 * @param shuffleP empirical p-value of the match
 * @param match verdict on the match
 * @param verdict the verdict
 * @param reason the reason for the verdict in one sentence
 */
public record FilterVerdict(
        String filter,
        int windows,
        @TsvColumn("sequence_share") double share,
        @TsvColumn(value = "bits", digits = 4) double bits,
        @TsvColumn(value = "untrained_bits", digits = 4) double untrainedBits,
        @TsvColumn(value = "untrained_p", digits = 4) double untrainedP,
        @TsvColumn("trials_matched") int trialsMatched,
        @TsvColumn("trials") int trials,
        @TsvColumn("target") String target,
        @TsvColumn("name") String name,
        @TsvColumn(value = "shuffle_p", digits = 4) double shuffleP,
        @TsvColumn("match") MatchVerdict.Word match,
        @TsvColumn("verdict") Word verdict,
        @TsvColumn("reason") String reason) {
    /** The verdict in one word. */
    public enum Word implements VerdictWord {
        /** Learned, and it matches a known motif. */
        KNOWN("more bits than untrained filters, and it matches a known motif better than its shuffles"),
        /** Learned, and it matches no known motif. */
        LEARNED("more bits than untrained filters, and no known motif that it matches better than its shuffles"),
        /** No further trial has it, and it matches no known motif. */
        UNSTABLE("more bits than untrained filters, but neither a further trial nor a known motif matches it"),
        /** Untrained filters have as many bits. */
        UNTRAINED("more than 5% of untrained filters have as many bits from as many windows"),
        /** It has no motif. */
        EMPTY("fewer than two windows, or no column of 0.05 bits");

        private final String meaning;

        Word(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** Whether the filter has learned a motif. */
    public boolean good() {
        return verdict == Word.KNOWN || verdict == Word.LEARNED;
    }
}
