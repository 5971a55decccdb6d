package org.expomotif.network;

/**
 * Weights of a network under one name: a kernel {@code [width, in, out]} or {@code [in, out]}, a bias, or one of the
 * four vectors of batch normalisation. The array is the network's own.
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

    /** The name, as {@code conv1/kernel}. */
    public String name() {
        return name;
    }

    /** Sizes of the dimensions, the last one running fastest. */
    public int[] shape() {
        return shape.clone();
    }

    /** The numbers themselves, not a copy; after a change call {@link Network#weightsChanged()}. */
    public float[] values() {
        return values;
    }

    /** Whether training changes it by its gradient (moving statistics are not). */
    public boolean trained() {
        return trained;
    }

    /** Whether L2 decay applies (kernels but the output layer's). */
    public boolean decayed() {
        return decayed;
    }
}
