package org.expomotif.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;

/** Builds the layers of a description and names their parameters. */
public final class LayerAssembler {
    private static final Activation RELU = Activation.named("relu");

    private final Kernels kernels;
    private final List<Layer> layers = new ArrayList<>();
    private Layer.Extent extent;
    private int convolutions;
    private int residuals;
    private int denses;

    private LayerAssembler(NetworkSpec spec, Kernels kernels) {
        this.kernels = kernels;
        extent = new Layer.Extent(spec.inputLength(), 4);
    }

    /** Builds the layers of a description; the output of the last layer is the logits. */
    public static List<Layer> layers(NetworkSpec spec, Kernels kernels) {
        LayerAssembler assembly = new LayerAssembler(spec, kernels);
        for (LayerSpec layer : spec.layers()) {
            switch (layer) {
                case LayerSpec.Convolution c -> assembly.convolution(c);
                case LayerSpec.Residual r -> assembly.residual(r);
                case LayerSpec.MaxPool p -> assembly.pool(p);
                case LayerSpec.Dense d -> assembly.dense(d);
            }
        }
        assembly.output(spec.outputs());
        return List.copyOf(assembly.layers);
    }

    private void add(Layer layer) {
        layers.add(layer);
        extent = layer.out;
    }

    private int next() {
        return layers.size();
    }

    private void convolution(LayerSpec.Convolution c) {
        String name = "conv" + ++convolutions;
        add(
                layers.isEmpty()
                        ? new FirstConvolution(extent, c.padding(), c.width(), c.filters(), name, kernels)
                        : new Convolution(next(), extent, c.padding(), c.width(), c.filters(), name, kernels));
        normalize(c.batchNorm(), name);
        activate(c.activation());
        drop(c.dropout());
    }

    private void residual(LayerSpec.Residual r) {
        String name = "residual" + ++residuals;
        Fork fork = new Fork(next(), extent, kernels);
        add(fork);
        residualHalf(r, name + "_conv1");
        activate(RELU);
        residualHalf(r, name + "_conv2");
        fork.setJoin(next());
        add(new Join(next(), fork.index, extent, kernels));
        activate(RELU);
    }

    private void residualHalf(LayerSpec.Residual r, String name) {
        add(new Convolution(next(), extent, LayerSpec.Padding.SAME, r.width(), extent.channels(), name, kernels));
        if (!r.batchNorm()) {
            add(new Bias(next(), extent, name, kernels));
        }
        activate(RELU);
        if (r.batchNorm()) {
            add(new BatchNorm(next(), extent, name + "_bn", kernels));
        }
    }

    private void pool(LayerSpec.MaxPool p) {
        int rows = NetworkSpec.lengthAfter(p, extent.length());
        add(new MaxPooling(next(), extent, rows, p.size(), p.padding(), kernels));
    }

    private void dense(LayerSpec.Dense d) {
        String name = "dense" + ++denses;
        add(new DenseProduct(next(), extent, d.units(), name, true, kernels));
        normalize(d.batchNorm(), name);
        activate(d.activation());
        drop(d.dropout());
    }

    private void output(int outputs) {
        add(new DenseProduct(next(), extent, outputs, "output", false, kernels));
        add(new Bias(next(), extent, "output", kernels));
    }

    private void normalize(boolean batchNorm, String name) {
        add(batchNorm ? new BatchNorm(next(), extent, name + "_bn", kernels) : new Bias(next(), extent, name, kernels));
    }

    private void activate(Activation activation) {
        add(new ActivationLayer(next(), extent, activation, kernels));
    }

    private void drop(double probability) {
        if (probability > 0) {
            add(new Dropout(next(), extent, probability, kernels));
        }
    }
}
