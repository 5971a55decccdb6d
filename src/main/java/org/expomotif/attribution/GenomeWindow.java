package org.expomotif.attribution;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.Interval;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.BedLine;

/**
 * The bases around one region of a genome, filled in as the genome is read.
 *
 * @param sequence name of the region's sequence
 * @param start first base of the region, counted from 0
 * @param end the base after its last
 * @param name column 4 of its line, {@code .} when there is none
 * @param reverse whether the minus strand is wanted
 * @param line number of its line
 * @param first first base of the window, counted from 0; negative when it starts before the sequence
 * @param letters the bases of the plus strand, filled in later
 */
record GenomeWindow(
        String sequence, int start, int end, String name, boolean reverse, long line, long first, byte[] letters) {

    /**
     * A window without letters.
     *
     * @param centre the base that is the first of its second half
     * @param length bases of the window
     */
    static GenomeWindow around(BedLine region, int centre, int length) {
        return new GenomeWindow(
                region.sequence(),
                region.start(),
                region.end(),
                hasStrandAsName(region) ? "." : region.name(),
                region.strand() == '-',
                region.number(),
                (long) centre - length / 2,
                new byte[length]);
    }

    /** Whether the last of four columns is a strand, as in Galaxy's interval files, and not a name. */
    static boolean hasStrandAsName(BedLine region) {
        return region.columns() == 4 && region.name().strip().matches("[-+]");
    }

    /** The base after the last of the window. */
    long last() {
        return first + letters.length;
    }

    /** Takes the bases of the window out of a piece of its sequence. */
    void fill(long position, byte[] source, int from, int to) {
        long left = Math.max(first, position);
        long right = Math.min(last(), position + to - from);
        if (left < right) {
            System.arraycopy(
                    source, (int) (from + left - position), letters, (int) (left - first), (int) (right - left));
        }
    }

    /**
     * The sequence of the window, on the strand of the region. It is named as bedtools getfasta does with
     * {@code -name+}: {@code peak1::chr1:100-300(-)}, or {@code chr1:100-300} for a region without a name.
     *
     * @param id its name, see {@link #ids}
     */
    DnaSequence sequence(String id) {
        if (!reverse) {
            return new DnaSequence(id, "", letters);
        }
        byte[] codes = Nucleotide.reverseComplement(Nucleotide.codes(letters));
        byte[] other = new byte[codes.length];
        for (int i = 0; i < codes.length; i++) {
            other[i] = codes[i] == Nucleotide.UNKNOWN ? (byte) 'N' : Nucleotide.letter(codes[i]);
        }
        return new DnaSequence(id, "", other);
    }

    /** Names of windows in their order. A name that occurs again gets a number before {@code ::}. */
    static List<String> ids(List<GenomeWindow> windows) {
        Set<String> taken = new HashSet<>();
        return windows.stream().map(window -> window.id(taken)).toList();
    }

    private String id(Set<String> taken) {
        String place = GenomicName.of(new Interval(sequence, (int) first, (int) last()), reverse);
        boolean named = !name.equals(".");
        String id = named ? name + "::" + place : place;
        for (int number = 2; !taken.add(id); number++) {
            id = (named ? name : "region") + "-" + number + "::" + place;
        }
        return id;
    }
}
