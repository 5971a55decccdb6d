package org.expomotif.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.expomotif.dna.DnaSequence;

/**
 * Gradients averaged along the straight path from a reference to the sequence (Sundararajan, Taly and Yan, 2017).
 * Scores are {@link Contributions}, averaged over references.
 *
 * <p>The integral is computed by the midpoint rule: the gradient at the middle of each of {@code steps} equal parts of
 * the path. It costs one gradient per step, and its error falls with the square of the number of steps. For a smooth
 * function the error is half that of the trapezoid rule, which needs one more gradient and evaluates the ends of the
 * path, where a sigmoid is flattest. {@link Attribution#gap()} is the remaining error.
 *
 * @param references what the sequences are compared with
 * @param steps gradients per reference
 */
public record IntegratedGradients(References references, int steps) implements AttributionMethod {
    /** Steps in the reference study. */
    public static final int DEFAULT_STEPS = 20;

    /** Rejects fewer steps than 1. */
    public IntegratedGradients {
        if (steps < 1) {
            throw new IllegalArgumentException(steps + " steps");
        }
    }

    @Override
    public List<Attribution> explain(TargetOutput target, List<DnaSequence> sequences) {
        double[] fractions = new double[steps];
        for (int k = 0; k < steps; k++) {
            fractions[k] = (k + 0.5) / steps;
        }
        return Contributions.explain(target, sequences, references, references.count() * steps, batch -> {
            double[][] points = new double[batch.sequences().size() * batch.count()][];
            Arrays.fill(points, fractions);
            return target.pathGradients(batch, points);
        });
    }

    @Override
    public Optional<String> gapAdvice() {
        return Optional.of("increase --steps");
    }
}
