package org.expomotif.synth;

import java.util.SplittableRandom;
import org.expomotif.motif.Motif;

/** Draws instances of one motif: each base from its column, divided by the sum of the column. */
final class MotifSampler {
    private static final byte[] LETTERS = {'A', 'C', 'G', 'T'};

    private final double[][] forward;
    private final double[][] reverse;

    MotifSampler(Motif motif) {
        forward = cumulative(motif.matrix());
        reverse = cumulative(motif.reverseComplement().matrix());
    }

    private static double[][] cumulative(double[][] matrix) {
        double[][] sums = new double[matrix.length][4];
        for (int i = 0; i < matrix.length; i++) {
            double sum = 0;
            for (int letter = 0; letter < 4; letter++) {
                sum += matrix[i][letter];
                sums[i][letter] = sum;
            }
        }
        return sums;
    }

    void write(byte[] letters, int start, boolean reversed, SplittableRandom random) {
        double[][] sums = reversed ? reverse : forward;
        for (int i = 0; i < sums.length; i++) {
            double at = random.nextDouble() * sums[i][3];
            int letter = 0;
            while (letter < 3 && at >= sums[i][letter]) {
                letter++;
            }
            letters[start + i] = LETTERS[letter];
        }
    }
}
