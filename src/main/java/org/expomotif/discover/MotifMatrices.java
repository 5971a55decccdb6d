package org.expomotif.discover;

import java.util.List;
import java.util.Optional;
import org.expomotif.attribution.file.LetterScores;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.dna.Nucleotide;

/**
 * The matrices of a motif, each a mean over its seqlets with one row per column of the motif and the letters A C G T.
 *
 * @param frequencies fraction of the seqlets with the letter; 0.25 each where no seqlet has a known base
 * @param contributions the contribution of the letters that are present (CWM)
 * @param hypothetical the scores of all letters (hypothetical CWM), if they are known
 */
public record MotifMatrices(double[][] frequencies, double[][] contributions, Optional<double[][]> hypothetical) {

    /** The matrices of seqlets; positions outside of a sequence do not count. */
    public static MotifMatrices of(SequenceScores scores, List<SeqletPlace> places, int width) {
        double[][] counts = new double[width][4];
        double[][] contributions = new double[width][4];
        double[][] hypothetical = new double[width][4];
        int[] inside = new int[width];
        for (SeqletPlace place : places) {
            int sequence = place.seqlet().sequence();
            byte[] codes = scores.codes().get(sequence);
            float[] map = scores.bases().maps().get(sequence);
            for (int column = 0; column < width; column++) {
                int at = place.position(column, width);
                if (at < 0 || at >= codes.length) {
                    continue;
                }
                inside[column]++;
                if (codes[at] != Nucleotide.UNKNOWN) {
                    int letter = place.reverse() ? 3 - codes[at] : codes[at];
                    counts[column][letter]++;
                    contributions[column][letter] += map[at];
                }
                if (scores.letters().isPresent()) {
                    add(hypothetical[column], scores.letters().get(), sequence, at, place.reverse());
                }
            }
        }
        for (int column = 0; column < width; column++) {
            divide(contributions[column], inside[column]);
            divide(hypothetical[column], inside[column]);
        }
        return new MotifMatrices(
                frequencies(counts), contributions, scores.letters().map(letters -> hypothetical));
    }

    private static void add(double[] row, LetterScores letters, int sequence, int position, boolean reverse) {
        for (int letter = 0; letter < 4; letter++) {
            row[reverse ? 3 - letter : letter] += letters.at(sequence, position, letter);
        }
    }

    private static void divide(double[] row, int n) {
        for (int letter = 0; letter < 4 && n > 0; letter++) {
            row[letter] /= n;
        }
    }

    private static double[][] frequencies(double[][] counts) {
        double[][] frequencies = new double[counts.length][4];
        for (int column = 0; column < counts.length; column++) {
            double sum = counts[column][0] + counts[column][1] + counts[column][2] + counts[column][3];
            for (int letter = 0; letter < 4; letter++) {
                frequencies[column][letter] = sum > 0 ? counts[column][letter] / sum : 0.25;
            }
        }
        return frequencies;
    }

    /** Number of columns. */
    public int width() {
        return frequencies.length;
    }
}
