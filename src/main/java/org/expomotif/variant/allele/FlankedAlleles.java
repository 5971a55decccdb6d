package org.expomotif.variant.allele;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.Shuffles;

/**
 * The two alleles of a change between the same flanks, as codes of {@link Nucleotide}.
 *
 * @param left the bases before the alleles
 * @param ref the reference allele
 * @param alt the alternative allele
 * @param right the bases after the alleles
 */
public record FlankedAlleles(byte[] left, byte[] ref, byte[] alt, byte[] right) {
    /** One of the alleles. */
    public byte[] allele(boolean isAlt) {
        return isAlt ? alt : ref;
    }

    /**
     * An allele with bases of the flanks.
     *
     * @param before the number of bases before the allele
     * @param after the number of bases after it
     */
    public byte[] window(boolean isAlt, int before, int after) {
        byte[] allele = allele(isAlt);
        byte[] window = new byte[before + allele.length + after];
        System.arraycopy(left, left.length - before, window, 0, before);
        System.arraycopy(allele, 0, window, before, allele.length);
        System.arraycopy(right, 0, window, before + allele.length, after);
        return window;
    }

    /** The same alleles with shorter flanks, or these if the flanks are not longer. */
    public FlankedAlleles within(int before, int after) {
        int from = Math.max(0, left.length - before);
        return new FlankedAlleles(
                Arrays.copyOfRange(left, from, left.length),
                ref,
                alt,
                Arrays.copyOf(right, Math.min(right.length, after)));
    }

    /**
     * The same alleles in flanks with the same dinucleotides in random order. Each flank is shuffled separately, and
     * its first and last base keep their positions, so the dinucleotides of the whole window stay the same, too.
     */
    public FlankedAlleles shuffled(RandomGenerator random) {
        byte[] before = Shuffles.dinucleotides(left, random);
        return new FlankedAlleles(before, ref, alt, Shuffles.dinucleotides(right, random));
    }
}
