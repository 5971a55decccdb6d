package org.expomotif.scan.site;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.expomotif.scan.level.PValueLevels;

/**
 * The counts that q-values are computed from: the number of windows of a matrix that reach each level, and the number
 * of hits of each sum. The counts of shards add up to those of the whole scan, so the q-values of merged shards are
 * those of the whole scan.
 *
 * <p>{@code q = min over p' >= p of min(1, pi0 p' N / #{hits with p-value at most p'})} (Storey, J. R. Stat. Soc. B 64,
 * 479-498, 2002), the minimum over the hits. As in FIMO, {@code z(l) = #{p >= l} / ((1 - l) N)} at {@code l = 0.005,
 * 0.010, ..., 0.5}, {@code z0} is their minimum, and {@code pi0 = z(l)} at the first {@code l} with the minimum
 * bootstrap mean of {@code (z - z0)^2}. FIMO draws 100 bootstraps of 1,000 from a sample of 10,000 p-values; this class
 * computes the expectation instead: {@code (z(l) - z0)^2 + P (1 - P) / (1000 (1 - l)^2)}, {@code P = #{p >= l} / N}.
 *
 * @param windowsByLevel number of windows by the number of levels that their p-value reaches,
 *     {@link PValueLevels#COUNT} + 1 counts
 * @param hits hits by key: {@code sum} on the plus strand, {@code ~sum} on the minus strand
 */
public record HitCounts(long[] windowsByLevel, SortedMap<Integer, Hits> hits) {
    private static final int LEVELS = PValueLevels.COUNT;

    private static final int BOOTSTRAP = 1000;
    private static final int TOO_FEW = 100;

    /**
     * Hits that share strand and sum.
     *
     * @param pValue their p-value
     * @param count number of hits
     */
    record Hits(double pValue, long count) {}

    /** The sums of these and other counts. */
    public HitCounts plus(HitCounts other) {
        long[] windows = windowsByLevel.clone();
        Arrays.setAll(windows, i -> windows[i] + other.windowsByLevel[i]);
        SortedMap<Integer, Hits> all = new TreeMap<>(hits);
        other.hits.forEach((key, more) -> all.merge(key, more, (a, b) -> new Hits(a.pValue, a.count + b.count)));
        return new HitCounts(windows, all);
    }

    /** The proportion of windows that follow the null distribution, pi0. */
    public double nullProportion() {
        double n = Arrays.stream(windowsByLevel).sum();
        if (n <= TOO_FEW) {
            return 1;
        }
        double[] z = new double[LEVELS + 1];
        double[] variance = new double[LEVELS + 1];
        double minimum = Double.POSITIVE_INFINITY;
        double above = 0;
        for (int i = LEVELS; i > 0; i--) {
            above += windowsByLevel[i];
            double share = above / n;
            z[i] = above == 0 ? Double.POSITIVE_INFINITY : share / (1 - PValueLevels.level(i));
            variance[i] = share * (1 - share) / (BOOTSTRAP * (1 - PValueLevels.level(i)) * (1 - PValueLevels.level(i)));
            minimum = Math.min(minimum, z[i]);
        }
        double best = 1;
        double minimumError = Double.POSITIVE_INFINITY;
        for (int i = 1; i <= LEVELS; i++) {
            double error = (z[i] - minimum) * (z[i] - minimum) + variance[i];
            if (error < minimumError) {
                minimumError = error;
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
        double scale = nullProportion() * Arrays.stream(windowsByLevel).sum();
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

    /**
     * The counts as text for the file of a shard: the counts of windows, a space, and {@code key:pvalue:count} of the
     * hits.
     */
    public String text() {
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
     * Parses the result of {@link #text()}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static HitCounts parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("expected two words of counts, found " + words.length);
        }
        long[] windows =
                Arrays.stream(words[0].split(",")).mapToLong(Long::parseLong).toArray();
        if (windows.length != LEVELS + 1 || Arrays.stream(windows).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "expected " + (LEVELS + 1) + " counts of windows, found " + windows.length);
        }
        SortedMap<Integer, Hits> hits = new TreeMap<>();
        for (String one : words[1].split(",")) {
            if (!one.isEmpty()) {
                String[] numbers = one.split(":", -1);
                if (numbers.length != 3) {
                    throw new IllegalArgumentException("expected key:pvalue:count, found " + one);
                }
                Hits found = new Hits(Double.parseDouble(numbers[1]), Long.parseLong(numbers[2]));
                if (!(found.pValue >= 0 && found.pValue <= 1) || found.count < 1) {
                    throw new IllegalArgumentException("expected key:pvalue:count, found " + one);
                }
                hits.put(Integer.valueOf(numbers[0]), found);
            }
        }
        return new HitCounts(windows, hits);
    }
}
