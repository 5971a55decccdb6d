package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.spec.Activation;

/** An {@link Epilogue} in evaluation mode. */
final class EvaluatedEpilogue {
    private final Epilogue layer;
    private final Kernels kernels;
    private final boolean forwardOnly;
    private final float[] zero;
    private final float[] u;
    private final float[] du;
    private final int[] argument;

    /** Creates the arrays; with {@code forwardOnly} there is no backward pass. */
    EvaluatedEpilogue(Epilogue layer, int samples, boolean forwardOnly) {
        this.layer = layer;
        this.forwardOnly = forwardOnly;
        kernels = layer.kernels;
        zero = new float[layer.in.channels() + Kernels.SLACK];
        u = new float[layer.in.size() + Kernels.SLACK];
        du = new float[forwardOnly ? 0 : layer.in.size() + Kernels.SLACK];
        argument = new int[layer.pooling == null ? 0 : samples * layer.out.size() + Kernels.SLACK];
    }

    private void affine(float[] x, int ix, float[] shift, float[] y, int iy) {
        kernels.affine(x, ix, layer.in.length(), layer.in.channels(), layer.map.scale(), shift, y, iy);
    }

    void forward(Tensor z, Tensor y, int from, int to) {
        Activation f = layer.activation.activation;
        for (int n = from; n < to; n++) {
            if (layer.pooling == null) {
                affine(z.data, z.at(n), layer.map.shift(), y.data, y.at(n));
                kernels.activate(f, y.data, y.at(n), y.data, y.at(n), layer.in.size());
            } else if (forwardOnly && f.form() == Activation.Form.RELU) {
                // ReLU is monotonic and exact, so it can be applied after the maximum.
                kernels.affineAndPool(
                        z.data, z.at(n), layer.pooling.windows, layer.map.scale(), layer.map.shift(), y.data, y.at(n));
                kernels.activate(f, y.data, y.at(n), y.data, y.at(n), layer.out.size());
            } else {
                affine(z.data, z.at(n), layer.map.shift(), u, 0);
                kernels.activate(f, u, 0, u, 0, layer.in.size());
                kernels.pool(u, 0, layer.pooling.windows, y.data, y.at(n), argument, n * layer.out.size());
            }
        }
    }

    void backward(Tensor g, Tensor z, Tensor dz, int from, int to) {
        Activation f = layer.activation.activation;
        for (int n = from; n < to; n++) {
            if (layer.pooling == null) {
                System.arraycopy(g.data, g.at(n), du, 0, layer.in.size());
            } else {
                kernels.unpool(g.data, g.at(n), layer.pooling.windows, du, 0, argument, n * layer.out.size());
            }
            affine(z.data, z.at(n), layer.map.shift(), u, 0);
            kernels.differentiate(f, u, 0, du, 0, layer.in.size());
            affine(du, 0, zero, dz.data, dz.at(n));
        }
    }
}
