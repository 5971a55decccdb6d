package org.expomotif.compare.score;

import java.util.Optional;

/**
 * Scores of counts x = n_q q and y = n_t t, with C = x + y, under the letter probabilities s(.) of a model:
 *
 * <ul>
 *   <li>log-likelihood ratio: {@code sum C_a ln s(C)_a - sum x_a ln s(x)_a - sum y_a ln s(y)_a};
 *   <li>blic: {@code 2 sum C_a ln s(C)_a - sum x_a ln s(x)_a - sum y_a ln s(y)_a - sum C_a ln b_a}.
 * </ul>
 */
final class CountScores implements ColumnScorer {
    private final LetterModel model;
    private final Optional<double[]> backgroundLogs;
    private final double[][] counts;
    private final double[] targetTerms;

    /** The log-likelihood ratio. */
    CountScores(MotifColumns targets, LetterModel model) {
        this(targets, model, Optional.empty());
    }

    /** The blic score. */
    CountScores(MotifColumns targets, LetterModel model, double[] background) {
        this(targets, model, Optional.of(logs(background)));
    }

    private CountScores(MotifColumns targets, LetterModel model, Optional<double[]> backgroundLogs) {
        this.model = model;
        this.backgroundLogs = backgroundLogs;
        counts = new double[4][targets.count()];
        targetTerms = new double[targets.count()];
        for (int i = 0; i < targetTerms.length; i++) {
            for (int a = 0; a < 4; a++) {
                counts[a][i] = targets.letters()[a][i] * targets.sites()[i];
            }
            targetTerms[i] = model.entropy(counts[0][i], counts[1][i], counts[2][i], counts[3][i]);
        }
    }

    private static double[] logs(double[] background) {
        double[] logs = new double[4];
        for (int a = 0; a < 4; a++) {
            logs[a] = Math.log(background[a]);
        }
        return logs;
    }

    @Override
    public void score(double[] column, double sites, double[] scores) {
        double xa = column[0] * sites;
        double xc = column[1] * sites;
        double xg = column[2] * sites;
        double xt = column[3] * sites;
        double queryTerm = model.entropy(xa, xc, xg, xt);
        for (int i = 0; i < scores.length; i++) {
            double a = xa + counts[0][i];
            double c = xc + counts[1][i];
            double g = xg + counts[2][i];
            double t = xt + counts[3][i];
            double joint = model.entropy(a, c, g, t);
            double separate = queryTerm + targetTerms[i];
            if (backgroundLogs.isPresent()) {
                double[] b = backgroundLogs.get();
                scores[i] = 2 * joint - separate - (a * b[0] + c * b[1] + g * b[2] + t * b[3]);
            } else {
                scores[i] = joint - separate;
            }
        }
    }
}
