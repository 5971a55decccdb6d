package org.expomotif.network.layer;

import java.util.Arrays;
import java.util.List;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PackedMatrix;
import org.expomotif.network.parallel.StepProgram;

/**
 * Dense layer without bias over the flattened input (position by position, channel last): y[o] = sum over i of x[i]
 * w[i][o]. Samples are the rows of one matrix product. Each part of the work computes the weight gradient of some rows
 * of w over the whole batch, so no part needs its own copy of a large matrix.
 */
public final class DenseProduct extends Layer {
    final Parameter kernel;
    private final PackedMatrix forward;
    private final PackedMatrix reverse;

    DenseProduct(int index, Extent in, int units, String name, boolean decayed, Kernels kernels) {
        super(index, in, new Extent(1, units), kernels);
        kernel = new Parameter(name + "/kernel", true, decayed, in.size(), units);
        forward = new PackedMatrix(in.size(), units, kernels.lanes());
        reverse = new PackedMatrix(units, in.size(), kernels.lanes());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(kernel);
    }

    @Override
    int partials(Parameter parameter) {
        return 1;
    }

    @Override
    public void forward(Workspace w, int from, int to) {
        Tensor x = w.value(index);
        Tensor y = w.value(index + 1);
        kernels.multiply(x.data, x.at(from), 0, x.pitch, forward, y.data, y.at(from), 0, y.pitch, to - from, 1);
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        Tensor dy = w.gradient(index + 1);
        Tensor dx = w.gradient(index);
        kernels.multiply(dy.data, dy.at(from), 0, dy.pitch, reverse, dx.data, dx.at(from), 0, dx.pitch, to - from, 1);
    }

    @Override
    boolean takesWholeParts() {
        return true;
    }

    @Override
    public void planForward(StepProgram program, Workspace w, Pass pass) {
        program.perPart((part, from, to) -> forward(w, from, to));
    }

    @Override
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        program.barrier();
        program.perPart((part, from, to) -> {
            int first = StepProgram.from(part, in.size());
            int rows = StepProgram.from(part + 1, in.size()) - first;
            int units = out.channels();
            float[] dw = w.partial(kernel)[0];
            Arrays.fill(dw, first * units, (first + rows) * units, 0);
            Tensor x = w.value(index);
            Tensor dy = w.gradient(index + 1);
            kernels.accumulate(
                    x.data, x.at(0) + first, x.pitch, rows, dy.data, dy.at(0), units, pass.size(), dw, first * units);
            backward(w, from, to);
        });
    }

    @Override
    public void pack(int part) {
        int from = StepProgram.from(part, in.size());
        int to = StepProgram.from(part + 1, in.size());
        forward.pack(kernel.values(), from, to);
        reverse.packTransposed(kernel.values(), 1, out.channels(), from, to);
    }
}
