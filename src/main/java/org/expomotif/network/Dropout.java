package org.expomotif.network;

/**
 * Inverted dropout: in training a number is 0 with probability p, else divided by 1 - p; evaluation leaves all as it
 * is.
 *
 * <p>The draws are a function of step seed, layer, sample in the batch, channel and row alone, so they do not depend on
 * threads and backward makes them again instead of keeping a mask.
 */
final class Dropout extends Layer {
    final int threshold;
    final float factor;

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
    Object scratch(int samples, Workspace.Purpose purpose) {
        return states();
    }

    /** Room for every part's generators, one a channel. */
    int[][] states() {
        return new int[Program.PARTS][in.channels() + Kernels.SLACK];
    }

    @Override
    void planForward(Program program, Workspace w, Pass pass) {
        int[][] states = w.scratch(index, int[][].class);
        program.flow((part, from, to) -> drop(w.value(index + 1), pass, states[part], from, to));
    }

    @Override
    void planBackward(Program program, Workspace w, Pass pass) {
        int[][] states = w.scratch(index, int[][].class);
        program.flow((part, from, to) -> drop(w.gradient(index + 1), pass, states[part], from, to));
    }

    /** Drops numbers of the samples {@code from} to {@code to}, the same at every call with the same pass. */
    void drop(Tensor x, Pass pass, int[] state, int from, int to) {
        for (int n = from; n < to; n++) {
            seed(pass.seed(), n, state);
            kernels.drop(x.data, x.at(n), in.length(), in.channels(), state, threshold, factor);
        }
    }

    /** Sets the generators of a sample. */
    void seed(long seed, int n, int[] state) {
        long sample = mix(seed + 0x9E3779B97F4A7C15L * (((long) index << 32) + n + 1));
        for (int j = 0; j < in.channels(); j++) {
            // Xorshift never leaves 0, so a state is made odd.
            state[j] = mix((int) sample ^ (j * 0x9E3779B9) + (int) (sample >>> 32)) | 1;
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
