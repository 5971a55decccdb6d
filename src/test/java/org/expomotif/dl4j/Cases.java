package org.expomotif.dl4j;

import java.util.List;
import java.util.Random;
import org.expomotif.network.Network;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;

/** Networks with random weights and statistics, and batches. */
final class Cases {
    private Cases() {}

    /**
     * A network whose batch normalisations differ from their initial state. The first one centres its activation where
     * the function is neither flat nor singular; elsewhere, rounding to single precision could decide which number of a
     * pooling window is the maximum.
     */
    static Network network(NetworkSpec spec, long seed) {
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), seed);
        Random random = new Random(seed);
        float centre = centre(spec.firstActivation());
        for (Parameter parameter : network.parameters().values()) {
            String name = parameter.name();
            float[] values = parameter.values();
            for (int i = 0; i < values.length; i++) {
                if (name.endsWith("gamma") || name.endsWith("moving_variance")) {
                    values[i] = 0.5f + random.nextFloat();
                } else if (name.endsWith("beta") || name.endsWith("moving_mean") || name.endsWith("bias")) {
                    values[i] = 0.3f * (float) random.nextGaussian() + (name.equals("conv1_bn/beta") ? centre : 0);
                }
            }
        }
        network.weightsChanged();
        return network;
    }

    private static float centre(Activation f) {
        boolean logarithm = f.form() == Activation.Form.LOG || f.form() == Activation.Form.LOG_RELU;
        return logarithm ? 6 : (float) (f.shift() / f.inner());
    }

    /** The same layers with few filters and units, without dropout. */
    static NetworkSpec narrow(NetworkSpec spec) {
        List<LayerSpec> layers = spec.layers().stream()
                .map(layer -> switch (layer) {
                    case LayerSpec.Convolution c ->
                        new LayerSpec.Convolution(
                                4 + c.filters() % 5, c.width(), c.padding(), c.batchNorm(), c.activation(), 0);
                    case LayerSpec.Dense d -> new LayerSpec.Dense(7, d.batchNorm(), d.activation(), 0);
                    default -> layer;
                })
                .toList();
        return new NetworkSpec(spec.name(), spec.inputLength(), spec.outputs(), layers);
    }

    /** Sequences with all five codes. */
    static byte[][] codes(int n, int length, long seed) {
        Random random = new Random(seed);
        byte[][] codes = new byte[n][length];
        for (byte[] sequence : codes) {
            for (int l = 0; l < length; l++) {
                sequence[l] = (byte) (random.nextInt(20) == 0 ? 4 : random.nextInt(4));
            }
        }
        return codes;
    }

    /** Labels, one in seven of them missing. */
    static float[] labels(int n, int outputs, long seed) {
        Random random = new Random(seed);
        float[] labels = new float[n * outputs];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 7 == 3 ? Float.NaN : random.nextInt(2);
        }
        return labels;
    }
}
