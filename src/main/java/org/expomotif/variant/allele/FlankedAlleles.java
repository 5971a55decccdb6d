package org.expomotif.variant.allele;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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
    /**
     * The number of bases on each side of an indel that are shuffled for the null. A site that a junction cuts through
     * has at most width - 1 bases on either side; the widest first-layer filters of the named networks have 19
     * positions.
     */
    static final int NEAR = 20;

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
     * The same alleles in flanks as they would be without sites that the alleles touch: bases are shuffled, in each
     * flank separately, with the same dinucleotides.
     *
     * <p>If the alleles have the same length, all bases of the flanks are shuffled but those of other sites, which stay
     * where they are; the bases between them are shuffled as if the sites were not there. If not, only the
     * {@value #NEAR} bases next to the alleles are: every indel moves the sites of a flank within the window, whether
     * or not it touches one, and flanks without sites would have smaller effects.
     *
     * @param kept the bases that stay if the alleles have the same length, counted from the first one of the left
     *     flank, through the alleles
     */
    public FlankedAlleles shuffled(BitSet kept, RandomGenerator random) {
        return ref.length == alt.length
                ? new FlankedAlleles(
                        shuffled(left, 0, kept, random),
                        ref,
                        alt,
                        shuffled(right, left.length + ref.length, kept, random))
                : shuffled(NEAR, random);
    }

    private static byte[] shuffled(byte[] flank, int from, BitSet kept, RandomGenerator random) {
        int[] free = IntStream.range(0, flank.length)
                .filter(base -> !kept.get(from + base))
                .toArray();
        byte[] bases = new byte[free.length];
        for (int i = 0; i < free.length; i++) {
            bases[i] = flank[free[i]];
        }
        byte[] drawn = Shuffles.dinucleotides(bases, random);
        byte[] shuffled = flank.clone();
        for (int i = 0; i < free.length; i++) {
            shuffled[free[i]] = drawn[i];
        }
        return shuffled;
    }

    /**
     * The same alleles between flanks whose bases next to the alleles are shuffled.
     *
     * @param near the number of bases of each flank that are shuffled, at most
     */
    public FlankedAlleles shuffled(int near, RandomGenerator random) {
        int from = Math.max(0, left.length - near);
        byte[] before = left.clone();
        byte[] inner = Shuffles.dinucleotides(Arrays.copyOfRange(left, from, left.length), random);
        System.arraycopy(inner, 0, before, from, inner.length);
        byte[] after = right.clone();
        inner = Shuffles.dinucleotides(Arrays.copyOf(right, Math.min(near, right.length)), random);
        System.arraycopy(inner, 0, after, 0, inner.length);
        return new FlankedAlleles(before, ref, alt, after);
    }
}
