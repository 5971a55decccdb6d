package org.expomotif.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.dna.OneHot;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;

/** Networks and inputs for the tests, generated from seeds. */
public final class Cases {
    private Cases() {}

    /** Random codes, about one in thirty unknown. */
    public static byte[][] codes(int n, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] codes = new byte[n][length];
        for (byte[] sequence : codes) {
            for (int i = 0; i < length; i++) {
                sequence[i] = (byte) (random.nextInt(30) == 0 ? 4 : random.nextInt(4));
            }
        }
        return codes;
    }

    /** Random labels, one in ten missing. */
    public static float[] labels(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] labels = new float[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(2);
        }
        return labels;
    }

    /** The one-hot input of the engine. */
    public static float[] flat(byte[][] codes) {
        int length = codes[0].length;
        float[] x = new float[codes.length * length * 4];
        for (int n = 0; n < codes.length; n++) {
            OneHot.encode(codes[n], x, n * length * 4);
        }
        return x;
    }

    /** The input of {@link DoubleNetwork}. */
    static double[][][] doubles(float[] flat, int n, int length) {
        double[][][] x = new double[n][length][4];
        for (int i = 0; i < flat.length; i++) {
            x[i / (length * 4)][i / 4 % length][i % 4] = flat[i];
        }
        return x;
    }

    /** A network with random weights, statistics and shifts instead of neutral ones. */
    public static Network network(NetworkSpec spec, long seed) {
        return network(spec, seed, Kernels.best());
    }

    static Network network(NetworkSpec spec, long seed, Kernels kernels) {
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), seed, kernels);
        SplittableRandom random = new SplittableRandom(seed + 1);
        for (Parameter p : network.parameters().values()) {
            float[] v = p.values();
            for (int i = 0; i < v.length && p.shape().length == 1; i++) {
                v[i] += (float) random.nextDouble(p.name().endsWith("variance") ? 0 : -0.3, 0.3);
            }
        }
        network.weightsChanged();
        return network;
    }

    /** The seven architectures with few filters on short input, so that finite differences are fast. */
    public static List<NetworkSpec> small(Activation activation) {
        List<NetworkSpec> specs = new ArrayList<>();
        for (String name : Architectures.names()) {
            int length = name.equals("basset") || name.equals("residualbind") ? 150 : 120;
            NetworkSpec full = Architectures.named(name, 1200, activation, 3).withoutDropout();
            specs.add(new NetworkSpec(name, length, 3, shrink(full.layers(), length)));
        }
        return specs;
    }

    private static List<LayerSpec> shrink(List<LayerSpec> layers, int inputLength) {
        List<LayerSpec> small = new ArrayList<>();
        int length = inputLength;
        for (LayerSpec layer : layers) {
            LayerSpec next = switch (layer) {
                case LayerSpec.Convolution c ->
                    new LayerSpec.Convolution(
                            3 + c.filters() % 5, c.width(), c.padding(), c.batchNorm(), c.activation(), 0);
                case LayerSpec.Dense d -> new LayerSpec.Dense(5, d.batchNorm(), d.activation(), 0);
                case LayerSpec.MaxPool p ->
                    new LayerSpec.MaxPool(Math.max(2, Math.min(p.size(), length / 5)), p.padding());
                case LayerSpec.Residual r -> r;
            };
            small.add(next);
            length = NetworkSpec.lengthAfter(next, length);
        }
        return small;
    }
}
