package org.expomotif.scan.best;

/** Logarithms of the background probability of a sequence, summed from its start, for both strands. */
public interface BackgroundSums {
    /** A background that scores do not depend on, or that is part of the matrix. */
    BackgroundSums NONE = (codes, plus, minus, at) -> {};

    /**
     * Writes the sums of one sequence of length L.
     *
     * @param codes the sequence, as codes of {@link org.expomotif.dna.Nucleotide}
     * @param plus receives at {@code at + i} the sum over the first i bases, i = 0 .. L; zeros before
     * @param minus receives at {@code at + i} the sum over the first {@code L - i} bases of the reverse complement
     */
    void add(byte[] codes, double[] plus, double[] minus, int at);
}
