package org.expomotif.compare;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.expomotif.run.UserException;

/**
 * The chance that so many query columns from a certain one on reach a sum against random target columns, without bins.
 *
 * <p>The sums of half of the columns are worked out, and those of the other half; the pairs of them that reach a bound
 * are found by walking up the one and down the other. Each half may have {@link ExactDistribution#MOST} sums, so the
 * whole the square of that.
 */
final class ExactNulls {
    private record Span(int from, int to) {}

    private final String query;
    private final ExactDistribution[] columns;
    private final Map<Span, ExactDistribution> halves = new HashMap<>();

    ExactNulls(String query, ExactColumns scores) {
        this.query = query;
        columns = new ExactDistribution[scores.width()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = ExactDistribution.of(scores.values()[i]);
        }
    }

    /**
     * P(the sum of the query columns reaches a bound).
     *
     * @param from the first column
     * @param to behind the last one
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
            if ((long) shorter.sums().length * columns[to - 1].sums().length > ExactDistribution.MOST) {
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
        return new UserException("the exact distribution has too many sums")
                .atRecord("motif " + query)
                .expected("at most " + ExactDistribution.MOST + " sums of half of its columns")
                .found(String.format(Locale.ROOT, "%.2g sums of %d columns", sums, to - from))
                .remedy("take --bins 10000 instead, fewer targets, or motifs clipped to fewer columns");
    }
}
