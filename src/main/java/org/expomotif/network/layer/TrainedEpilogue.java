package org.expomotif.network.layer;

import java.util.Arrays;
import org.expomotif.network.kernel.DropoutMask;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PoolingWindows;
import org.expomotif.network.kernel.Tensor;
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
     * One tensor per part, for one sample at a time: the output of the activation in a forward pass with pooling, and
     * its input in the backward pass.
     */
    private final Tensor[] u = new Tensor[StepProgram.PARTS];
    /** One mask per part. */
    private final DropoutMask[] masks;

    /** Null without pooling. */
    private final PoolingWindows.@Nullable Maxima maxima;

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
        Arrays.setAll(u, part -> Tensor.ofOnePlace(samples, layer.in.length(), channels));
        masks = dropout != null ? dropout.masks() : new DropoutMask[StepProgram.PARTS];
        if (dropout == null) {
            Arrays.fill(masks, DropoutMask.none(channels));
        }
        maxima = layer.pooling == null ? null : PoolingWindows.Maxima.of(layer.pooling.windows, samples);
    }

    void planForward(StepProgram program, Workspace w, Layer.Pass pass) {
        Tensor z = w.value(layer.index);
        Tensor y = w.value(layer.exit());
        if (batch != null) {
            batch.planForward(program, z, pass);
        }
        program.perGroup((part, from, to) -> {
            for (int n = from; n < to; n++) {
                Tensor activated = maxima == null ? y : u[part];
                kernels.affine(scale, shift, z, activated, n);
                kernels.activate(f, activated, activated, n);
                if (maxima != null) {
                    if (dropout != null) {
                        dropout.seed(pass.seed(), n, masks[part].state());
                    }
                    kernels.dropAndPool(maxima, masks[part], activated, z, y, n);
                }
            }
            if (maxima == null && dropout != null) {
                dropout.drop(y, pass, masks[part], from, to);
            }
        });
    }

    void planBackward(StepProgram program, Workspace w, Layer.Pass pass) {
        Tensor g = w.gradient(layer.exit());
        Tensor z = maxima == null ? w.value(layer.index) : maxima.z();
        program.perGroup((part, from, to) -> {
            if (maxima == null && dropout != null) {
                dropout.drop(g, pass, masks[part], from, to);
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
    private void differentiate(Tensor g, Tensor z, int n, Tensor before) {
        if (maxima != null) {
            kernels.keepPooled(g, maxima.argument(), n, masks[0].factor());
        }
        kernels.affine(scale, shift, z, before, n);
        kernels.differentiate(f, before, g, n);
    }

    private void combine(Tensor g, Tensor z, Tensor dz, int from, int to) {
        for (int n = from; n < to; n++) {
            if (maxima == null) {
                kernels.combine(abc, g, z, dz, n);
            } else {
                kernels.combinePooled(abc, maxima, g, z, dz, n);
            }
        }
    }
}
