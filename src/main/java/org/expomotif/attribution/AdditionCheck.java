package org.expomotif.attribution;

import java.util.Locale;

/** How far the base scores of all sequences miss what they should add up to. */
public final class AdditionCheck {
    private long sequences;
    private double total;
    private double largest;

    /** Counts in one explanation of a method that adds up. */
    public void add(Explanation explanation) {
        double gap = Math.abs(explanation.gap());
        sequences++;
        total += gap;
        largest = Math.max(largest, gap);
    }

    /** One line for the user. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "base scores miss output - reference output by %.2g on average, %.2g at most; more --steps bring it down",
                sequences == 0 ? 0 : total / sequences,
                largest);
    }
}
