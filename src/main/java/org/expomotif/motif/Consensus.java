package org.expomotif.motif;

/**
 * Consensus of a motif in IUPAC letters, by the rules of Cavener (Nucleic Acids Research 15, 1353-1361, 1987). A
 * position is written as one base when its frequency is above 1/2 and at least twice that of the next; otherwise as two
 * bases when their frequencies sum to more than 3/4; otherwise as three bases when the fourth never occurs; otherwise
 * as N.
 */
public final class Consensus {
    /** Ambiguity letters by the set of bases they stand for: bit 0 is A, 1 C, 2 G, 3 T. */
    private static final String LETTERS = "-ACMGRSVTWYHKDBN";

    private Consensus() {}

    /** The consensus of a matrix, one letter per position. */
    public static String iupac(double[][] matrix) {
        StringBuilder consensus = new StringBuilder(matrix.length);
        for (double[] column : matrix) {
            consensus.append(LETTERS.charAt(bases(column)));
        }
        return consensus.toString();
    }

    /** The IUPAC letter of a set of bases, given as bits: 1 A, 2 C, 4 G, 8 T. */
    static char letter(int bases) {
        return LETTERS.charAt(bases);
    }

    private static int bases(double[] column) {
        int[] order = {0, 1, 2, 3};
        for (int i = 1; i < 4; i++) {
            for (int j = i; j > 0 && column[order[j]] > column[order[j - 1]]; j--) {
                int swap = order[j];
                order[j] = order[j - 1];
                order[j - 1] = swap;
            }
        }
        double total = column[0] + column[1] + column[2] + column[3];
        double first = column[order[0]];
        double second = column[order[1]];
        if (first > 0.5 * total && first >= 2 * second) {
            return 1 << order[0];
        }
        if (first + second > 0.75 * total) {
            return 1 << order[0] | 1 << order[1];
        }
        return column[order[3]] == 0 ? 15 ^ 1 << order[3] : 15;
    }
}
