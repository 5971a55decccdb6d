package org.expomotif.compare.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.stats.SeedMixer;

/**
 * Shuffles of a motif that permute its columns and keep each column whole.
 *
 * <p>The columns from the first to the last informative one, with at least {@value #INFORMATIVE} bits, change places;
 * the flanks stay. A motif without an informative column is permuted as a whole. A shuffle has the letters, the
 * information and the width of the motif, so that a motif which matches because of these alone matches no better than
 * its shuffles; every shuffle of a run of one letter is the run itself.
 */
final class ColumnShuffles {
    /** Information of a column that ends the flanks, in bits. */
    static final double INFORMATIVE = 0.5;

    private ColumnShuffles() {}

    /**
     * Draws shuffles, which depend on the seed and the identifier and the matrix of the motif only.
     *
     * @return {@code count} motifs with the identifiers {@code prefix0, prefix1, ...}
     */
    static List<Motif> of(Motif motif, int count, long seed, String prefix) {
        double[][] matrix = motif.matrix();
        int first = 0;
        int last = matrix.length - 1;
        while (first < matrix.length && InformationContent.bits(matrix[first]) < INFORMATIVE) {
            first++;
        }
        while (last > first && InformationContent.bits(matrix[last]) < INFORMATIVE) {
            last--;
        }
        if (first == matrix.length) {
            first = 0;
            last = matrix.length - 1;
        }
        SplittableRandom random = new SplittableRandom(
                SeedMixer.mix(seed + SeedMixer.GOLDEN * motif.id().hashCode()));
        List<Motif> shuffles = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            shuffles.add(new Motif(prefix + k, "", permuted(matrix, first, last, random), motif.sites(), "")
                    .withAlphabet(motif.alphabet()));
        }
        return shuffles;
    }

    private static double[][] permuted(double[][] matrix, int first, int last, SplittableRandom random) {
        double[][] permuted = matrix.clone();
        for (int i = last; i > first; i--) {
            int j = first + random.nextInt(i - first + 1);
            double[] column = permuted[i];
            permuted[i] = permuted[j];
            permuted[j] = column;
        }
        return permuted;
    }
}
