package org.expomotif.compare.score;

/** Estimates of the letter probabilities behind a column of counts: s(c) of the llr and blic scores. */
enum LetterModel {
    /** One pseudocount per letter: {@code s(c)_a = (c_a + 1)/(sum c + 4)}. */
    ONE {
        @Override
        double entropy(double a, double c, double g, double t) {
            double total = a + c + g + t + 4;
            return a * Math.log((a + 1) / total)
                    + c * Math.log((c + 1) / total)
                    + g * Math.log((g + 1) / total)
                    + t * Math.log((t + 1) / total);
        }
    },

    /**
     * The posterior mean under a mixture of five Dirichlet priors with equal weights, (5,1,1,1), (1,5,1,1), (1,1,5,1),
     * (1,1,1,5) and (2,2,2,2).
     *
     * <p>All five sum to 8, so their Gamma(A)/Gamma(sum c + A) cancel, and Gamma(c + alpha) for alpha of 1, 2 or 5 is
     * Gamma(c + 1) times a polynomial: the weight of a prior that favours letter a is
     * {@code (c_a+1)(c_a+2)(c_a+3)(c_a+4) / 24}, and that of the last prior {@code prod (c_a + 1)}. With w these
     * weights divided by their sum, {@code s(c)_a = (c_a + 1 + 4 w_a + w_5) / (sum c + 8)}.
     */
    FIVE {
        @Override
        double entropy(double a, double c, double g, double t) {
            double favourA = rising(a);
            double favourC = rising(c);
            double favourG = rising(g);
            double favourT = rising(t);
            double even = (a + 1) * (c + 1) * (g + 1) * (t + 1);
            double all = favourA + favourC + favourG + favourT + even;
            double each = 1 + even / all;
            double total = a + c + g + t + 8;
            return a * Math.log((a + each + 4 * (favourA / all)) / total)
                    + c * Math.log((c + each + 4 * (favourC / all)) / total)
                    + g * Math.log((g + each + 4 * (favourG / all)) / total)
                    + t * Math.log((t + each + 4 * (favourT / all)) / total);
        }
    };

    /** {@code sum c_a ln s(c)_a}. */
    abstract double entropy(double a, double c, double g, double t);

    /** Gamma(c + 5) / (Gamma(5) Gamma(c + 1)). */
    private static double rising(double c) {
        return (c + 1) * (c + 2) * (c + 3) * (c + 4) / 24;
    }
}
