package org.expomotif.scan.best;

import java.util.Arrays;
import java.util.List;
import org.expomotif.dna.Nucleotide;

/**
 * Consecutive sequences in one array, each from a multiple of {@value #ALIGNMENT} on and followed by at least one
 * unknown base, with the sums of their background. One thread uses a block at a time.
 */
public final class SequenceBlock {
    /** Number of windows that a finder tests at once. */
    static final int ALIGNMENT = 32;

    /** The offset of a window that holds an unknown base: no sum of a table raises it above 0. */
    static final short EXCLUDED = Short.MIN_VALUE;

    /** Binary digits of the fractions of sums. */
    private static final int FRACTION = 12;

    private final int first;
    private final int[] starts;
    private final int[] lengths;
    private final byte[] codes;
    private final short[] triples;
    private final double[] plusSums;
    private final double[] minusSums;
    private final int[] plusFixed;
    private final int[] minusFixed;
    /** Starts and ends of the runs of known bases, by turns. */
    private final int[] runs;

    private final short[] plusOffsets;
    private final short[] minusOffsets;
    private int offsetWidth;
    private int maximumOffset;

    /**
     * Lays out sequences.
     *
     * @param sequences all sequences, as codes of {@link Nucleotide}
     * @param from index of the first sequence of the block
     * @param to index after the last sequence of the block
     * @param maximumWidth maximum width of the matrices
     */
    public SequenceBlock(List<byte[]> sequences, int from, int to, int maximumWidth, BackgroundSums background) {
        first = from;
        starts = new int[to - from];
        lengths = new int[to - from];
        int end = 0;
        for (int s = 0; s < starts.length; s++) {
            starts[s] = end;
            lengths[s] = sequences.get(from + s).length;
            end += (lengths[s] + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
        }
        int size = end + ALIGNMENT + maximumWidth + 3;
        codes = new byte[size];
        Arrays.fill(codes, Nucleotide.UNKNOWN);
        plusSums = new double[size];
        minusSums = new double[size];
        for (int s = 0; s < starts.length; s++) {
            byte[] sequence = sequences.get(from + s);
            System.arraycopy(sequence, 0, codes, starts[s], sequence.length);
            background.add(sequence, plusSums, minusSums, starts[s]);
        }
        triples = new short[size];
        for (int i = 0; i + 2 < size; i++) {
            triples[i] = (short) ((codes[i] & 3) << 4 | (codes[i + 1] & 3) << 2 | codes[i + 2] & 3);
        }
        plusFixed = fixed(plusSums);
        minusFixed = fixed(minusSums);
        runs = runs(codes);
        plusOffsets = new short[size];
        minusOffsets = new short[size];
    }

    /** Index, among all sequences, of the first sequence of the block. */
    public int first() {
        return first;
    }

    /** Number of sequences. */
    public int count() {
        return starts.length;
    }

    /** The index of the first base of a sequence of the block. */
    public int start(int sequence) {
        return starts[sequence];
    }

    /** Number of windows of a width in a sequence of the block, 0 when it is shorter. */
    public int windows(int sequence, int width) {
        return Math.max(0, lengths[sequence] - width + 1);
    }

    /** The codes of all sequences; not to be changed. */
    public byte[] codes() {
        return codes;
    }

    /** The logarithm of the background probability of the window from {@code at} on, on the plus strand. */
    public double plusBackground(int at, int width) {
        return plusSums[at + width] - plusSums[at];
    }

    /** The logarithm of the background probability of the reverse complement of the window from {@code at} on. */
    public double minusBackground(int at, int width) {
        return minusSums[at] - minusSums[at + width];
    }

    /** Whether a window holds no unknown base. */
    public boolean isKnown(int at, int width) {
        for (int i = at; i < at + width; i++) {
            if (codes[i] == Nucleotide.UNKNOWN) {
                return false;
            }
        }
        return true;
    }

    /** Codes of three bases, an unknown base counting as 0. */
    short[] triples() {
        return triples;
    }

    /** The negative background of each window of the width last prepared, in units; see {@link #prepare}. */
    short[] plusOffsets() {
        return plusOffsets;
    }

    /** The same on the minus strand. */
    short[] minusOffsets() {
        return minusOffsets;
    }

    /**
     * Computes the offsets of all windows of a width: {@code -unit (background + 2 width)}, to within 0.8, where the
     * background is in bits and 2 bits per position are part of the tables ({@link WindowTables}).
     *
     * @return the maximum offset; the maximum of an int when an offset does not fit into 16 bits
     */
    int prepare(int width, boolean withBackground) {
        int key = withBackground ? width : -width;
        if (offsetWidth == key) {
            return maximumOffset;
        }
        Arrays.fill(plusOffsets, EXCLUDED);
        Arrays.fill(minusOffsets, EXCLUDED);
        int highest = Short.MIN_VALUE;
        for (int r = 0; r < runs.length; r += 2) {
            int from = runs[r];
            int to = runs[r + 1] - width + 1;
            if (from < to && withBackground) {
                int onPlus = offsets(plusFixed, from, to, width, 1, plusOffsets);
                int onMinus = offsets(minusFixed, from, to, width, -1, minusOffsets);
                highest = Math.max(highest, Math.max(onPlus, onMinus));
            } else if (from < to) {
                Arrays.fill(plusOffsets, from, to, (short) 0);
                Arrays.fill(minusOffsets, from, to, (short) 0);
                highest = Math.max(highest, 0);
            }
        }
        offsetWidth = key;
        maximumOffset = highest;
        return highest;
    }

    /**
     * The offsets of the windows {@code from .. to - 1}; returns their maximum, or the maximum of an int when one does
     * not fit. Differences of the sums are exact although the sums themselves may overflow.
     */
    private static int offsets(int[] fixed, int from, int to, int width, int sign, short[] offsets) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int i = from; i < to; i++) {
            int background = sign * (fixed[i + width] - fixed[i]);
            lowest = Math.min(lowest, background);
            highest = Math.max(highest, background);
        }
        int unit = WindowTables.unit(width);
        int shift = 2 * width << FRACTION;
        int half = 1 << FRACTION - 1;
        if (half - (highest + shift) * unit >> FRACTION <= Short.MIN_VALUE
                || half - (lowest + shift) * unit >> FRACTION > Short.MAX_VALUE) {
            return Integer.MAX_VALUE;
        }
        for (int i = from; i < to; i++) {
            offsets[i] = (short) (half - (sign * (fixed[i + width] - fixed[i]) + shift) * unit >> FRACTION);
        }
        return half - (lowest + shift) * unit >> FRACTION;
    }

    /** The sums as whole multiples of 2^-12 bits, modulo 2^32. */
    private static int[] fixed(double[] sums) {
        int[] fixed = new int[sums.length];
        for (int i = 0; i < sums.length; i++) {
            fixed[i] = (int) (long) Math.rint(sums[i] * (1 << FRACTION));
        }
        return fixed;
    }

    private static int[] runs(byte[] codes) {
        int[] runs = new int[16];
        int count = 0;
        int i = 0;
        while (i < codes.length) {
            int from = i;
            while (i < codes.length && codes[i] != Nucleotide.UNKNOWN) {
                i++;
            }
            if (i > from) {
                if (count + 2 > runs.length) {
                    runs = Arrays.copyOf(runs, 2 * count);
                }
                runs[count++] = from;
                runs[count++] = i;
            }
            i++;
        }
        return Arrays.copyOf(runs, count);
    }
}
