package org.expomotif.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PlainKernels;
import org.expomotif.network.layer.Dropout;
import org.expomotif.network.layer.Layer;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.layer.Workspace;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.parallel.WorkerTeam;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("vectors")
class TrainerTest {
    private static final NetworkSpec SPEC = Architectures.named("cnn-dist", 200, Activation.named("exponential"), 2);
    private static final int BATCH = 21;

    private static int hash(Network network) {
        int hash = 0;
        for (Parameter p : network.parameters().values()) {
            hash = 31 * hash + Arrays.hashCode(p.values());
        }
        return hash;
    }

    private static double train(Trainer trainer, int from, int to) {
        double loss = 0;
        for (int i = from; i < to; i++) {
            int n = i % 4 == 3 ? 5 : BATCH;
            loss = trainer.step(Cases.codes(n, 200, i % 3), Cases.labels(2 * n, i % 3), n);
        }
        return loss;
    }

    @Test
    void sameBitsWithAnyNumberOfThreads() {
        int[] hashes = new int[3];
        for (int threads = 1; threads <= 3; threads++) {
            Network network = Cases.network(SPEC, 1);
            try (Trainer trainer = network.trainer(new TrainerOptions(BATCH, 1e-3, 1e-6, 5, threads))) {
                train(trainer, 0, 12);
            }
            hashes[threads - 1] = hash(network);
        }
        assertThat(hashes[1]).isEqualTo(hashes[0]);
        assertThat(hashes[2]).isEqualTo(hashes[0]);
    }

    @Test
    void sameBitsOnVectorsAndPlain() {
        int[] hashes = new int[2];
        List<Kernels> both = List.of(new PlainKernels(), Kernels.best());
        for (int i = 0; i < 2; i++) {
            Network network = Cases.network(SPEC, 1, both.get(i));
            try (Trainer trainer = network.trainer(new TrainerOptions(BATCH, 1e-3, 1e-6, 5, 2))) {
                train(trainer, 0, 5);
            }
            hashes[i] = hash(network);
        }
        assertThat(hashes[1]).isEqualTo(hashes[0]);
    }

    @Test
    void restoringAStateContinuesWithTheSameBits() {
        Network straight = Cases.network(SPEC, 1);
        TrainerState state;
        try (Trainer trainer = straight.trainer(new TrainerOptions(BATCH, 1e-3, 1e-6, 5, 2))) {
            train(trainer, 0, 4);
            trainer.setLearningRate(2e-4);
            state = trainer.state();
            train(trainer, 4, 9);
        }
        Network other = Cases.network(SPEC, 77);
        try (Trainer trainer = other.trainer(new TrainerOptions(BATCH, 1e-3, 1e-6, 5, 1))) {
            trainer.restore(state);
            train(trainer, 4, 9);
        }
        assertThat(hash(other)).isEqualTo(hash(straight));
    }

    @Test
    void overfitsASmallBatch() {
        Network network = Network.create(SPEC, Initialization.named("glorot-uniform"), 3);
        try (Trainer trainer = network.trainer(new TrainerOptions(BATCH, 1e-3, 1e-6, 5, 2))) {
            double first = train(trainer, 0, 1);
            double last = train(trainer, 1, 120);
            assertThat(last).isLessThan(first / 2);
        }
    }

    /** One step of Adam from zero moments is rate * sign(gradient), L2 included, within epsilon. */
    @Test
    void firstStepOfAdamIsTheRateTimesTheSign() {
        Network network = Cases.network(SPEC, 1);
        float[] before = network.parameters().get("output/kernel").values().clone();
        try (Trainer trainer = network.trainer(new TrainerOptions(BATCH, 1e-3, 0, 5, 1))) {
            train(trainer, 0, 1);
            float[] gradient = trainer.gradient(network.parameters().get("output/kernel"));
            float[] after = network.parameters().get("output/kernel").values();
            for (int i = 0; i < before.length; i++) {
                if (Math.abs(gradient[i]) > 1e-3) {
                    assertThat(after[i] - before[i])
                            .isCloseTo(-1e-3f * Math.signum(gradient[i]), org.assertj.core.data.Offset.offset(4e-6f));
                }
            }
        }
    }

    @Test
    void movingStatisticsAddAHundredthOfTheBatch() {
        LayerSpec convolution =
                new LayerSpec.Convolution(1, 1, LayerSpec.Padding.VALID, true, Activation.named("linear"), 0);
        Network network = Network.create(
                new NetworkSpec("one", 4, 1, List.of(convolution)), Initialization.named("he-normal"), 1);
        float[] kernel = network.parameters().get("conv1/kernel").values();
        System.arraycopy(new float[] {1, 2, 3, 6}, 0, kernel, 0, 4);
        network.weightsChanged();
        try (Trainer trainer = network.trainer(TrainerOptions.defaults(1, 1))) {
            trainer.step(new byte[][] {{0, 1, 2, 3}}, new float[] {1}, 1);
        }
        Map<String, Parameter> p = network.parameters();
        // Mean 3, squares of deviations 4 + 1 + 0 + 9 = 14, unbiased variance 14 / 3.
        assertThat(p.get("conv1_bn/moving_mean").values()[0]).isEqualTo(0.03f);
        assertThat(p.get("conv1_bn/moving_variance").values()[0]).isEqualTo((float) (0.99 + 0.14 / 3));
    }

    @Test
    void missingLabelsDoNotCount() {
        Network network = Cases.network(SPEC.withoutDropout(), 1);
        float[] labels = {1, Float.NaN, 0, Float.NaN};
        byte[][] codes = Cases.codes(2, 200, 4);
        try (Trainer trainer = network.trainer(TrainerOptions.defaults(1, 1))) {
            double loss = trainer.gradients(codes, labels, 2);
            double x0 = new DoubleNetwork(network).logits(Cases.doubles(Cases.flat(codes), 2, 200), true)[0][0];
            double x1 = new DoubleNetwork(network).logits(Cases.doubles(Cases.flat(codes), 2, 200), true)[1][0];
            double expected = (Math.log1p(Math.exp(-x0)) + Math.log1p(Math.exp(x1))) / 2;
            assertThat(loss).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4));
            assertThat(trainer.gradient(network.parameters().get("output/bias"))[1])
                    .isZero();
            Arrays.fill(labels, Float.NaN);
            assertThat(trainer.gradients(codes, labels, 2)).isZero();
        }
    }

    @Test
    void dropoutDropsTheGivenFractionAndScalesTheRest() {
        Kernels kernels = Kernels.best();
        Layer.Extent extent = new Layer.Extent(200, 24);
        Dropout dropout = new Dropout(0, extent, 0.3, kernels);
        Workspace w = new Workspace(List.of(dropout), 50, Workspace.Purpose.INPUT_GRADIENT);
        StepProgram program = new StepProgram();
        Arrays.fill(w.value(0).data, 1);
        dropout.planForward(program, w, new Layer.Pass() {
            @Override
            public byte[][] codes() {
                return new byte[0][];
            }

            @Override
            public int size() {
                return 50;
            }

            @Override
            public long seed() {
                return 12;
            }
        });
        program.run(new WorkerTeam(1), 50);
        double kept = 0;
        double neighbours = 0;
        int count = 50 * 200 * 24;
        for (int i = 0; i < count; i++) {
            float x = w.value(0).data[i];
            assertThat(x == 0f || x == (float) (1 / 0.7)).isTrue();
            kept += x == 0f ? 0 : 1;
            neighbours += i > 0 && (x == 0f) == (w.value(0).data[i - 1] == 0f) ? 1 : 0;
        }
        // Standard deviations 0.0009: five of them.
        assertThat(kept / count).isBetween(0.6953, 0.7047);
        assertThat(neighbours / count).isBetween(0.5753, 0.5847);
    }
}
