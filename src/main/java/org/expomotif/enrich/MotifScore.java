package org.expomotif.enrich;

import org.expomotif.scan.best.SequenceBlock;
import org.expomotif.scan.best.WindowTables;
import org.expomotif.stats.LogProbability;

/**
 * The score of SEA, in bits: the logarithm of the probability of a window by the motif over its probability by the
 * background, whose context includes the bases before the window. It is rounded to ten significant digits.
 */
final class MotifScore implements SiteScore {
    private final double[][] bits;

    /**
     * Creates the score.
     *
     * @param probabilities of the motif, with pseudocounts
     */
    MotifScore(double[][] probabilities) {
        bits = new double[probabilities.length][4];
        for (int i = 0; i < bits.length; i++) {
            for (int a = 0; a < 4; a++) {
                bits[i][a] = Math.log(probabilities[i][a]) / Math.log(2);
            }
        }
    }

    @Override
    public int width() {
        return bits.length;
    }

    @Override
    public double plus(SequenceBlock block, int at) {
        byte[] codes = block.codes();
        double sum = 0;
        for (int i = 0; i < bits.length; i++) {
            sum += bits[i][codes[at + i]];
        }
        return sum - block.plusBackground(at, bits.length);
    }

    @Override
    public double minus(SequenceBlock block, int at) {
        byte[] codes = block.codes();
        int last = at + bits.length - 1;
        double sum = 0;
        for (int i = 0; i < bits.length; i++) {
            sum += bits[i][3 - codes[last - i]];
        }
        return sum - block.minusBackground(at, bits.length);
    }

    @Override
    public double rounded(double score) {
        return LogProbability.significant(score);
    }

    @Override
    public boolean isSite(double score) {
        return score > 0;
    }

    @Override
    public WindowTables bestTables() {
        return WindowTables.best(bits, true, 0);
    }

    @Override
    public WindowTables allTables(double minimum) {
        return WindowTables.all(bits, true, Math.max(0, minimum));
    }
}
