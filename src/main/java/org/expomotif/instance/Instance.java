package org.expomotif.instance;

/**
 * A site of a motif that explains the attribution scores of its bases.
 *
 * @param motif the number of the motif, from 0
 * @param sequence the number of the sequence, from 0
 * @param start the first base, counted from 0
 * @param end the base after the last
 * @param minus whether the motif is on the minus strand
 * @param score how well bases and scores match the motif: {@code -log10} of the product of two p-values (see
 *     {@link MotifFinder})
 * @param bits log-odds score of the bases
 * @param contribution sum of the base scores
 * @param p the share of null sequences with an instance of the motif, of this sign, with at least this score
 * @param q the lowest false discovery rate at which the instance is accepted among those of its motif and sign
 */
public record Instance(
        int motif,
        int sequence,
        int start,
        int end,
        boolean minus,
        double score,
        double bits,
        double contribution,
        double p,
        double q) {
    /** Whether the bases raise the output of the network. */
    public boolean isPositive() {
        return contribution > 0;
    }
}
