package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PoolingWindows;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.spec.Activation;
import org.jspecify.annotations.Nullable;

/** An {@link Epilogue} in training mode. */
final class TrainedEpilogue {
    private final Epilogue layer;
    private final Kernels kernels;
    private final Activation f;
    private final @Nullable Dropout dropout;
    private final @Nullable BatchStatistics batch;
    private final ChannelSums sums;
    private final float[] scale;
    private final float[] shift;
    private final float[][] abc;
    /**
     * One array per part, for one sample: the output of the activation in a forward pass with pooling, and its input in
     * the backward pass.
     */
    private final float[][] u;

    private final int[][] states;
    private final Maxima maxima;

    /** For every maximum, its row (-1 if it was dropped) and the value of z there. */
    private record Maxima(int[] argument, Tensor z) {}

    TrainedEpilogue(Epilogue layer, int samples) {
        this.layer = layer;
        kernels = layer.kernels;
        f = layer.activation.activation;
        dropout = layer.dropout;
        int channels = layer.in.channels();
        if (layer.map instanceof BatchNorm norm) {
            batch = new BatchStatistics(norm);
            sums = batch.sums();
            scale = batch.scale;
            shift = batch.shift;
            abc = batch.abc;
        } else {
            batch = null;
            sums = new ChannelSums(layer.in, kernels);
            scale = layer.map.scale();
            shift = layer.map.shift();
            abc = new float[][] {scale, new float[scale.length], new float[scale.length]};
        }
        u = new float[StepProgram.PARTS][layer.in.size() + Kernels.SLACK];
        states = new int[StepProgram.PARTS][channels + Kernels.SLACK];
        boolean pooled = layer.pooling != null;
        maxima = new Maxima(
                new int[pooled ? samples * layer.out.size() + Kernels.SLACK : 0],
                new Tensor(pooled ? samples : 0, layer.out.length(), channels, 0, 0));
    }

    void planForward(StepProgram program, Workspace w, Layer.Pass pass) {
        Tensor z = w.value(layer.index);
        Tensor y = w.value(layer.exit());
        if (batch != null) {
            batch.planForward(program, z, pass);
        }
        program.perGroup((part, from, to) -> {
            for (int n = from; n < to; n++) {
                if (layer.pooling == null) {
                    activate(z, n, y.data, y.at(n));
                } else {
                    activate(z, n, u[part], 0);
                    pool(layer.pooling.windows, pass.seed(), part, n, z, y);
                }
            }
            if (layer.pooling == null && dropout != null) {
                dropout.drop(y, pass, states[part], from, to);
            }
        });
    }

    private void activate(Tensor z, int n, float[] y, int iy) {
        kernels.affine(z.data, z.at(n), layer.in.length(), layer.in.channels(), scale, shift, y, iy);
        kernels.activate(f, y, iy, y, iy, layer.in.size());
    }

    private void pool(PoolingWindows windows, long seed, int part, int n, Tensor z, Tensor y) {
        int threshold = Integer.MIN_VALUE;
        float factor = 1;
        if (dropout != null) {
            dropout.seed(seed, n, states[part]);
            threshold = dropout.threshold;
            factor = dropout.factor;
        }
        kernels.dropAndPool(
                u[part],
                0,
                z.data,
                z.at(n),
                windows,
                states[part],
                threshold,
                factor,
                y.data,
                maxima.z.data,
                y.at(n),
                maxima.z.at(n),
                maxima.argument);
    }

    void planBackward(StepProgram program, Workspace w, Layer.Pass pass) {
        Tensor g = w.gradient(layer.exit());
        Tensor z = layer.pooling == null ? w.value(layer.index) : maxima.z;
        program.perGroup((part, from, to) -> {
            if (layer.pooling == null && dropout != null) {
                dropout.drop(g, pass, states[part], from, to);
            }
            for (int n = from; n < to; n++) {
                differentiate(g, z, n, u[part]);
            }
        });
        sums.plan(program, g, z);
        if (batch != null) {
            batch.planGradients(program, w, pass);
        } else if (layer.map instanceof Bias bias) {
            program.perPart((part, from, to) -> bias.gradient(sums, w, part));
        }
        program.perGroup((part, from, to) -> combine(g, w.value(layer.index), w.gradient(layer.index), from, to));
    }

    /**
     * Replaces the gradient g of a sample by the gradient at the activation's input. With pooling, g and z hold the
     * maxima only.
     */
    private void differentiate(Tensor g, Tensor z, int n, float[] before) {
        int size = g.size();
        if (layer.pooling != null) {
            float factor = dropout == null ? 1 : dropout.factor;
            kernels.keepPooled(g.data, g.at(n), maxima.argument, n * size, size, factor);
        }
        kernels.affine(z.data, z.at(n), g.length, g.channels, scale, shift, before, 0);
        kernels.differentiate(f, before, 0, g.data, g.at(n), size);
    }

    private void combine(Tensor g, Tensor z, Tensor dz, int from, int to) {
        for (int n = from; n < to; n++) {
            if (layer.pooling == null) {
                kernels.combine(g.data, g.at(n), z.data, z.at(n), g.length, g.channels, abc, dz.data, dz.at(n));
            } else {
                kernels.combinePooled(
                        g.data,
                        g.at(n),
                        maxima.argument,
                        n * g.size(),
                        layer.pooling.windows,
                        z.data,
                        z.at(n),
                        abc,
                        dz.data,
                        dz.at(n));
            }
        }
    }
}
