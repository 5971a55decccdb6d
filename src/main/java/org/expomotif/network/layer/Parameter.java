package org.expomotif.network.layer;

import org.expomotif.network.Network;
import org.expomotif.network.spec.WeightShapes;

/**
 * Weights of a network under one name: a kernel {@code [width, in, out]} or {@code [in, out]}, a bias, or one of the
 * four vectors of batch normalisation. The array is not copied.
 */
public final class Parameter {
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
        values = new float[WeightShapes.size(name, shape)];
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
