package org.expomotif.network;

/** Training of one network on an engine: Adam on the mean binary cross-entropy of the labels that are present. */
public interface NetworkTrainer extends AutoCloseable {
    /**
     * One step of Adam.
     *
     * @param codes n sequences as codes of {@link org.expomotif.dna.Nucleotide}, each as long as the input
     * @param labels {@code n x outputs}: 0, 1, or NaN for a missing label
     * @param n number of samples, from 1 to the batch size of the options
     * @return mean binary cross-entropy over the labels present, before the step and without L2; 0 if none is present
     */
    double step(byte[][] codes, float[] labels, int n);

    /** Sets the learning rate from the next step on. */
    void setLearningRate(double rate);

    /** Copies the trained weights into the network. Between steps an engine may keep them elsewhere. */
    void syncWeights();

    /** A copy of the state of training, on which the next steps depend. Also copies the weights into the network. */
    TrainerState state();

    /** Continues from a state of the same network and options. */
    void restore(TrainerState state);

    /** Frees the resources of the engine. */
    @Override
    void close();
}
