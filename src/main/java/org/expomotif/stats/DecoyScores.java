package org.expomotif.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores of findings in sequences where there is nothing to find (decoys), and the significance of other scores against
 * them. The unit of a p-value is the sequence, for findings of one sequence depend on each other and those of different
 * sequences do not.
 */
public final class DecoyScores {
    private final int sequences;
    private final double[] scores;
    private final double[] maxima;

    /**
     * Sorts the scores.
     *
     * @param bySequence the scores of the findings of each sequence; empty for a sequence without findings
     */
    public DecoyScores(List<double[]> bySequence) {
        this(bySequence, bySequence.size());
    }

    /**
     * Sorts the scores.
     *
     * @param bySequence the scores of the findings of each sequence; sequences without findings may be left out
     * @param sequences number of sequences, with those that are left out
     */
    public DecoyScores(List<double[]> bySequence, int sequences) {
        this.sequences = sequences;
        this.scores =
                bySequence.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        this.maxima = bySequence.stream()
                .filter(own -> own.length > 0)
                .mapToDouble(own -> Arrays.stream(own).max().orElseThrow())
                .sorted()
                .toArray();
    }

    /** The probability of a sequence with a score at least this high: (1 + n) / (1 + N), where n of N have one. */
    public double p(double score) {
        return (1.0 + atLeast(maxima, score)) / (1.0 + sequences);
    }

    /**
     * The q-values of scores. The false discovery rate among the n scores of at least {@code t} is estimated as
     * {@code (n0 + 1) x (sequences / sequences of the decoys) / n}, where {@code n0} counts decoys (target and decoy,
     * with the 1 that makes it hold for few findings: Barber and Candes, 2015). A q-value is the lowest rate at any
     * {@code t} that includes the score, at most 1.
     *
     * @param found the scores, in any order
     * @param inSequences number of sequences in which they were found
     * @return one q-value per score
     */
    public double[] qValues(double[] found, int inSequences) {
        int[] order = IntStream.range(0, found.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -found[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ratio = (double) inSequences / sequences;
        double[] q = new double[found.length];
        double lowest = 1;
        for (int i = found.length - 1; i >= 0; i--) {
            double score = found[order[i]];
            boolean isLastOfTies = i == found.length - 1 || found[order[i + 1]] < score;
            if (isLastOfTies) {
                lowest = Math.min(lowest, (atLeast(scores, score) + 1) * ratio / (i + 1));
            }
            q[order[i]] = lowest;
        }
        return q;
    }

    private static int atLeast(double[] sorted, double value) {
        int index = Arrays.binarySearch(sorted, value);
        if (index < 0) {
            return sorted.length + index + 1;
        }
        while (index > 0 && sorted[index - 1] == value) {
            index--;
        }
        return sorted.length - index;
    }
}
