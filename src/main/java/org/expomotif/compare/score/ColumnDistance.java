package org.expomotif.compare.score;

import java.util.Locale;

/**
 * Similarity scores of two columns of letter frequencies; a higher score means more similar. Sums run over A, C, G, T
 * in that order and in double precision, because a rounding difference can move a column score by one bin, which
 * changes small p-values several-fold.
 *
 * <p>q and t are the frequencies of query and target after the pseudocount, n_q and n_t the numbers of sites in the
 * motif files, and b the letter frequencies of the background.
 */
public enum ColumnDistance {
    /** Euclidean distance, negated: {@code - sqrt(sum (q_a - t_a)^2)} (Choi et al. 2004). */
    ED,

    /**
     * Pearson's correlation around 1/4, not around the mean: {@code sum (q_a - 1/4)(t_a - 1/4) / sqrt(sum (q_a - 1/4)^2
     * sum (t_a - 1/4)^2)}; 0 where that root is 0 (Pietrokovski 1996).
     */
    PEARSON,

    /**
     * Average log-likelihood ratio: {@code sum [n_t t_a ln(q_a/b_a) + n_q q_a ln(t_a/b_a)] / sum [n_q q_a + n_t t_a]}
     * (Wang and Stormo 2003).
     */
    ALLR,

    /** Kullback-Leibler divergence, symmetric and negated: {@code -1/2 sum [q_a lg(q_a/t_a) + t_a lg(t_a/q_a)]}. */
    KULLBACK,

    /** Sandelin and Wasserman's similarity (2004): {@code 2 - sum (q_a - t_a)^2}. */
    SANDELIN,

    /** Bayesian likelihood 2-component score (Habib et al. 2008), one pseudocount per letter. */
    BLIC1,

    /** {@link #BLIC1} with a mixture of five Dirichlet priors. */
    BLIC5,

    /** Log-likelihood ratio of one common column against two separate ones, one pseudocount per letter. */
    LLR1,

    /** {@link #LLR1} with a mixture of five Dirichlet priors. */
    LLR5;

    /** Whether the score needs the number of sites of each motif; a motif without one cannot be compared. */
    public boolean needsSites() {
        return switch (this) {
            case ED, PEARSON, KULLBACK, SANDELIN -> false;
            case ALLR, BLIC1, BLIC5, LLR1, LLR5 -> true;
        };
    }

    /** Returns a scorer of query columns against these target columns. */
    public ColumnScorer against(MotifColumns targets, double[] background) {
        return switch (this) {
            case ED -> (q, sites, scores) -> FrequencyScores.euclidean(q, targets.letters(), scores);
            case PEARSON -> (q, sites, scores) -> FrequencyScores.pearson(q, targets.letters(), scores);
            case KULLBACK -> (q, sites, scores) -> FrequencyScores.kullback(q, targets.letters(), scores);
            case SANDELIN -> (q, sites, scores) -> FrequencyScores.sandelin(q, targets.letters(), scores);
            case ALLR -> (q, sites, scores) -> FrequencyScores.allr(q, sites, targets, background, scores);
            case BLIC1 -> new CountScores(targets, LetterModel.ONE, background);
            case BLIC5 -> new CountScores(targets, LetterModel.FIVE, background);
            case LLR1 -> new CountScores(targets, LetterModel.ONE);
            case LLR5 -> new CountScores(targets, LetterModel.FIVE);
        };
    }

    /** The name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
