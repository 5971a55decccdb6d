package org.expomotif.compare.verdict;

import org.expomotif.io.table.TsvColumn;

/**
 * The verdict on the best match of a query: a row of the table of verdicts.
 *
 * @param query identifier of the query
 * @param target identifier of its best match whose overlap has at least half of the information of both motifs; of its
 *     best match where there is none; {@code none} without a match
 * @param name alternative name of the target
 * @param qValue q-value of the match, NaN without a match
 * @param eValue E-value of the match, NaN without a match
 * @param overlap number of aligned columns
 * @param shuffleP share of the shuffles of the query, and of the query itself, that match any target at least as well:
 *     {@code (1 + n) / (1 + shuffles)}; NaN without a match
 * @param queryCovered share of the query's information in the overlap, NaN without a match
 * @param targetCovered share of the target's information in the overlap, NaN without a match
 * @param verdict the verdict
 * @param reason the reason for the verdict in one sentence
 */
public record MatchVerdict(
        @TsvColumn("query") String query,
        @TsvColumn("target") String target,
        @TsvColumn("name") String name,
        @TsvColumn("q-value") double qValue,
        @TsvColumn("E-value") double eValue,
        @TsvColumn("overlap") int overlap,
        @TsvColumn(value = "shuffle-p", digits = 4) double shuffleP,
        @TsvColumn(value = "query-covered", digits = 4) double queryCovered,
        @TsvColumn(value = "target-covered", digits = 4) double targetCovered,
        @TsvColumn("verdict") Word verdict,
        @TsvColumn("reason") String reason) {
    /** The verdict in one word. */
    public enum Word implements VerdictWord {
        /** The match is better than those of the shuffles, and the overlap covers both motifs. */
        MATCH("matches better than its shuffles, and the overlap has at least half of the information of both motifs"),
        /** Shuffles of the query match as well. */
        CHANCE("matches a target, but more than 5% of its shuffles match the database at least as well"),
        /** The overlap leaves out most of the information of the query or of the target. */
        PARTIAL("matches better than its shuffles, but the overlap has less than half of the information of a motif"),
        /** No target within the threshold. */
        NONE("matches no target within the threshold"),
        /** No column of 0.05 bits or more. */
        EMPTY("no column of 0.05 bits or more: no motif, whatever it matches");

        private final String meaning;

        Word(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /** The verdict on a query without a match. */
    static MatchVerdict unmatched(String query, Word verdict, String reason) {
        double none = Double.NaN;
        return new MatchVerdict(query, "none", "", none, none, 0, none, none, none, verdict, reason);
    }

    /** Whether the query matches its target. */
    public boolean matched() {
        return verdict == Word.MATCH;
    }
}
