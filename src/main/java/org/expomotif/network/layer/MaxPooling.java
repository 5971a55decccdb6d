package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PoolingWindows;
import org.expomotif.network.kernel.RescaleRule;
import org.expomotif.network.spec.LayerSpec;

/** Maximum over windows that do not overlap. The gradient goes to the position of the maximum; ties go to the first. */
final class MaxPooling extends Layer {
    final PoolingWindows windows;

    MaxPooling(int index, Extent in, int rows, int size, LayerSpec.Padding padding, Kernels kernels) {
        super(index, in, new Extent(rows, in.channels()), kernels);
        int missing = Math.max(0, rows * size - in.length());
        int left = padding == LayerSpec.Padding.SAME ? missing / 2 : 0;
        windows = new PoolingWindows(in.length(), in.channels(), size, left, rows);
    }

    @Override
    Object scratch(int samples, Workspace.Purpose purpose) {
        return new int[samples * out.size() + Kernels.SLACK];
    }

    @Override
    public void forward(Workspace w, int from, int to) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        int[] argument = w.scratch(index, int[].class);
        for (int n = from; n < to; n++) {
            kernels.pool(x.data, x.at(n), windows, y.data, y.at(n), argument, n * out.size());
        }
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor g = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        int[] argument = w.scratch(index, int[].class);
        for (int n = from; n < to; n++) {
            kernels.unpool(g.data, g.at(n), windows, dx.data, dx.at(n), argument, n * out.size());
        }
    }

    @Override
    public void rescale(Workspace w, int[] sampleOf, int from, int to) {
        Tensor x = w.value(index);
        Tensor g = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        int[] argument = w.scratch(index, int[].class);
        for (int r = from; r < to; r++) {
            int s = sampleOf[r];
            RescaleRule.maximum(
                    x.data,
                    x.at(s),
                    x.at(r),
                    argument,
                    s * out.size(),
                    r * out.size(),
                    g.data,
                    g.at(r),
                    out.length(),
                    in.channels(),
                    in.length(),
                    dx.data,
                    dx.at(r));
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

    @Override
    public void forwardRows(Workspace w, int samples, int from, int end) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        int first = windows.first(from);
        int before = first - (from * windows.size() - windows.left());
        PoolingWindows some =
                new PoolingWindows(windows.length() - first, in.channels(), windows.size(), before, end - from);
        int[] argument = w.scratch(index, int[].class);
        for (int n = 0; n < samples; n++) {
            kernels.pool(
                    x.data,
                    x.at(n) + first * in.channels(),
                    some,
                    y.data,
                    y.at(n) + from * in.channels(),
                    argument,
                    n * out.size());
        }
    }
}
