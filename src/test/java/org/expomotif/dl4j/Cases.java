package org.expomotif.dl4j;

import java.util.Random;
import org.expomotif.network.Initialization;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkSpec;
import org.expomotif.network.Parameter;

/** Networks with weights at which nothing is 0 or 1 by chance, and batches. */
final class Cases {
    private Cases() {}

    /** A network whose batch normalisations have moved from where they start. */
    static Network network(NetworkSpec spec, long seed) {
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), seed);
        Random random = new Random(seed);
        for (Parameter parameter : network.parameters().values()) {
            String name = parameter.name();
            float[] values = parameter.values();
            for (int i = 0; i < values.length; i++) {
                if (name.endsWith("gamma") || name.endsWith("moving_variance")) {
                    values[i] = 0.5f + random.nextFloat();
                } else if (name.endsWith("beta") || name.endsWith("moving_mean") || name.endsWith("bias")) {
                    values[i] = 0.3f * (float) random.nextGaussian();
                }
            }
        }
        network.weightsChanged();
        return network;
    }

    /** Sequences of all five codes. */
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

    /** Labels, one in seven missing. */
    static float[] labels(int n, int outputs, long seed) {
        Random random = new Random(seed);
        float[] labels = new float[n * outputs];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 7 == 3 ? Float.NaN : random.nextInt(2);
        }
        return labels;
    }
}
