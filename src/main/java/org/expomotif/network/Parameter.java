package org.expomotif.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.expomotif.run.UserException;

/**
 * Weights of a network under one name: a kernel {@code [width, in, out]} or {@code [in, out]}, a bias, or one of the
 * four vectors of batch normalisation. The array is not copied.
 */
public final class Parameter {
    private static final int MAX_SIZE = 1 << 26;

    private final String name;
    private final int[] shape;
    private final float[] values;
    private final boolean trained;
    private final boolean decayed;

    Parameter(String name, boolean trained, boolean decayed, int... shape) {
        this.name = name;
        this.shape = shape.clone();
        this.trained = trained;
        this.decayed = decayed;
        values = new float[size(name, shape)];
    }

    private static int size(String name, int... shape) {
        long size = 1;
        for (int n : shape) {
            size *= n;
            if (size > MAX_SIZE) {
                throw new UserException("the network is too large")
                        .atRecord(name)
                        .expected(String.format(Locale.ROOT, "at most %,d weights in an array", MAX_SIZE))
                        .found(Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x ")))
                        .remedy("use fewer or narrower filters");
            }
        }
        return (int) size;
    }

    /** The name, such as {@code conv1/kernel}. */
    public String name() {
        return name;
    }

    /** Sizes of the dimensions. The last index varies fastest. */
    public int[] shape() {
        return shape.clone();
    }

    /** The weights themselves, not a copy. Call {@link Network#weightsChanged()} after a change. */
    public float[] values() {
        return values;
    }

    /** Whether training updates the weights by their gradient, unlike moving statistics. */
    public boolean trained() {
        return trained;
    }

    /** Whether L2 regularization applies: to all kernels except the output layer's. */
    public boolean decayed() {
        return decayed;
    }
}
