package org.expomotif.compare.score;

/**
 * Scores of one column against many, from letter frequencies; {@link ColumnDistance} has the formulas. The loops are
 * simple enough for the compiler to vectorize.
 */
final class FrequencyScores {
    private FrequencyScores() {}

    static void euclidean(double[] q, double[][] targets, double[] scores) {
        squaredDistances(q, targets, scores);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = -Math.sqrt(scores[i]);
        }
    }

    static void sandelin(double[] q, double[][] targets, double[] scores) {
        squaredDistances(q, targets, scores);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 2 - scores[i];
        }
    }

    private static void squaredDistances(double[] q, double[][] targets, double[] squares) {
        double[] a = targets[0];
        double[] c = targets[1];
        double[] g = targets[2];
        double[] t = targets[3];
        double qa = q[0];
        double qc = q[1];
        double qg = q[2];
        double qt = q[3];
        for (int i = 0; i < squares.length; i++) {
            double da = qa - a[i];
            double dc = qc - c[i];
            double dg = qg - g[i];
            double dt = qt - t[i];
            squares[i] = da * da + dc * dc + dg * dg + dt * dt;
        }
    }

    static void pearson(double[] q, double[][] targets, double[] scores) {
        double[] a = targets[0];
        double[] c = targets[1];
        double[] g = targets[2];
        double[] t = targets[3];
        double qa = q[0] - 0.25;
        double qc = q[1] - 0.25;
        double qg = q[2] - 0.25;
        double qt = q[3] - 0.25;
        double qq = qa * qa + qc * qc + qg * qg + qt * qt;
        for (int i = 0; i < scores.length; i++) {
            double ta = a[i] - 0.25;
            double tc = c[i] - 0.25;
            double tg = g[i] - 0.25;
            double tt = t[i] - 0.25;
            double root = Math.sqrt(qq * (ta * ta + tc * tc + tg * tg + tt * tt));
            scores[i] = root == 0 ? 0 : (qa * ta + qc * tc + qg * tg + qt * tt) / root;
        }
    }

    static void kullback(double[] q, double[][] targets, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            double sum = 0;
            for (int a = 0; a < 4; a++) {
                double t = targets[a][i];
                sum += q[a] * Math.log10(q[a] / t) + t * Math.log10(t / q[a]);
            }
            scores[i] = -sum / 2;
        }
    }

    static void allr(double[] q, double sites, MotifColumns targets, double[] background, double[] scores) {
        double[] queryLogs = new double[4];
        for (int a = 0; a < 4; a++) {
            queryLogs[a] = Math.log(q[a] / background[a]);
        }
        for (int i = 0; i < scores.length; i++) {
            double targetSites = targets.sites()[i];
            double sum = 0;
            double counts = 0;
            for (int a = 0; a < 4; a++) {
                double t = targets.letters()[a][i];
                sum += targetSites * t * queryLogs[a] + sites * q[a] * Math.log(t / background[a]);
                counts += sites * q[a] + targetSites * t;
            }
            scores[i] = sum / counts;
        }
    }
}
