package org.expomotif.network.layer;

import org.expomotif.network.kernel.DropoutMask;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.stats.SeedMixer;

/**
 * Inverted dropout: in training a value is set to 0 with probability p, else divided by 1 - p; evaluation changes
 * nothing.
 *
 * <p>The draws depend only on the seed of the step, the layer, the sample in the batch, the channel and the row.
 * Therefore they do not depend on threads, and the backward pass repeats them instead of reading a stored mask.
 */
public final class Dropout extends PassThroughLayer {
    private final int threshold;
    final float factor;

    public Dropout(int index, Extent extent, double probability, Kernels kernels) {
        super(index, extent, kernels);
        threshold = (int) (Integer.MIN_VALUE + (long) (probability * (1L << 32)));
        factor = (float) (1 / (1 - probability));
    }

    @Override
    public void backward(Workspace w, int from, int to) {
        // Nothing was dropped.
    }

    @Override
    Object scratch(int samples, Workspace.Purpose purpose) {
        return masks();
    }

    /** One mask per part, for one sample at a time. */
    DropoutMask[] masks() {
        DropoutMask[] masks = new DropoutMask[StepProgram.PARTS];
        for (int part = 0; part < masks.length; part++) {
            masks[part] = new DropoutMask(new int[in.channels() + Kernels.SLACK], threshold, factor);
        }
        return masks;
    }

    @Override
    public void planForward(StepProgram program, Workspace w, Pass pass) {
        DropoutMask[] masks = w.scratch(index, DropoutMask[].class);
        program.perGroup((part, from, to) -> drop(w.value(index + 1), pass, masks[part], from, to));
    }

    @Override
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        DropoutMask[] masks = w.scratch(index, DropoutMask[].class);
        program.perGroup((part, from, to) -> drop(w.gradient(index + 1), pass, masks[part], from, to));
    }

    /** Drops values of the samples {@code from} to {@code to}. Every call with the same pass drops the same values. */
    void drop(Tensor x, Pass pass, DropoutMask mask, int from, int to) {
        for (int n = from; n < to; n++) {
            seed(pass.seed(), n, mask.state());
            kernels.drop(mask, x, n);
        }
    }

    /** Sets the generator states of a sample. */
    void seed(long seed, int n, int[] state) {
        long sample = SeedMixer.mix(seed + SeedMixer.GOLDEN * (((long) index << 32) + n + 1));
        for (int j = 0; j < in.channels(); j++) {
            // A xorshift generator with state 0 stays at 0, so the state is made odd.
            state[j] = mix((int) sample ^ (j * 0x9E3779B9) + (int) (sample >>> 32)) | 1;
        }
    }

    private static int mix(int seed) {
        int x = seed ^ (seed >>> 16);
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        return x ^ (x >>> 16);
    }
}
