package org.expomotif.variant.allele;

import org.expomotif.dna.Nucleotide;
import org.expomotif.io.sequence.IndexedSequences;

/** Codes of the bases of a genome. A part of one contig is kept, which serves records that follow one another. */
public final class ContigBases {
    private static final int AHEAD = 1 << 18;
    private static final int BACK = 1 << 12;

    private final IndexedSequences genome;
    private String held = "";
    private long from;
    private byte[] codes = {};

    public ContigBases(IndexedSequences genome) {
        this.genome = genome;
    }

    /** The length of a contig; 0 if the genome has none of this name. */
    public long length(String contig) {
        return genome.length(contig);
    }

    /** The codes of a part of a contig, which must be within it, as a new array. */
    public byte[] codes(String contig, long start, long end) {
        if (!contig.equals(held) || start < from || end > from + codes.length) {
            from = Math.max(0, start - BACK);
            codes = Nucleotide.codes(genome.letters(contig, from, Math.min(length(contig), end + AHEAD)));
            held = contig;
        }
        byte[] part = new byte[Math.toIntExact(end - start)];
        System.arraycopy(codes, (int) (start - from), part, 0, part.length);
        return part;
    }
}
