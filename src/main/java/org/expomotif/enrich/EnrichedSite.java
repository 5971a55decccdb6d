package org.expomotif.enrich;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.expomotif.dna.Nucleotide;

/**
 * A site of an enriched motif.
 *
 * @param motif the motif
 * @param sequence name of the sequence
 * @param start first base, counted from 0
 * @param isMinus whether the minus strand has the higher score
 * @param score score of the better strand, at least the threshold of the motif
 * @param codes the bases of the plus strand, as codes of {@link Nucleotide}
 */
public record EnrichedSite(
        EnrichedMotif motif, String sequence, int start, boolean isMinus, double score, byte[] codes) {
    /** The site in a sequence, given as codes. */
    static EnrichedSite of(
            EnrichedMotif motif, String name, byte[] sequence, int start, boolean isMinus, double score) {
        int end = start + motif.motif().width();
        return new EnrichedSite(motif, name, start, isMinus, score, Arrays.copyOfRange(sequence, start, end));
    }

    /** The position after the last base. */
    public int end() {
        return start + codes.length;
    }

    /** The bases as they read on the strand of the site, in upper case. */
    public String bases() {
        byte[] strand = isMinus ? Nucleotide.reverseComplement(codes) : codes;
        return new String(Nucleotide.letters(strand), StandardCharsets.US_ASCII);
    }
}
