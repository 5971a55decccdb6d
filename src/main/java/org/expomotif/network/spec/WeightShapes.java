package org.expomotif.network.spec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.expomotif.network.Network;
import org.expomotif.run.UserException;

/**
 * Names and shapes of a network's weights, computed from its description alone. The arrays of a file are checked
 * against them before memory is allocated. Names, shapes and order are those of {@link Network#parameters()}.
 */
public final class WeightShapes {
    /** Maximum number of weights per array. */
    private static final int MAX_WEIGHTS = 1 << 26;

    private final Map<String, int[]> shapes = new LinkedHashMap<>();
    private int length;
    private int channels = 4;
    private int convolutions;
    private int residuals;
    private int denses;

    private WeightShapes(int length) {
        this.length = length;
    }

    /**
     * The shapes by name.
     *
     * @throws UserException when an array would have too many weights
     */
    public static Map<String, int[]> of(NetworkSpec spec) {
        WeightShapes all = new WeightShapes(spec.inputLength());
        for (LayerSpec layer : spec.layers()) {
            switch (layer) {
                case LayerSpec.Convolution c -> all.convolution(c);
                case LayerSpec.Residual r -> all.residual(r);
                case LayerSpec.MaxPool p -> {}
                case LayerSpec.Dense d -> all.dense(d);
            }
            all.length = NetworkSpec.lengthAfter(layer, all.length);
        }
        all.product("output", spec.outputs());
        all.add("output/bias", all.channels);
        return all.shapes;
    }

    private void convolution(LayerSpec.Convolution c) {
        String name = "conv" + ++convolutions;
        kernel(name, c.width(), c.filters());
        normalize(c.batchNorm(), name);
    }

    private void residual(LayerSpec.Residual r) {
        String name = "residual" + ++residuals;
        for (String half : new String[] {name + "_conv1", name + "_conv2"}) {
            kernel(half, r.width(), channels);
            normalize(r.batchNorm(), half);
        }
    }

    private void dense(LayerSpec.Dense d) {
        String name = "dense" + ++denses;
        product(name, d.units());
        normalize(d.batchNorm(), name);
    }

    private void kernel(String name, int width, int filters) {
        add(name + "/kernel", width, channels, filters);
        channels = filters;
    }

    private void product(String name, int units) {
        add(name + "/kernel", Math.multiplyExact(length, channels), units);
        length = 1;
        channels = units;
    }

    private void normalize(boolean batchNorm, String name) {
        if (batchNorm) {
            for (String vector : new String[] {"gamma", "beta", "moving_mean", "moving_variance"}) {
                add(name + "_bn/" + vector, channels);
            }
        } else {
            add(name + "/bias", channels);
        }
    }

    private void add(String name, int... shape) {
        size(name, shape);
        shapes.put(name, shape);
    }

    /**
     * The number of elements of an array.
     *
     * @throws UserException when there are too many
     */
    public static int size(String name, int... shape) {
        long size = 1;
        for (int n : shape) {
            size *= n;
            if (size > MAX_WEIGHTS) {
                throw new UserException("the network is too large")
                        .atRecord(name)
                        .expected(String.format(Locale.ROOT, "at most %,d weights in an array", MAX_WEIGHTS))
                        .found(Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x ")))
                        .remedy("use fewer or narrower filters");
            }
        }
        return (int) size;
    }
}
