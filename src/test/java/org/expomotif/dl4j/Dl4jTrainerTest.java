package org.expomotif.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkTrainer;
import org.expomotif.network.SmoothCase;
import org.expomotif.network.Trainer;
import org.expomotif.network.TrainerOptions;
import org.expomotif.network.TrainerState;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Training steps of both engines from the same weights. */
@Tag("dl4j")
class Dl4jTrainerTest {
    private static final int LENGTH = 104;
    private static final int SAMPLES = 20;
    private static final TrainerOptions OPTIONS = new TrainerOptions(SAMPLES, 1e-3, 1e-3, 4, 1);

    @BeforeAll
    static void isThere() {
        assertThat(Dl4j.isInstalled()).isTrue();
        Backend.load(Device.AUTO);
    }

    private static NetworkSpec spec() {
        return Architectures.named("cnn-local", LENGTH, Activation.named("exponential"), 2);
    }

    /**
     * From a smooth start. Where a gradient is not larger than its rounding error d, Adam may take its step of the
     * learning rate in either direction; elsewhere the steps differ by d over the gradient. Either way a step changes
     * the loss by at most twice the rate times d per weight, to first order.
     */
    @Test
    void lossesAgreeStepByStep() {
        SmoothCase smooth = SmoothCase.of(Cases.narrow(spec()), SAMPLES, 2);
        byte[][] codes = smooth.codes();
        float[] labels = smooth.labels();
        double largest = smooth.exact().gradients().values().stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        double perStep = 2
                * OPTIONS.learningRate()
                * smooth.network().trainedWeights()
                * smooth.bound().gradient()
                * largest;
        try (Trainer ours = smooth.network(smooth.network().spec()).trainer(OPTIONS);
                Dl4jTrainer theirs = new Dl4jTrainer(smooth.network(), OPTIONS, LayerImplementation.NATIVE)) {
            double first = smooth.exact().loss();
            for (int step = 0; step < 8; step++) {
                double expected = ours.step(codes, labels, SAMPLES);
                assertThat(theirs.step(codes, labels, SAMPLES))
                        .as("step " + step)
                        .isCloseTo(expected, within(2 * smooth.bound().loss() + step * perStep));
            }
            assertThat(ours.step(codes, labels, SAMPLES)).isLessThan(0.9 * first);
        }
    }

    @Test
    void aRestoredTrainingContinuesIdentically() {
        byte[][] codes = Cases.codes(SAMPLES, LENGTH, 2);
        float[] labels = Cases.labels(SAMPLES, 2, 3);
        Network network = Cases.network(spec(), 1);
        TrainerState middle;
        double[] losses = new double[3];
        try (NetworkTrainer through = new Dl4jTrainer(network, OPTIONS, LayerImplementation.NATIVE)) {
            through.step(codes, labels, SAMPLES);
            through.step(codes, labels, SAMPLES);
            through.setLearningRate(5e-4);
            middle = through.state();
            for (int i = 0; i < losses.length; i++) {
                losses[i] = through.step(codes, labels, SAMPLES);
            }
            through.syncWeights();
        }
        Network other = Cases.network(spec(), 9);
        try (NetworkTrainer resumed = new Dl4jTrainer(other, OPTIONS, LayerImplementation.NATIVE)) {
            resumed.restore(middle);
            for (double loss : losses) {
                assertThat(resumed.step(codes, labels, SAMPLES)).isCloseTo(loss, within(1e-5));
            }
            resumed.syncWeights();
        }
        Map<String, float[]> expected = new java.util.HashMap<>();
        network.parameters().forEach((name, p) -> expected.put(name, p.values()));
        other.parameters().forEach((name, p) -> {
            for (int i = 0; i < p.values().length; i++) {
                assertThat(p.values()[i]).as(name).isCloseTo(expected.get(name)[i], within(1e-4f));
            }
        });
    }

    @Test
    void aBatchWithoutLabelsIsNoStep() {
        Network network = Cases.network(spec(), 1);
        float[] labels = new float[2 * SAMPLES];
        java.util.Arrays.fill(labels, Float.NaN);
        try (NetworkTrainer trainer = new Dl4jTrainer(network, OPTIONS, LayerImplementation.NATIVE)) {
            assertThat(trainer.step(Cases.codes(SAMPLES, LENGTH, 2), labels, SAMPLES))
                    .isZero();
        }
    }

    @Test
    void aMissingDeviceIsAnError() {
        Backend there = Backend.load(Device.AUTO);
        Device missing = there.gpu() ? Device.CPU : Device.GPU;
        assertThatThrownBy(() -> Dl4j.engine(missing))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("add-on");
        assertThat(Dl4j.engine(Device.AUTO).description()).contains("DL4J").contains(there.gpu() ? "GPU" : "processor");
    }
}
