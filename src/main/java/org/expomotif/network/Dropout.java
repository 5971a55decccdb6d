package org.expomotif.network;

/**
 * Inverted dropout: in training a number is 0 with probability p, else divided by 1 - p; evaluation leaves all as it
 * is.
 *
 * <p>The draws are a function of step seed, layer, sample in the batch, channel and row alone, so they do not depend on
 * threads and backward makes them again instead of keeping a mask.
 */
final class Dropout extends Layer {
    private final int threshold;
    private final float factor;

    Dropout(int index, Extent extent, double probability, Kernels kernels) {
        super(index, extent, extent, kernels);
        threshold = (int) (Integer.MIN_VALUE + (long) (probability * (1L << 32)));
        factor = (float) (1 / (1 - probability));
    }

    @Override
    boolean sharesValue() {
        return true;
    }

    @Override
    boolean sharesGradient() {
        return true;
    }

    @Override
    void forward(Workspace w, int from, int to) {
        // Nothing is dropped.
    }

    @Override
    void backward(Workspace w, int from, int to) {
        // Nothing was dropped.
    }

    @Override
    void planForward(Program program, Workspace w, Pass pass) {
        program.each((part, from, to) -> drop(w.value(index + 1), pass.seed(), from, to));
    }

    @Override
    void planBackward(Program program, Workspace w, Pass pass) {
        program.each((part, from, to) -> drop(w.gradient(index + 1), pass.seed(), from, to));
    }

    private void drop(Tensor x, long seed, int from, int to) {
        int[] state = new int[in.channels() + Kernels.SLACK];
        for (int n = from; n < to; n++) {
            long sample = mix(seed + 0x9E3779B97F4A7C15L * (((long) index << 32) + n + 1));
            for (int j = 0; j < in.channels(); j++) {
                // Xorshift never leaves 0, so a state is made odd.
                state[j] = mix((int) sample ^ (j * 0x9E3779B9) + (int) (sample >>> 32)) | 1;
            }
            kernels.drop(x.data, x.at(n), in.length(), in.channels(), state, threshold, factor);
        }
    }

    /** Stafford's mix 13, the finaliser of SplittableRandom's kind of generator. */
    static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static int mix(int seed) {
        int x = seed ^ (seed >>> 16);
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        return x ^ (x >>> 16);
    }
}
