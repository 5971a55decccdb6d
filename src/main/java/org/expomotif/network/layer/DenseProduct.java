package org.expomotif.network.layer;

import java.util.Arrays;
import java.util.List;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PackedMatrix;
import org.expomotif.network.kernel.Product;
import org.expomotif.network.kernel.WeightGradient;
import org.expomotif.network.parallel.StepProgram;

/**
 * Dense layer without bias over the flattened input (position by position, channel last): y[o] = sum over i of x[i]
 * w[i][o]. Samples are the rows of one matrix product. Each part of the work computes the weight gradient of some rows
 * of w over the whole batch, so no part needs its own copy of a large matrix.
 */
public final class DenseProduct extends Layer {
    final Parameter kernel;
    private final Product forward;
    private final Product reverse;
    private final WeightGradient[] parts = new WeightGradient[StepProgram.PARTS];

    DenseProduct(int index, Extent in, int units, String name, boolean decayed, Kernels kernels) {
        super(index, in, new Extent(1, units), kernels);
        kernel = new Parameter(name + "/kernel", true, decayed, in.size(), units);
        forward = new Product(new PackedMatrix(in.size(), units, kernels.lanes()), 0, in.size());
        reverse = new Product(new PackedMatrix(units, in.size(), kernels.lanes()), 0, units);
        for (int part = 0; part < StepProgram.PARTS; part++) {
            int first = StepProgram.from(part, in.size());
            int rows = StepProgram.from(part + 1, in.size()) - first;
            parts[part] = new WeightGradient(first, in.size(), rows, units, first * units);
        }
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
        kernels.multiply(forward, w.value(index), w.value(index + 1), from, to, 0, 1);
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        kernels.multiply(reverse, w.gradient(index + 1), w.gradient(index), from, to, 0, 1);
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
            WeightGradient rows = parts[part];
            float[] dw = w.partial(kernel)[0];
            Arrays.fill(dw, rows.first(), rows.first() + rows.rows() * rows.columns(), 0);
            kernels.accumulate(rows, w.value(index), w.gradient(index + 1), 0, pass.size(), dw);
            backward(w, from, to);
        });
    }

    @Override
    public void pack(int part) {
        int from = StepProgram.from(part, in.size());
        int to = StepProgram.from(part + 1, in.size());
        forward.matrix().pack(kernel.values(), from, to);
        reverse.matrix().packTransposed(kernel.values(), 1, out.channels(), from, to);
    }
}
