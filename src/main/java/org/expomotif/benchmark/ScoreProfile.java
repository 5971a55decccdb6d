package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.ScoringMatrix;

/**
 * The maximum score over several matrices at every base of a sequence. The score of a window is assigned to its central
 * base, {@code start + width / 2}, the position of the activation of a filter in a network with padding {@code same}.
 * Windows that extend beyond the sequence or contain an unknown base are not scored.
 */
public final class ScoreProfile {
    /** Added to every probability in proportion to the background, so that a probability of 0 has a logarithm. */
    private static final double PSEUDOCOUNT = 1e-4;

    private record Scored(ScoringMatrix matrix, double bias) {}

    private final List<Scored> matrices;

    private ScoreProfile(List<Scored> matrices) {
        this.matrices = List.copyOf(matrices);
    }

    /**
     * Creates a profile of the log2 odds of motifs against a uniform background.
     *
     * @param bothStrands whether the reverse complements of DNA motifs are scored too
     */
    public static ScoreProfile ofMotifs(List<Motif> motifs, boolean bothStrands) {
        List<Scored> matrices = new ArrayList<>();
        for (Motif motif : motifs) {
            matrices.add(logOdds(motif));
            if (bothStrands && motif.alphabet().hasTwoStrands()) {
                matrices.add(logOdds(motif.reverseComplement()));
            }
        }
        return new ScoreProfile(matrices);
    }

    /**
     * Creates a profile of the filters of a first layer on the strand as read, before the activation function. A
     * non-decreasing activation preserves the order of the scores.
     *
     * @param kernels {@code [filter][position][base]}
     * @param biases {@code [filter]}
     */
    public static ScoreProfile ofFilters(double[][][] kernels, double[] biases) {
        List<Scored> matrices = new ArrayList<>();
        for (int f = 0; f < kernels.length; f++) {
            matrices.add(new Scored(new ScoringMatrix(kernels[f]), biases[f]));
        }
        return new ScoreProfile(matrices);
    }

    private static Scored logOdds(Motif motif) {
        return new Scored(ScoringMatrix.logOdds(motif, Background.UNIFORM, PSEUDOCOUNT), 0);
    }

    /** One score per base; negative infinity where no window has its centre. */
    public double[] of(byte[] letters) {
        byte[] codes = Nucleotide.codes(letters);
        double[] best = new double[codes.length];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        for (Scored scored : matrices) {
            int width = scored.matrix.width();
            for (int start = 0; start + width <= codes.length; start++) {
                int centre = start + width / 2;
                best[centre] = Math.max(best[centre], scored.matrix.score(codes, start) + scored.bias);
            }
        }
        return best;
    }
}
