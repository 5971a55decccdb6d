package org.expomotif.network.layer;

import java.util.Arrays;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.parallel.StepProgram;

/**
 * The sums of x and of x z per channel over a batch. Sums over one run of rows are in single precision, sums of runs in
 * double precision. Each part of the batch has its own sum, so the order of additions does not depend on threads.
 */
final class ChannelSums {
    private final Kernels kernels;
    private final boolean oneRow;
    private final double[][] sums;
    private final float[][] run;

    /** Sums for a layer's input. If a sample is a single row, the samples of a part form one run of rows. */
    ChannelSums(Layer.Extent extent, Kernels kernels) {
        this.kernels = kernels;
        oneRow = extent.length() == 1;
        int channels = extent.channels();
        sums = new double[StepProgram.PARTS][2 * channels];
        run = new float[StepProgram.PARTS][2 * channels + Kernels.SLACK];
    }

    private int channels() {
        return sums[0].length / 2;
    }

    /** Sets a part's sums to zero. */
    void clear(int part) {
        Arrays.fill(sums[part], 0);
    }

    /** Adds a run of rows, from the first of sample n on, to a part's sums. */
    void add(int part, Tensor x, Tensor z, int n, int rows) {
        float[] added = run[part];
        kernels.moments(x, z, n, rows, added);
        double[] sum = sums[part];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += added[j];
        }
    }

    private void addSamples(int part, Tensor x, Tensor z, int from, int to) {
        if (!oneRow) {
            for (int n = from; n < to; n++) {
                add(part, x, z, n, x.length);
            }
        } else if (from < to) {
            add(part, x, z, from, to - from);
        }
    }

    /** Adds the computation of the sums over all samples of two tensors without margins. */
    void plan(StepProgram program, Tensor x, Tensor z) {
        program.begin((part, from, to) -> clear(part));
        if (oneRow) {
            program.perPart((part, from, to) -> addSamples(part, x, z, from, to));
        } else {
            program.perGroup((part, from, to) -> addSamples(part, x, z, from, to));
        }
    }

    /** Sum of x in one part. */
    double sum(int part, int channel) {
        return sums[part][channel];
    }

    /** Sum of x over the batch. */
    double sum(int channel) {
        double sum = 0;
        for (double[] part : sums) {
            sum += part[channel];
        }
        return sum;
    }

    /** Sum of x z over the batch. */
    double product(int channel) {
        return sum(channels() + channel);
    }
}
