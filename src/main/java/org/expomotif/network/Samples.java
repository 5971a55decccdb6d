package org.expomotif.network;

import java.util.List;
import org.expomotif.dna.OneHot;
import org.expomotif.network.kernel.Tensor;

/** The samples of a call of the network. */
sealed interface Samples {
    /** Number of samples. */
    int count();

    /** Writes a sample into a workspace, {@code inputLength x 4} values. */
    void write(int sample, Tensor to, int place);

    /**
     * Samples given as numbers, which need not be one-hot.
     *
     * @param values sample by sample
     * @param count number of samples
     */
    record Numbers(float[] values, int count) implements Samples {
        @Override
        public void write(int sample, Tensor to, int place) {
            System.arraycopy(values, sample * to.size(), to.data, to.at(place), to.size());
        }
    }

    /** Samples given as codes of bases, which become one-hot only in the workspace. */
    record Sequences(List<byte[]> codes) implements Samples {
        @Override
        public int count() {
            return codes.size();
        }

        @Override
        public void write(int sample, Tensor to, int place) {
            OneHot.encode(codes.get(sample), to.data, to.at(place));
        }
    }
}
