package org.expomotif.compare.score;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.expomotif.run.UserException;

/**
 * The probability that a range of query columns reaches a sum against random target columns, without bins.
 *
 * <p>The sums of each half of the columns are computed. The pairs that reach a bound are found by walking up one half
 * and down the other. Each half can have {@link ExactDistribution#MAX_SUMS} sums, and the whole range the square of
 * that.
 */
final class ExactNulls {
    private record Span(int from, int to) {}

    private final String query;
    private final ExactDistribution[] columns;
    private final Map<Span, ExactDistribution> halves = new HashMap<>();

    ExactNulls(String query, UnroundedColumns scores) {
        this.query = query;
        columns = new ExactDistribution[scores.width()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = ExactDistribution.of(scores.values()[i]);
        }
    }

    /**
     * Returns the probability that the sum of the scores of a range of query columns reaches a bound.
     *
     * @param from the first column
     * @param to the column after the last
     * @throws UserException when half of the columns have too many sums
     */
    double tail(int from, int to, long bound) {
        int middle = (from + to) / 2;
        return half(from, middle).tailWith(half(middle, to), bound);
    }

    private ExactDistribution half(int from, int to) {
        if (to == from) {
            return ExactDistribution.ZERO;
        }
        if (to == from + 1) {
            return columns[from];
        }
        ExactDistribution known = halves.get(new Span(from, to));
        if (known == null) {
            ExactDistribution shorter = half(from, to - 1);
            if ((long) shorter.sums().length * columns[to - 1].sums().length > ExactDistribution.MAX_SUMS) {
                throw tooMany(from, to);
            }
            known = shorter.plus(columns[to - 1]);
            halves.put(new Span(from, to), known);
        }
        return known;
    }

    private UserException tooMany(int from, int to) {
        double sums = 1;
        for (int i = from; i < to; i++) {
            sums *= columns[i].sums().length;
        }
        return new UserException("the exact distribution of scores has too many sums")
                .atRecord("motif " + query)
                .expected("at most " + ExactDistribution.MAX_SUMS + " different sums over half of the columns")
                .found(String.format(Locale.ROOT, "%.2g over %d columns", sums, to - from))
                .remedy("use --bins 10000 instead, fewer targets, or motifs clipped to fewer columns");
    }
}
