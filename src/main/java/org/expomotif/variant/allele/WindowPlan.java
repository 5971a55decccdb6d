package org.expomotif.variant.allele;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.Nucleotide;

/**
 * The windows in which the alleles of a change are compared. All have the length of the network's input.
 *
 * <p>The longer allele is where the placement puts it, by default in the middle of its window. The shorter allele needs
 * more bases of the flanks, which are taken in two ways: after the right flank, so that the left one is the same for
 * both alleles, and before the left flank, so that the right one is. With shifts of up to n bases, every window is also
 * moved to the left and to the right by 1 to n bases. The reverse complement of each window is used as well.
 *
 * @param length the number of bases per window
 * @param shifts the maximum shift
 * @param placement where the longer allele is
 */
public record WindowPlan(int length, int shifts, Placement placement) {
    /** Whether the windows have room for both alleles and the shifts. */
    public boolean fits(Change change) {
        return fits(change.longer());
    }

    /** Whether the windows have room for an allele of some length and the shifts. */
    public boolean fits(int longer) {
        int before = before(longer);
        return before >= shifts && length - longer - before >= shifts;
    }

    /** The number of bases before the longer allele. */
    private int before(int longer) {
        return placement.before(length - longer, shifts);
    }

    /** The number of bases before the alleles that the windows reach. */
    public int left(Change change) {
        return before(change.longer()) + shifts + change.difference();
    }

    /** The number of bases after the alleles that the windows reach. */
    public int right(Change change) {
        return length - change.longer() - before(change.longer()) + shifts + change.difference();
    }

    /** The number of windows of each allele. */
    public int views(FlankedAlleles alleles) {
        return (2 * shifts + 1) * (alleles.ref().length == alleles.alt().length ? 2 : 4);
    }

    /** The windows of one allele, in an order that is the same for both. */
    public List<byte[]> windows(FlankedAlleles alleles, boolean isAlt) {
        int own = alleles.allele(isAlt).length;
        int longer = Math.max(alleles.ref().length, alleles.alt().length);
        boolean isIndel = alleles.ref().length != alleles.alt().length;
        List<byte[]> windows = new ArrayList<>();
        for (int shift = -shifts; shift <= shifts; shift++) {
            int before = before(longer) + shift;
            add(windows, alleles.window(isAlt, before, length - before - own));
            if (isIndel) {
                int after = length - longer - before;
                add(windows, alleles.window(isAlt, length - after - own, after));
            }
        }
        return windows;
    }

    /** The window of one allele that is not shifted, and in which the left flank is the same for both alleles. */
    public byte[] window(FlankedAlleles alleles, boolean isAlt) {
        int before = before(alleles);
        return alleles.window(isAlt, before, length - before - alleles.allele(isAlt).length);
    }

    /** The number of bases before the alleles in {@link #window}. */
    public int before(FlankedAlleles alleles) {
        return before(Math.max(alleles.ref().length, alleles.alt().length));
    }

    private static void add(List<byte[]> windows, byte[] window) {
        windows.add(window);
        windows.add(Nucleotide.reverseComplement(window));
    }
}
