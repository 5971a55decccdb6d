package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PoolingWindows;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.spec.LayerSpec;

/** Maximum over windows that do not overlap. The gradient goes to the position of the maximum; ties go to the first. */
final class MaxPooling extends RowLayer {
    final PoolingWindows windows;

    MaxPooling(int index, Extent in, int rows, int size, LayerSpec.Padding padding, Kernels kernels) {
        super(index, in, new Extent(rows, in.channels()), kernels);
        int missing = Math.max(0, rows * size - in.length());
        int left = padding == LayerSpec.Padding.SAME ? missing / 2 : 0;
        windows = new PoolingWindows(in.length(), in.channels(), size, left, rows);
    }

    @Override
    Object scratch(int samples, Workspace.Purpose purpose) {
        return windows.arguments(samples);
    }

    @Override
    void forwardSample(Workspace w, int n, int first, int end) {
        int[] argument = w.scratch(index, int[].class);
        kernels.pool(windows, w.value(index), w.value(index + 1), argument, n, first, end);
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor g = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        int[] argument = w.scratch(index, int[].class);
        for (int n = from; n < to; n++) {
            kernels.unpool(windows, g, dx, argument, n);
        }
    }

    @Override
    public void rescale(Workspace w, int[] sampleOf, int from, int to) {
        Tensor x = w.value(index);
        Tensor g = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        int[] argument = w.scratch(index, int[].class);
        for (int r = from; r < to; r++) {
            RescaleRule.maximum(x, argument, g, dx, sampleOf[r], r);
        }
    }

    @Override
    public int reachFrom(int row) {
        return (row + windows.left()) / windows.size();
    }

    @Override
    public int reachEnd(int end) {
        return Math.min(windows.rows(), (end - 1 + windows.left()) / windows.size() + 1);
    }

    @Override
    public int needFrom(int row) {
        return windows.first(row);
    }

    @Override
    public int needEnd(int end) {
        return windows.end(end - 1);
    }
}
