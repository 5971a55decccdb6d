package org.expomotif.network;

import java.util.Arrays;
import org.expomotif.network.Evaluator.Explained;

/** {@link Evaluator#wayGradients} for any function: the gradient at every point. */
final class PlainWays {
    /** Numbers of input, and points, in one call. */
    private static final int NUMBERS = 1 << 19;

    private static final int MOST_POINTS = 512;

    private PlainWays() {}

    static float[] sums(
            Evaluator evaluator,
            float[] input,
            float[] references,
            int count,
            double[][] points,
            int output,
            Explained explained) {
        int size = 4 * evaluator.inputLength();
        int capacity = Math.clamp(NUMBERS / size, 1, MOST_POINTS);
        float[] result = new float[Math.multiplyExact(points.length, size)];
        float[] inputs = new float[capacity * size];
        int[] wayOf = new int[capacity];
        int used = 0;
        for (int way = 0; way < points.length; way++) {
            for (int k = 0; k < points[way].length; k++) {
                for (int i = 0; i < size; i++) {
                    float reference = references[way * size + i];
                    float difference = input[way / count * size + i] - reference;
                    inputs[used * size + i] = (float) (reference + points[way][k] * difference);
                }
                wayOf[used++] = way;
                boolean last = way == points.length - 1 && k == points[way].length - 1;
                if (used == capacity || last) {
                    float[] gradients =
                            evaluator.inputGradients(Arrays.copyOf(inputs, used * size), used, output, explained);
                    for (int i = 0; i < used * size; i++) {
                        result[wayOf[i / size] * size + i % size] += gradients[i];
                    }
                    used = 0;
                }
            }
        }
        return result;
    }
}
