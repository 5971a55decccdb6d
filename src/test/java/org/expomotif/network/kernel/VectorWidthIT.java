package org.expomotif.network.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.network.Cases;
import org.expomotif.network.Evaluator;
import org.expomotif.network.Network;
import org.expomotif.network.OutputScale;
import org.expomotif.network.Trainer;
import org.expomotif.network.TrainerOptions;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.testing.JavaProcess;
import org.junit.jupiter.api.Test;

/** Vectors of 512, 256 and 128 bits and the plain loops give the same bits: trained weights, outputs and gradients. */
class VectorWidthIT {
    private static final int BATCH = 9;

    @Test
    void everyWidthGivesTheSameBits() throws IOException, InterruptedException {
        String plain = answer("plain");
        assertThat(plain).startsWith("false 8 ");
        for (String bits : List.of("512", "256", "128")) {
            String answer = answer(bits);
            assertThat(answer).startsWith("true " + Integer.parseInt(bits) / 32 + " ");
            assertThat(answer.substring(answer.indexOf('['))).as(bits).isEqualTo(plain.substring(plain.indexOf('[')));
        }
    }

    private static String answer(String vectors) throws IOException, InterruptedException {
        return JavaProcess.of(VectorWidthIT.class)
                .options("-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector")
                .options("-D" + Kernels.PROPERTY + "=" + vectors)
                .run()
                .succeeds()
                .out()
                .strip();
    }

    /** Runs in another JVM: prints its kernels and a hash for every network. */
    public static void main(String[] arguments) {
        List<Integer> hashes = new ArrayList<>();
        List<NetworkSpec> specs = new ArrayList<>(Cases.small(Activation.named("exponential")));
        Activation relu = Activation.named("relu");
        LayerSpec.Dense dense = new LayerSpec.Dense(21, true, relu, 0.5);
        for (int filters : new int[] {4, 11, 18, 37}) {
            LayerSpec layer = new LayerSpec.Convolution(filters, 6, LayerSpec.Padding.SAME, true, relu, 0.2);
            LayerSpec.MaxPool pool = new LayerSpec.MaxPool(3, LayerSpec.Padding.SAME);
            specs.add(new NetworkSpec("wide", 31, 3, List.of(layer, layer, pool, dense)));
        }
        for (NetworkSpec spec : specs) {
            Network network = Cases.network(spec, 5);
            byte[][] codes = Cases.codes(BATCH, spec.inputLength(), 6);
            try (Trainer trainer = network.trainer(new TrainerOptions(BATCH, 1e-3, 1e-6, 7, 1))) {
                trainer.step(codes, Cases.labels(BATCH * 3, 8), BATCH);
                trainer.step(codes, Cases.labels(BATCH * 3, 9), BATCH - 3);
            }
            int hash = 0;
            for (Parameter parameter : network.parameters().values()) {
                hash = 31 * hash + Arrays.hashCode(parameter.values());
            }
            float[] input = Cases.flat(codes);
            Evaluator evaluator = network.evaluator(1);
            hash = 31 * hash + Arrays.hashCode(evaluator.logits(input, BATCH));
            hashes.add(31 * hash
                    + Arrays.hashCode(evaluator
                            .inputGradients(input, 3, 1, OutputScale.LOGIT)
                            .values()));
        }
        System.out.println(Kernels.vectors() + " " + Kernels.best().lanes() + " " + hashes);
    }
}
