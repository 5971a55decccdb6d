package org.expomotif.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.network.kernel.PlainKernels;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares path gradients that share the passes of the first layer with the gradient at every point. */
@Tag("vectors")
class PathGradientsTest {
    /**
     * Maximum difference relative to the maximum value: both round in single precision, one before and one after a sum.
     */
    private static final double ROUNDING = 2e-6;

    private static float[] inputs(int n, int length, long seed) {
        return Cases.flat(Cases.codes(n, length, seed));
    }

    /** Fewer points than a workspace has places, more points, and none. */
    private static double[][] points(int ways, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] points = new double[ways][];
        for (int way = 0; way < ways; way++) {
            points[way] = random.doubles(way == 1 ? 70 : way % 5).toArray();
        }
        return points;
    }

    private static void check(Network network, OutputScale scale) {
        int length = network.spec().inputLength();
        int count = 3;
        float[] input = inputs(3, length, 5);
        float[] references = inputs(3 * count, length, 6);
        double[][] points = points(3 * count, 7);
        Evaluator evaluator = network.evaluator(2);
        float[] plain = PlainPathGradients.sums(evaluator, input, references, count, points, 1, scale);
        float[] quick = evaluator.pathGradients(input, references, count, points, 1, scale);
        assertThat(quick).hasSameSizeAs(plain);
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < plain.length; i++) {
            largest = Math.max(largest, Math.abs(plain[i]));
            worst = Math.max(worst, Math.abs(plain[i] - quick[i]));
        }
        String what = network.spec().name() + " " + network.spec().firstActivation();
        assertThat(largest).as(what).isPositive();
        assertThat(worst / largest).as(what).isLessThan(ROUNDING);
    }

    @Test
    void everyArchitecture() {
        List<NetworkSpec> specs = new ArrayList<>(Cases.small(Activation.named("exponential")));
        specs.add(Cases.small(Activation.named("tanh")).get(6).withoutBatchNorm());
        for (NetworkSpec spec : specs) {
            check(Cases.network(spec, 3), OutputScale.LOGIT);
            check(Cases.network(spec, 3, new PlainKernels()), OutputScale.PROBABILITY);
        }
    }

    @Test
    void fullWidth() {
        check(
                Cases.network(Architectures.named("cnn-dist", 203, Activation.named("exponential"), 2), 4),
                OutputScale.PROBABILITY);
        check(
                Cases.network(Architectures.named("cnn-local", 200, Activation.named("softplus"), 2), 4),
                OutputScale.LOGIT);
    }

    /** The result of a path is the same bits with any other paths in the call and on any number of threads. */
    @Test
    void pathsDoNotDependOnOneAnother() {
        Network network =
                Cases.network(Cases.small(Activation.named("exponential")).get(2), 3);
        int size = 4 * network.spec().inputLength();
        float[] input = inputs(2, size / 4, 5);
        float[] references = inputs(12, size / 4, 6);
        double[][] points = points(12, 7);
        Evaluator evaluator = network.evaluator(3);
        float[] together = evaluator.pathGradients(input, references, 6, points, 1, OutputScale.LOGIT);
        assertThat(evaluator.pathGradients(input, references, 6, points, 1, OutputScale.LOGIT))
                .as("second call")
                .isEqualTo(together);
        assertThat(network.evaluator(1).pathGradients(input, references, 6, points, 1, OutputScale.LOGIT))
                .isEqualTo(together);
        for (int way = 0; way < 12; way++) {
            float[] alone = network.evaluator(1)
                    .pathGradients(
                            Arrays.copyOfRange(input, way / 6 * size, (way / 6 + 1) * size),
                            Arrays.copyOfRange(references, way * size, (way + 1) * size),
                            1,
                            new double[][] {points[way]},
                            1,
                            OutputScale.LOGIT);
            assertThat(alone).isEqualTo(Arrays.copyOfRange(together, way * size, (way + 1) * size));
        }
    }
}
