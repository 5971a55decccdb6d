package org.expomotif.variant;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.expomotif.variant.allele.Change;

/**
 * The effects on one class of alleles in shuffled flanks, and the significance of the observed ones. The p-value of an
 * effect is {@code (1 + number of null effects of its kind that are at least as large) / (1 + number of null effects of
 * its kind)}, of absolute values; q-values are those of Benjamini and Hochberg (1995) over all observed effects.
 *
 * <p>Effects are counted in bins whose bounds differ by at most 0.4%. An observed effect counts all null effects of its
 * bin as at least as large. So memory does not depend on the number of effects, nor the result on their order.
 */
final class EffectNull {
    /** Bits of a float's fraction that distinguish bins. */
    private static final int FRACTION_BITS = 8;

    private static final int SHIFT = 23 - FRACTION_BITS;

    /** The bin of 2^-40; everything below is in the same bin. */
    private static final int FIRST = (127 - 40) << FRACTION_BITS;

    /** Bins from 2^-40 to 2^20. */
    private static final int BINS = 60 << FRACTION_BITS;

    private static final int KINDS = Change.Kind.values().length;

    private final long[][] nulls = new long[KINDS][BINS];
    private final long[][] observed = new long[KINDS][BINS];
    private double[][] p = {};
    private double[][] q = {};

    private static int bin(double effect) {
        int bits = Float.floatToIntBits((float) Math.abs(effect));
        return Math.clamp((bits >>> SHIFT) - FIRST, 0, BINS - 1);
    }

    /** Adds an effect in shuffled flanks. */
    void addNull(Change.Kind kind, double effect) {
        nulls[kind.index()][bin(effect)]++;
    }

    /** Adds an observed effect. */
    void addObserved(Change.Kind kind, double effect) {
        observed[kind.index()][bin(effect)]++;
    }

    /** The number of effects in shuffled flanks of a kind of change. */
    long nullCount(Change.Kind kind) {
        return Arrays.stream(nulls[kind.index()]).sum();
    }

    /** Writes the counts. */
    void write(DataOutputStream out) throws IOException {
        for (long[][] counts : List.of(nulls, observed)) {
            for (long[] ofKind : counts) {
                out.writeInt(
                        (int) Arrays.stream(ofKind).filter(count -> count > 0).count());
                for (int bin = 0; bin < BINS; bin++) {
                    if (ofKind[bin] > 0) {
                        out.writeInt(bin);
                        out.writeLong(ofKind[bin]);
                    }
                }
            }
        }
    }

    /**
     * Adds counts that {@link #write} wrote.
     *
     * @throws IOException when they are not what it writes
     */
    void addWritten(DataInputStream in) throws IOException {
        for (long[][] counts : List.of(nulls, observed)) {
            for (long[] ofKind : counts) {
                for (int left = in.readInt(); left > 0; left--) {
                    int bin = in.readInt();
                    long count = in.readLong();
                    if (bin < 0 || bin >= BINS || count < 0) {
                        throw new IOException("the counts of the null cannot be read");
                    }
                    ofKind[bin] += count;
                }
            }
        }
    }

    /** Computes p-values and q-values; called after all effects have been added. */
    void finish() {
        p = new double[KINDS][BINS];
        List<int[]> occupied = new ArrayList<>();
        long tests = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            long all = Arrays.stream(nulls[kind]).sum();
            long above = 0;
            for (int bin = BINS - 1; bin >= 0; bin--) {
                above += nulls[kind][bin];
                p[kind][bin] = (1.0 + above) / (1.0 + all);
                tests += observed[kind][bin];
                if (observed[kind][bin] > 0) {
                    occupied.add(new int[] {kind, bin});
                }
            }
        }
        occupied.sort(Comparator.comparingDouble(place -> p[place[0]][place[1]]));
        q = new double[KINDS][BINS];
        long rank = tests;
        double lowest = 1;
        for (int i = occupied.size() - 1; i >= 0; i--) {
            int[] place = occupied.get(i);
            double own = p[place[0]][place[1]];
            lowest = Math.min(lowest, own * tests / rank);
            q[place[0]][place[1]] = lowest;
            rank -= observed[place[0]][place[1]];
        }
    }

    /** The p-value of an observed effect. */
    double p(Change.Kind kind, double effect) {
        return p[kind.index()][bin(effect)];
    }

    /** The q-value of an observed effect. */
    double q(Change.Kind kind, double effect) {
        return q[kind.index()][bin(effect)];
    }
}
