package org.expomotif.network.layer;

import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.parallel.StepProgram;

/**
 * Inverted dropout: in training a value is set to 0 with probability p, else divided by 1 - p; evaluation changes
 * nothing.
 *
 * <p>The draws depend only on the seed of the step, the layer, the sample in the batch, the channel and the row.
 * Therefore they do not depend on threads, and the backward pass repeats them instead of reading a stored mask.
 */
public final class Dropout extends Layer {
    final int threshold;
    final float factor;

    public Dropout(int index, Extent extent, double probability, Kernels kernels) {
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
    public void forward(Workspace w, int from, int to) {
        // Nothing is dropped.
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        // Nothing was dropped.
    }

    @Override
    Object scratch(int samples, Workspace.Purpose purpose) {
        return states();
    }

    /** Arrays for the generator states of every part, one state per channel. */
    int[][] states() {
        return new int[StepProgram.PARTS][in.channels() + Kernels.SLACK];
    }

    @Override
    public void planForward(StepProgram program, Workspace w, Pass pass) {
        int[][] states = w.scratch(index, int[][].class);
        program.perGroup((part, from, to) -> drop(w.value(index + 1), pass, states[part], from, to));
    }

    @Override
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        int[][] states = w.scratch(index, int[][].class);
        program.perGroup((part, from, to) -> drop(w.gradient(index + 1), pass, states[part], from, to));
    }

    /** Drops values of the samples {@code from} to {@code to}. Every call with the same pass drops the same values. */
    void drop(Tensor x, Pass pass, int[] state, int from, int to) {
        for (int n = from; n < to; n++) {
            seed(pass.seed(), n, state);
            kernels.drop(x.data, x.at(n), in.length(), in.channels(), state, threshold, factor);
        }
    }

    /** Sets the generator states of a sample. */
    void seed(long seed, int n, int[] state) {
        long sample = mix(seed + 0x9E3779B97F4A7C15L * (((long) index << 32) + n + 1));
        for (int j = 0; j < in.channels(); j++) {
            // A xorshift generator with state 0 stays at 0, so the state is made odd.
            state[j] = mix((int) sample ^ (j * 0x9E3779B9) + (int) (sample >>> 32)) | 1;
        }
    }

    /** Stafford's mix 13, the finaliser of the SplitMix generators. */
    public static long mix(long seed) {
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
