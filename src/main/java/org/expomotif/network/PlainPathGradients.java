package org.expomotif.network;

import java.util.Arrays;

/** {@link Evaluator#pathGradients} for any evaluator, by computing the gradient at every point. */
final class PlainPathGradients {
    /** Maximum number of input values in one call. */
    private static final int MAX_VALUES = 1 << 19;

    private static final int MAX_POINTS = 512;

    private PlainPathGradients() {}

    static float[] sums(
            Evaluator evaluator,
            float[] input,
            float[] references,
            int count,
            double[][] points,
            int output,
            OutputScale scale) {
        int size = 4 * evaluator.inputLength();
        int capacity = Math.clamp(MAX_VALUES / size, 1, MAX_POINTS);
        float[] result = new float[Math.multiplyExact(points.length, size)];
        float[] inputs = new float[capacity * size];
        int[] pathOf = new int[capacity];
        int used = 0;
        for (int path = 0; path < points.length; path++) {
            for (int k = 0; k < points[path].length; k++) {
                for (int i = 0; i < size; i++) {
                    float reference = references[path * size + i];
                    float difference = input[path / count * size + i] - reference;
                    inputs[used * size + i] = (float) (reference + points[path][k] * difference);
                }
                pathOf[used++] = path;
                boolean last = path == points.length - 1 && k == points[path].length - 1;
                if (used == capacity || last) {
                    float[] gradients = evaluator
                            .inputGradients(Arrays.copyOf(inputs, used * size), used, output, scale)
                            .values();
                    for (int i = 0; i < used * size; i++) {
                        result[pathOf[i / size] * size + i % size] += gradients[i];
                    }
                    used = 0;
                }
            }
        }
        return result;
    }
}
