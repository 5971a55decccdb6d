package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.spec.Activation;

/** An {@link Epilogue} in evaluation mode. */
final class EvaluatedEpilogue {
    private final Epilogue layer;
    private final Kernels kernels;
    private final boolean forwardOnly;
    private final float[] zero;
    /** The input or the output of the activation, for one sample at a time. */
    private final Tensor u;

    private final Tensor du;
    private final int[] argument;

    /** Creates the arrays; with {@code forwardOnly} there is no backward pass. */
    EvaluatedEpilogue(Epilogue layer, int samples, boolean forwardOnly) {
        this.layer = layer;
        this.forwardOnly = forwardOnly;
        kernels = layer.kernels;
        zero = new float[layer.in.channels() + Kernels.SLACK];
        u = Tensor.ofOnePlace(samples, layer.in.length(), layer.in.channels());
        du = Tensor.ofOnePlace(samples, forwardOnly ? 0 : layer.in.length(), layer.in.channels());
        argument = layer.pooling == null ? new int[0] : layer.pooling.windows.arguments(samples);
    }

    void forward(Tensor z, Tensor y, int from, int to) {
        Activation f = layer.activation.activation;
        float[] scale = layer.map.scale();
        float[] shift = layer.map.shift();
        for (int n = from; n < to; n++) {
            if (layer.pooling == null) {
                kernels.affine(scale, shift, z, y, n);
                kernels.activate(f, y, y, n);
            } else if (forwardOnly && f.form() == Activation.Form.RELU) {
                // ReLU is monotonic and exact, so it can be applied after the maximum.
                kernels.affineAndPool(layer.pooling.windows, scale, shift, z, y, n);
                kernels.activate(f, y, y, n);
            } else {
                kernels.affine(scale, shift, z, u, n);
                kernels.activate(f, u, u, n);
                kernels.pool(layer.pooling.windows, u, y, argument, n);
            }
        }
    }

    void backward(Tensor g, Tensor z, Tensor dz, int from, int to) {
        Activation f = layer.activation.activation;
        for (int n = from; n < to; n++) {
            if (layer.pooling == null) {
                System.arraycopy(g.data, g.at(n), du.data, du.at(n), layer.in.size());
            } else {
                kernels.unpool(layer.pooling.windows, g, du, argument, n);
            }
            kernels.affine(layer.map.scale(), layer.map.shift(), z, u, n);
            kernels.differentiate(f, u, du, n);
            kernels.affine(layer.map.scale(), zero, du, dz, n);
        }
    }
}
