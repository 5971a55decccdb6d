package org.expomotif.seqlet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the spans of a map that stand out. The excess of a span is the absolute sum of its base scores, less an offset
 * for every base: a span grows over a base of its sign that scores more than the offset, and does not grow over noise
 * (the maximal scoring subsequences of Ruzzo and Tompa, 1999, with bounds on the length). The span with the largest
 * excess is taken, of either sign, and then the parts to its left and to its right are searched in the same way, so
 * spans do not overlap.
 */
public final class SpanFinder {
    private final int minimum;
    private final int maximum;
    private final double offset;

    /**
     * Creates a finder.
     *
     * @param minimum the minimum number of bases of a span, at least 1
     * @param maximum the maximum number of bases, at least the minimum
     * @param offset what a base scores without standing out, at least 0
     */
    public SpanFinder(int minimum, int maximum, double offset) {
        if (minimum < 1 || maximum < minimum || !(offset >= 0)) {
            throw new IllegalArgumentException(minimum + " to " + maximum + " bases, offset " + offset);
        }
        this.minimum = minimum;
        this.maximum = maximum;
        this.offset = offset;
    }

    /**
     * The spans of a map with an excess above 0, in the order of their starts. Of equal excess, a positive span is
     * taken before a negative one, and the one that ends first before the others.
     *
     * @param scores one score per base
     */
    public List<Span> spans(float[] scores) {
        double[] sums = new double[scores.length + 1];
        for (int i = 0; i < scores.length; i++) {
            sums[i + 1] = sums[i] + scores[i];
        }
        List<Span> spans = new ArrayList<>();
        Deque<int[]> parts = new ArrayDeque<>();
        parts.add(new int[] {0, scores.length});
        while (!parts.isEmpty()) {
            int[] part = parts.removeLast();
            Span best = best(sums, part[0], part[1]);
            if (best != null) {
                spans.add(best);
                parts.add(new int[] {part[0], best.start()});
                parts.add(new int[] {best.end(), part[1]});
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return spans;
    }

    /** The span with the largest excess between two positions; null when no excess is above 0. */
    private @Nullable Span best(double[] sums, int from, int to) {
        Span positive = best(sums, from, to, 1);
        Span negative = best(sums, from, to, -1);
        return negative == null || positive != null && positive.excess() >= negative.excess() ? positive : negative;
    }

    /** The best span of one sign: the maximum, over its ends, of the minimum over its starts (a sliding window). */
    private @Nullable Span best(double[] sums, int from, int to, int sign) {
        Span best = null;
        int[] starts = new int[Math.max(0, to - from - minimum + 1)];
        int first = 0;
        int size = 0;
        for (int end = from + minimum; end <= to; end++) {
            int start = end - minimum;
            double level = level(sums, start, sign);
            while (size > first && level(sums, starts[size - 1], sign) > level) {
                size--;
            }
            starts[size++] = start;
            if (starts[first] < end - maximum) {
                first++;
            }
            double excess = level(sums, end, sign) - level(sums, starts[first], sign);
            if (excess > (best == null ? 0 : best.excess())) {
                best = new Span(starts[first], end, sums[end] - sums[starts[first]], excess);
            }
        }
        return best;
    }

    private double level(double[] sums, int position, int sign) {
        return sign * sums[position] - offset * position;
    }
}
