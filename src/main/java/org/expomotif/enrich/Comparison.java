package org.expomotif.enrich;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.enrich.statistic.BinomialTest;
import org.expomotif.enrich.statistic.CountTest;
import org.expomotif.enrich.statistic.FisherTest;
import org.expomotif.scan.best.BackgroundSums;
import org.expomotif.stats.LogGamma;
import org.expomotif.stats.MersenneTwister;

/**
 * Positives and controls in random order, divided into a main part and a part held out, as SEA prepares them. The
 * positives come first in {@link #sequences}; in both, the sequences held out are the last ones.
 */
final class Comparison {
    /** Minimum number of sequences held out; otherwise none are. */
    private static final int FEWEST_HELD_OUT = 5;

    /** Relative difference of the mean lengths from which Fisher's test does not apply. */
    private static final double LENGTH_TOLERANCE = 1e-4;

    private final List<byte[]> sequences;
    private final SequenceOrder positiveOrder;
    private final SequenceOrder controlOrder;
    private final Part main;
    private final Part heldOut;
    private final BackgroundSums background;
    private final double[] logFactorials;

    /**
     * One part of the comparison.
     *
     * @param positives number of positives
     * @param controls number of controls
     * @param positiveLength mean length of the positives
     * @param controlLength mean length of the controls, after trimming
     */
    record Part(int positives, int controls, double positiveLength, double controlLength) {
        /** Whether positives and controls have so different lengths that the test must consider them. */
        boolean needsBinomial() {
            double difference = Math.abs(positiveLength - controlLength);
            return difference / positiveLength >= LENGTH_TOLERANCE || difference / controlLength >= LENGTH_TOLERANCE;
        }
    }

    /**
     * Prepares a comparison.
     *
     * @param holdOut share of the sequences to be held out, 0 for none
     * @param trim whether controls that are longer on average are shortened
     * @param random the first numbers of SEA's stream
     */
    Comparison(SequenceSet positives, SequenceSet controls, double holdOut, boolean trim, MersenneTwister random) {
        SequenceOrder first = SequenceOrder.of(positives, random);
        SequenceOrder second = SequenceOrder.of(controls, random);
        int held = heldOut(first.size(), holdOut);
        int heldControls = held == 0 ? 0 : heldOut(second.size(), holdOut);
        if (held > 0 && heldControls == 0) {
            held = 0;
            first = SequenceOrder.of(positives, random);
            second = SequenceOrder.of(controls, random);
        }
        int kept = first.size() - held;
        int keptControls = second.size() - heldControls;
        List<byte[]> shorter = new ArrayList<>(part(first, second, 0, kept, 0, keptControls, trim));
        shorter.addAll(part(first, second, kept, first.size(), keptControls, second.size(), trim));
        positiveOrder = first;
        controlOrder = second.withCodes(shorter);
        main = describe(0, kept, 0, keptControls);
        heldOut = describe(kept, first.size(), keptControls, second.size());
        sequences = new ArrayList<>(first.codes());
        sequences.addAll(shorter);
        background = controls.counts().conditional();
        logFactorials = LogGamma.factorials(sequences.size());
    }

    private static int heldOut(int n, double share) {
        int held = (int) (share * n);
        return held < FEWEST_HELD_OUT ? 0 : held;
    }

    private static List<byte[]> part(
            SequenceOrder positives,
            SequenceOrder controls,
            int from,
            int to,
            int fromControl,
            int toControl,
            boolean trim) {
        if (trim && to > from && toControl > fromControl) {
            double mean = (double) positives.bases(from, to) / (to - from);
            if ((double) controls.bases(fromControl, toControl) / (toControl - fromControl) > mean) {
                return controls.trimmed(fromControl, toControl, mean);
            }
        }
        return controls.codes().subList(fromControl, toControl);
    }

    private Part describe(int from, int to, int fromControl, int toControl) {
        int n = to - from;
        int m = toControl - fromControl;
        return new Part(
                n,
                m,
                (double) positiveOrder.bases(from, to) / n,
                (double) controlOrder.bases(fromControl, toControl) / m);
    }

    /** Positives and controls, as codes. */
    List<byte[]> sequences() {
        return sequences;
    }

    /** Number of positives, including those held out. */
    int positives() {
        return positiveOrder.size();
    }

    /** The part that p-values are computed from. */
    Part main() {
        return main;
    }

    /** The part that thresholds are chosen from; without sequences when none are held out. */
    Part heldOut() {
        return heldOut;
    }

    boolean hasHeldOut() {
        return heldOut.positives() > 0;
    }

    BackgroundSums background() {
        return background;
    }

    /** The name of the test of the main part. */
    boolean isBinomial() {
        return main.needsBinomial() || hasHeldOut() && heldOut.needsBinomial();
    }

    /** The test of the main part, for motifs of a width. */
    CountTest mainTest(int width) {
        return test(main, isBinomial(), width);
    }

    /** The test of the part held out. */
    CountTest heldOutTest(int width) {
        return test(heldOut, heldOut.needsBinomial(), width);
    }

    private CountTest test(Part part, boolean binomial, int width) {
        if (!binomial) {
            return new FisherTest(part.positives(), part.controls(), logFactorials);
        }
        double windows = part.positives() * Math.max(1, part.positiveLength() - width + 1);
        double controlWindows = part.controls() * Math.max(1, part.controlLength() - width + 1);
        return new BinomialTest(windows / (windows + controlWindows), logFactorials);
    }
}
