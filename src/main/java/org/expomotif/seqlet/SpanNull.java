package org.expomotif.seqlet;

import java.util.Arrays;
import java.util.List;

/**
 * The spans that stand out by chance, of one sign: those of the maps of a null. The unit of the null is the sequence,
 * for the scores of neighbouring bases depend on each other and those of different sequences do not.
 */
final class SpanNull {
    private final int maps;
    private final double[] excesses;
    private final double[] maxima;

    /**
     * The spans of one sign in null maps.
     *
     * @param maps the spans of each null map; a map without spans has an empty list
     * @param positive the sign
     */
    SpanNull(List<List<Span>> maps, boolean positive) {
        this.maps = maps.size();
        this.excesses = maps.stream()
                .flatMap(List::stream)
                .filter(span -> span.isPositive() == positive)
                .mapToDouble(Span::excess)
                .sorted()
                .toArray();
        this.maxima = maps.stream()
                .mapToDouble(spans -> spans.stream()
                        .filter(span -> span.isPositive() == positive)
                        .mapToDouble(Span::excess)
                        .max()
                        .orElse(0))
                .sorted()
                .toArray();
    }

    /** Number of null maps. */
    int maps() {
        return maps;
    }

    /**
     * The probability that a null map has a span with at least this excess: (1 + n) / (1 + maps), where n of the maps
     * have one.
     */
    double p(double excess) {
        return (1.0 + atLeast(maxima, excess)) / (1.0 + maps);
    }

    /** Number of null spans with at least this excess. */
    int count(double excess) {
        return atLeast(excesses, excess);
    }

    private static int atLeast(double[] sorted, double value) {
        int index = Arrays.binarySearch(sorted, value);
        if (index < 0) {
            return sorted.length + index + 1;
        }
        while (index > 0 && sorted[index - 1] == value) {
            index--;
        }
        return sorted.length - index;
    }
}
