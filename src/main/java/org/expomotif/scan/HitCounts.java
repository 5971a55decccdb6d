package org.expomotif.scan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What q-values are computed from: how many windows of a matrix reach each level, and how many hits each sum has. The
 * counts of shares of the work add up to those of the whole, so the q-values of a scan in parts are those of the whole.
 *
 * <p>{@code q = min over p' >= p of min(1, pi0 p' N / #{hits with p-value at most p'})} (Storey, J. R. Stat. Soc. B 64,
 * 479-498, 2002), the minimum over the hits. As in FIMO, {@code z(l) = #{p >= l} / ((1 - l) N)} at {@code l = 0.005,
 * 0.010, ..., 0.5}, {@code z0} is the least of them, and {@code pi0 = z(l)} at the first {@code l} whose bootstrap mean
 * of {@code (z - z0)^2} is least. FIMO draws 100 bootstraps of 1,000 from a sample of 10,000 p-values; here the
 * expectation itself is taken: {@code (z(l) - z0)^2 + P (1 - P) / (1000 (1 - l)^2)}, {@code P = #{p >= l} / N}.
 *
 * @param windowsByLevel windows by the number of levels that their p-value reaches, {@value #LEVELS} + 1 counts
 * @param hits by key: the sum of a hit on the plus strand, {@code ~sum} of one on the minus strand
 */
record HitCounts(long[] windowsByLevel, SortedMap<Integer, Hits> hits) {
    /** Levels l that p-values are counted at. */
    static final int LEVELS = 100;

    private static final int BOOTSTRAP = 1000;
    private static final int TOO_FEW = 100;

    /**
     * Hits that share strand and sum.
     *
     * @param pValue their p-value
     * @param count how many there are
     */
    record Hits(double pValue, long count) {}

    /** The level of that number, counted from 1. */
    static double level(int number) {
        return number / 100.0 * 0.5;
    }

    /** The counts of both. */
    HitCounts plus(HitCounts other) {
        long[] windows = windowsByLevel.clone();
        Arrays.setAll(windows, i -> windows[i] + other.windowsByLevel[i]);
        SortedMap<Integer, Hits> all = new TreeMap<>(hits);
        other.hits.forEach((key, more) -> all.merge(key, more, (a, b) -> new Hits(a.pValue, a.count + b.count)));
        return new HitCounts(windows, all);
    }

    /** The share of windows that follow the null. */
    double nullShare() {
        double n = Arrays.stream(windowsByLevel).sum();
        if (n <= TOO_FEW) {
            return 1;
        }
        double[] z = new double[LEVELS + 1];
        double[] variance = new double[LEVELS + 1];
        double least = Double.POSITIVE_INFINITY;
        double above = 0;
        for (int i = LEVELS; i > 0; i--) {
            above += windowsByLevel[i];
            double share = above / n;
            z[i] = above == 0 ? Double.POSITIVE_INFINITY : share / (1 - level(i));
            variance[i] = share * (1 - share) / (BOOTSTRAP * (1 - level(i)) * (1 - level(i)));
            least = Math.min(least, z[i]);
        }
        double best = 1;
        double leastError = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= LEVELS; i++) {
            double error = (z[i] - least) * (z[i] - least) + variance[i];
            if (error < leastError) {
                leastError = error;
                best = z[i];
            }
        }
        return Math.clamp(best, 0, 1);
    }

    /** The q-values of the hits by key. */
    Map<Integer, Double> qValues() {
        List<Map.Entry<Integer, Hits>> byPValue = hits.entrySet().stream()
                .sorted((a, b) -> Double.compare(a.getValue().pValue, b.getValue().pValue))
                .toList();
        double scale = nullShare() * Arrays.stream(windowsByLevel).sum();
        Map<Integer, Double> values = new HashMap<>();
        long rank = hits.values().stream().mapToLong(Hits::count).sum();
        double q = 1;
        for (Map.Entry<Integer, Hits> entry : byPValue.reversed()) {
            q = Math.min(q, entry.getValue().pValue * scale / rank);
            values.put(entry.getKey(), q);
            rank -= entry.getValue().count;
        }
        return values;
    }

    /** As one word and another, for the file of a part: counts of windows, and {@code key:pvalue:count} of hits. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (long count : windowsByLevel) {
            text.append(text.isEmpty() ? "" : ",").append(count);
        }
        text.append(' ');
        hits.forEach((key, found) -> text.append(key)
                .append(':')
                .append(found.pValue)
                .append(':')
                .append(found.count)
                .append(','));
        return text.toString();
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static HitCounts parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("expected two words of counts");
        }
        long[] windows =
                Arrays.stream(words[0].split(",")).mapToLong(Long::parseLong).toArray();
        if (windows.length != LEVELS + 1 || Arrays.stream(windows).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("expected " + (LEVELS + 1) + " counts of windows");
        }
        SortedMap<Integer, Hits> hits = new TreeMap<>();
        for (String one : words[1].split(",")) {
            if (!one.isEmpty()) {
                String[] numbers = one.split(":", -1);
                if (numbers.length != 3) {
                    throw new IllegalArgumentException("expected key, p-value and count of hits");
                }
                Hits found = new Hits(Double.parseDouble(numbers[1]), Long.parseLong(numbers[2]));
                if (!(found.pValue >= 0 && found.pValue <= 1) || found.count < 1) {
                    throw new IllegalArgumentException("expected key, p-value and count of hits");
                }
                hits.put(Integer.valueOf(numbers[0]), found);
            }
        }
        return new HitCounts(windows, hits);
    }
}
