package org.expomotif.network;

/** Training of one network on an engine: Adam on the mean binary cross-entropy of the labels that are present. */
public interface NetworkTrainer extends AutoCloseable {
    /**
     * One step of Adam.
     *
     * @param codes n sequences as codes of {@link org.expomotif.dna.Nucleotide}, each as long as the input
     * @param labels {@code n x outputs}, 0, 1 or NaN where unknown
     * @param n samples, from 1 to the batch of the options
     * @return mean binary cross-entropy of the known labels before the step (L2 not included); 0 when none is known
     */
    double step(byte[][] codes, float[] labels, int n);

    /** Sets Adam's rate from the next step on. */
    void setLearningRate(double rate);

    /** Brings the network's weights to where training stands; an engine may keep its own between steps. */
    void bringWeights();

    /** A copy of all that the next steps depend on; brings the weights too. */
    TrainerState state();

    /** Goes on from a state of the same network and options. */
    void restore(TrainerState state);

    /** Frees what the engine holds. */
    @Override
    void close();
}
