package org.expomotif.attribution;

import java.util.Locale;
import org.expomotif.run.UserException;

/** How far the base scores of all sequences miss what they should add up to. */
public final class AdditionCheck {
    private final double allowed;
    private final String advice;
    private long sequences;
    private double total;
    private double largest;

    /**
     * Checks a method that adds up.
     *
     * @param allowed the largest gap that a sequence may have
     * @param advice what to do when a gap is larger, as an imperative
     */
    public AdditionCheck(double allowed, String advice) {
        this.allowed = allowed;
        this.advice = advice;
    }

    /**
     * Counts in one explanation.
     *
     * @throws UserException when its gap is larger than allowed
     */
    public void add(Explanation explanation) {
        double gap = Math.abs(explanation.gap());
        if (!(gap <= allowed) && allowed < Double.POSITIVE_INFINITY) {
            throw new UserException("the base scores do not add up to output - reference output")
                    .atRecord("sequence " + explanation.sequence().name())
                    .expected(String.format(Locale.ROOT, "a gap of at most %.3g (--max-gap)", allowed))
                    .found(String.format(
                            Locale.ROOT,
                            "%.3g, where the outputs differ by %.3g",
                            gap,
                            explanation.output() - explanation.referenceOutput()))
                    .remedy(advice);
        }
        sequences++;
        total += gap;
        largest = Math.max(largest, gap);
    }

    /** One line for the user. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "base scores miss output - reference output by %.2g on average, %.2g at most",
                sequences == 0 ? 0 : total / sequences,
                largest);
    }
}
