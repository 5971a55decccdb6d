package org.expomotif.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.GenomicName;
import org.expomotif.dna.Interval;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.track.BedLine;

/**
 * The bases around one region of a genome, filled in while the genome is read.
 *
 * @param sequence name of the region's sequence
 * @param start first base of the region, counted from 0
 * @param end the position after the last base of the region
 * @param name column 4 of the region's line, {@code .} when there is none
 * @param reverse whether the window is on the minus strand
 * @param line line number of the region
 * @param first first base of the window, counted from 0; negative when it starts before the sequence
 * @param letters the bases of the plus strand, filled in by {@link #fill}
 */
record GenomeWindow(
        String sequence, int start, int end, String name, boolean reverse, long line, long first, byte[] letters) {

    /**
     * A window without letters.
     *
     * @param centre the first base of the window's second half
     * @param length number of bases of the window
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

    /** Whether the line has four columns and the last is a strand instead of a name, as in Galaxy's interval files. */
    static boolean hasStrandAsName(BedLine region) {
        return region.columns() == 4 && region.name().strip().matches("[-+]");
    }

    /** The position after the last base of the window. */
    long last() {
        return first + letters.length;
    }

    /**
     * Copies the bases of the window that lie in a piece of its sequence.
     *
     * @param position position of {@code source[from]} on the sequence, counted from 0
     */
    void fill(long position, byte[] source, int from, int to) {
        long left = Math.max(first, position);
        long right = Math.min(last(), position + to - from);
        if (left < right) {
            System.arraycopy(
                    source, (int) (from + left - position), letters, (int) (left - first), (int) (right - left));
        }
    }

    /**
     * The sequence of the window on the strand of the region. Names have the format of bedtools getfasta with
     * {@code -name+}: {@code peak1::chr1:100-300(-)}, or {@code chr1:100-300} for a region without a name.
     *
     * @param id name of the sequence, see {@link #ids}
     */
    DnaSequence sequence(String id) {
        if (!reverse) {
            return new DnaSequence(id, "", letters);
        }
        byte[] codes = Nucleotide.reverseComplement(Nucleotide.codes(letters));
        return new DnaSequence(id, "", Nucleotide.letters(codes));
    }

    /** The names of windows, in their order. A repeated name gets a number before {@code ::}. */
    static List<String> ids(List<GenomeWindow> windows) {
        Set<String> taken = new HashSet<>();
        return windows.stream().map(window -> window.id(taken)).toList();
    }

    private String id(Set<String> taken) {
        String coordinates = GenomicName.of(new Interval(sequence, (int) first, (int) last()), reverse);
        boolean named = !name.equals(".");
        String id = named ? name + "::" + coordinates : coordinates;
        for (int number = 2; !taken.add(id); number++) {
            id = (named ? name : "region") + "-" + number + "::" + coordinates;
        }
        return id;
    }
}
