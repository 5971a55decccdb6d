package org.expomotif.compare;

import java.util.Locale;

/**
 * How alike two columns of letter frequencies are; a greater score is more alike. Sums run over A, C, G, T in that
 * order, in double precision: one column that moves by one bin moves a small p-value by factors.
 */
public enum ColumnDistance {
    /** Euclidean distance, negated: {@code - sqrt(sum (q_a - t_a)^2)}. */
    ED {
        @Override
        void scores(double[] q, double[][] targets, double[] scores) {
            double[] a = targets[0];
            double[] c = targets[1];
            double[] g = targets[2];
            double[] t = targets[3];
            for (int i = 0; i < scores.length; i++) {
                double da = q[0] - a[i];
                double dc = q[1] - c[i];
                double dg = q[2] - g[i];
                double dt = q[3] - t[i];
                scores[i] = -Math.sqrt(da * da + dc * dc + dg * dg + dt * dt);
            }
        }
    },

    /**
     * Pearson's correlation about 1/4, not about the mean: {@code sum (q_a - 1/4)(t_a - 1/4) / sqrt(sum (q_a - 1/4)^2
     * sum (t_a - 1/4)^2)}; 0 where that root is 0.
     */
    PEARSON {
        @Override
        void scores(double[] q, double[][] targets, double[] scores) {
            double qa = q[0] - 0.25;
            double qc = q[1] - 0.25;
            double qg = q[2] - 0.25;
            double qt = q[3] - 0.25;
            double qq = qa * qa + qc * qc + qg * qg + qt * qt;
            for (int i = 0; i < scores.length; i++) {
                double ta = targets[0][i] - 0.25;
                double tc = targets[1][i] - 0.25;
                double tg = targets[2][i] - 0.25;
                double tt = targets[3][i] - 0.25;
                double root = Math.sqrt(qq * (ta * ta + tc * tc + tg * tg + tt * tt));
                scores[i] = root == 0 ? 0 : (qa * ta + qc * tc + qg * tg + qt * tt) / root;
            }
        }
    };

    /**
     * Scores one query column against all target columns.
     *
     * @param q the four frequencies of the query column
     * @param targets frequencies of the target columns, one array a letter
     * @param scores where the scores go, one a target column
     */
    abstract void scores(double[] q, double[][] targets, double[] scores);

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
