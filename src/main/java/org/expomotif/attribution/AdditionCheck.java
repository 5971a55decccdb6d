package org.expomotif.attribution;

import java.util.Locale;
import org.expomotif.run.UserException;

/** Checks that the base scores of each sequence add up to output minus reference output, and summarizes the gaps. */
public final class AdditionCheck {
    private final double allowed;
    private final String advice;
    private long sequences;
    private double total;
    private double largest;

    /**
     * Creates a check without sequences.
     *
     * @param allowed maximum gap of a sequence, in units of the output
     * @param advice what the user can do about a larger gap, as an imperative
     */
    public AdditionCheck(double allowed, String advice) {
        this.allowed = allowed;
        this.advice = advice;
    }

    /**
     * Adds the gap of one explanation.
     *
     * @throws UserException when the gap is larger than allowed
     */
    public void add(Attribution explanation) {
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

    /** The mean and the maximum gap in one line for the user. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "base scores differ from output - reference output by %.2g on average, %.2g at most",
                sequences == 0 ? 0 : total / sequences,
                largest);
    }
}
