package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.expomotif.dna.DnaSequence;

/**
 * Gradients averaged along the straight line from a reference to the sequence (Sundararajan, Taly and Yan, 2017), as
 * {@link Contributions}; scores are means over references.
 *
 * <p>The integral is taken by the midpoint rule: the gradient at the middle of each of {@code steps} equal parts of the
 * way. It costs one gradient a step, its error falls with the square of the steps, and for a smooth function it is half
 * that of the trapezoid rule, which needs one gradient more and looks at the very ends of the way, where a sigmoid is
 * flattest. What is left of the error is {@link Explanation#gap()}.
 *
 * @param references what the sequences are compared with
 * @param steps gradients a reference
 */
public record IntegratedGradients(References references, int steps) implements AttributionMethod {
    /** Steps in the reference study. */
    public static final int DEFAULT_STEPS = 20;

    /** Refuses no steps. */
    public IntegratedGradients {
        if (steps < 1) {
            throw new IllegalArgumentException(steps + " steps");
        }
    }

    @Override
    public List<Explanation> explain(ExplainedOutput target, List<DnaSequence> sequences) {
        double[] way = new double[steps];
        for (int k = 0; k < steps; k++) {
            way[k] = (k + 0.5) / steps;
        }
        double[][] points = new double[references.count()][];
        Arrays.fill(points, way);
        List<Explanation> explanations = new ArrayList<>(sequences.size());
        target.wayGradients(
                sequences,
                references,
                sequence -> points,
                (sequence, drawn, sums) ->
                        explanations.add(Contributions.explain(sequence, drawn, sums, drawn.length * steps)));
        return explanations;
    }

    @Override
    public Optional<String> gapAdvice() {
        return Optional.of("give more --steps");
    }
}
