package org.expomotif.discover;

import java.util.SplittableRandom;
import org.expomotif.dna.Nucleotide;

/**
 * The bases of a seqlet, and of a few bases on both sides, that contribute with the sign of the seqlet. The weight of a
 * base is its absolute contribution divided by the maximum of the window; a base of the other sign weighs 0.
 *
 * @param length number of bases of the window
 * @param first index of the first base with each letter in the other arrays, and the number of all: 5 numbers
 * @param places positions of the bases with a weight above 0: those of A, then those of C, of G and of T
 * @param weights their weights
 * @param before sum of the weights of all bases before each position, and of all bases
 */
record SeqletWindow(int length, int[] first, int[] places, float[] weights, double[] before) {
    /** Bases that are added on each side of a seqlet. */
    static final int FLANK = 3;

    /**
     * The window of a seqlet.
     *
     * @param codes the bases of the sequence, as codes of {@link Nucleotide}
     * @param contributions one contribution per base
     * @param start the first base of the seqlet
     * @param end the base after its last
     * @param sign 1 or -1
     */
    static SeqletWindow of(byte[] codes, float[] contributions, int start, int end, int sign) {
        int from = Math.max(0, start - FLANK);
        int to = Math.min(codes.length, end + FLANK);
        byte[] bases = new byte[to - from];
        float[] weights = new float[bases.length];
        for (int i = 0; i < bases.length; i++) {
            bases[i] = codes[from + i];
            weights[i] = Math.max(0, sign * contributions[from + i]);
        }
        return of(bases, weights);
    }

    /** The window of bases with weights, which are divided by their maximum; unknown bases weigh 0. */
    static SeqletWindow of(byte[] codes, float[] weights) {
        float[][] byLetter = new float[codes.length][4];
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] != Nucleotide.UNKNOWN) {
                byLetter[i][codes[i]] = weights[i];
            }
        }
        return of(byLetter);
    }

    /**
     * The window of weights that several letters can have at a position, such as a mean of windows. They are divided by
     * their maximum.
     *
     * @param weights one row per position, columns A C G T
     */
    static SeqletWindow of(float[][] weights) {
        float maximum = 0;
        int n = 0;
        for (float[] row : weights) {
            for (float weight : row) {
                maximum = Math.max(maximum, weight);
                n += weight > 0 ? 1 : 0;
            }
        }
        int[] first = new int[5];
        int[] places = new int[n];
        float[] kept = new float[n];
        n = 0;
        for (int letter = 0; letter < 4; letter++) {
            for (int i = 0; i < weights.length; i++) {
                if (weights[i][letter] > 0) {
                    places[n] = i;
                    kept[n++] = weights[i][letter] / maximum;
                }
            }
            first[letter + 1] = n;
        }
        return of(weights.length, first, places, kept);
    }

    private static SeqletWindow of(int length, int[] first, int[] places, float[] weights) {
        double[] before = new double[length + 1];
        for (int i = 0; i < places.length; i++) {
            before[places[i] + 1] += weights[i];
        }
        for (int i = 0; i < length; i++) {
            before[i + 1] += before[i];
        }
        return new SeqletWindow(length, first, places, weights, before);
    }

    /** The sum of the weights. */
    double total() {
        return before[length];
    }

    /** The weights, one row per position and columns A C G T. */
    float[][] byLetter() {
        float[][] rows = new float[length][4];
        for (int letter = 0; letter < 4; letter++) {
            for (int i = first[letter]; i < first[letter + 1]; i++) {
                rows[places[i]][letter] = weights[i];
            }
        }
        return rows;
    }

    /** The window of the other strand. */
    SeqletWindow reverseComplement() {
        float[][] rows = byLetter();
        float[][] turned = new float[length][4];
        for (int i = 0; i < length; i++) {
            for (int letter = 0; letter < 4; letter++) {
                turned[length - 1 - i][3 - letter] = rows[i][letter];
            }
        }
        return of(turned);
    }

    /** The same bases with the same weights in another order. */
    SeqletWindow permuted(SplittableRandom random) {
        int[] order = new int[length];
        for (int i = 0; i < length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        int[] moved = new int[places.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = order[places[i]];
        }
        return of(length, first, moved, weights);
    }
}
