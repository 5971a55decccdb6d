package org.expomotif.enrich;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Background;
import org.expomotif.scan.best.BackgroundSums;

/** Counts of the words of one to three bases in sequences, and the backgrounds of SEA that are made from them. */
final class LetterCounts {
    private static final int LONGEST = 3;

    /** Digits of a word's probability: SEA writes and reads its background with four. */
    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);

    private static final double SUM_TOLERANCE = 1e-7;
    private static final double ADDED = 5e-7;

    private final long[][] counts = {new long[4], new long[16], new long[64]};

    /** Counts the words of one sequence; a word with an unknown base does not count. */
    void add(byte[] codes) {
        int known = 0;
        int word = 0;
        for (byte code : codes) {
            if (code == Nucleotide.UNKNOWN) {
                known = 0;
                continue;
            }
            word = (word << 2 | code) & 63;
            known++;
            for (int k = 1; k <= LONGEST && k <= known; k++) {
                counts[k - 1][word & (1 << 2 * k) - 1]++;
            }
        }
    }

    /** Letter frequencies with one more count per letter, the same on both strands. */
    Background letters() {
        long[] n = counts[0];
        double total = n[0] + n[1] + n[2] + n[3] + 4;
        double at = ((n[0] + 1) / total + (n[3] + 1) / total) / 2;
        double cg = ((n[1] + 1) / total + (n[2] + 1) / total) / 2;
        return new Background(at, cg, cg, at);
    }

    /** The letter frequencies that pseudocounts are proportional to: 5e-7 more per letter, divided by their sum. */
    static double[] pseudocountBackground(Background letters) {
        double[] b = letters.toArray();
        double sum = 0;
        for (int a = 0; a < 4; a++) {
            b[a] += ADDED;
            sum += b[a];
        }
        for (int a = 0; a < 4; a++) {
            b[a] /= sum;
        }
        return b;
    }

    /**
     * The background of SEA: the probability of each base given the two before it, from both strands, with less context
     * at the start of a sequence and after an unknown base.
     */
    BackgroundSums conditional() {
        double[][] bits = new double[LONGEST][];
        for (int k = 1; k <= LONGEST; k++) {
            bits[k - 1] = conditionalBits(k);
        }
        return new ConditionalSums(bits);
    }

    private double[] conditionalBits(int k) {
        long[] n = counts[k - 1];
        long total = 0;
        for (long count : n) {
            total += count;
        }
        double[] p = new double[n.length];
        for (int word = 0; word < p.length; word++) {
            double exact = (1.0 / p.length + n[word] + n[reverseComplement(word, k)]) / (1 + 2.0 * total);
            p[word] = new BigDecimal(exact).round(FOUR).doubleValue();
        }
        double[] bits = new double[p.length];
        for (int block = 0; block < p.length; block += 4) {
            double sum = p[block] + p[block + 1] + p[block + 2] + p[block + 3];
            boolean divided = Math.abs(sum - 1) > SUM_TOLERANCE;
            for (int word = block; word < block + 4; word++) {
                bits[word] = Math.log(divided ? p[word] / sum : p[word]) / Math.log(2);
            }
        }
        return bits;
    }

    private static int reverseComplement(int word, int length) {
        int reversed = 0;
        for (int i = 0; i < length; i++) {
            reversed = reversed << 2 | 3 - (word >> 2 * i & 3);
        }
        return reversed;
    }

    /** Sums of the logarithms of conditional probabilities, in bits, in both directions. */
    private record ConditionalSums(double[][] bits) implements BackgroundSums {
        @Override
        public void add(byte[] codes, double[] plus, double[] minus, int at) {
            int length = codes.length;
            int known = 0;
            int word = 0;
            double sum = 0;
            plus[at] = 0;
            for (int i = 0; i < length; i++) {
                if (codes[i] == Nucleotide.UNKNOWN) {
                    known = 0;
                } else {
                    word = (word << 2 | codes[i]) & 63;
                    known = Math.min(known + 1, LONGEST);
                    sum += bits[known - 1][word & (1 << 2 * known) - 1];
                }
                plus[at + i + 1] = sum;
            }
            known = 0;
            word = 0;
            sum = 0;
            minus[at + length] = 0;
            for (int i = length - 1; i >= 0; i--) {
                if (codes[i] == Nucleotide.UNKNOWN) {
                    known = 0;
                } else {
                    word = (word << 2 | 3 - codes[i]) & 63;
                    known = Math.min(known + 1, LONGEST);
                    sum += bits[known - 1][word & (1 << 2 * known) - 1];
                }
                minus[at + i] = sum;
            }
        }
    }
}
