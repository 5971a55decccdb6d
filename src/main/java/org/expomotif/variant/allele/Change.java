package org.expomotif.variant.allele;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.expomotif.dna.Nucleotide;
import org.expomotif.stats.SeedMixer;

/**
 * What an ALT allele changes in a contig: the bases of REF and ALT that are left when those that both have at their
 * ends are taken off, first on the right, then on the left. So an allele is the same change however it is padded and
 * whatever other alleles its record has.
 *
 * @param contig the name of the contig
 * @param start the first base of {@code ref}, counted from 0
 * @param ref codes of {@link Nucleotide} that are replaced; empty for an insertion
 * @param alt codes in their place; empty for a deletion
 */
public record Change(String contig, long start, byte[] ref, byte[] alt) {
    /** Changes whose effects are compared with each other. */
    public enum Kind {
        /** One base is replaced. */
        SNV(0),
        /** Several bases are replaced by as many. */
        MNV(1),
        /** The length changes. */
        INDEL(2);

        private final int index;

        Kind(int index) {
            this.index = index;
        }

        /** The place of the kind among all, from 0. */
        public int index() {
            return index;
        }
    }

    /**
     * The change of an allele.
     *
     * @param position the first base of REF, counted from 1
     */
    public static Change of(String contig, long position, byte[] ref, byte[] alt) {
        int refEnd = ref.length;
        int altEnd = alt.length;
        while (refEnd > 0 && altEnd > 0 && ref[refEnd - 1] == alt[altEnd - 1]) {
            refEnd--;
            altEnd--;
        }
        int from = 0;
        while (from < refEnd && from < altEnd && ref[from] == alt[from]) {
            from++;
        }
        return new Change(
                contig,
                position - 1 + from,
                Arrays.copyOfRange(ref, from, refEnd),
                Arrays.copyOfRange(alt, from, altEnd));
    }

    /** The base after the last of {@code ref}, counted from 0. */
    public long end() {
        return start + ref.length;
    }

    /** The length of the longer allele. */
    public int longer() {
        return Math.max(ref.length, alt.length);
    }

    /** The difference of the lengths of the alleles. */
    public int difference() {
        return Math.abs(ref.length - alt.length);
    }

    public Kind kind() {
        if (ref.length != alt.length) {
            return Kind.INDEL;
        }
        return ref.length == 1 ? Kind.SNV : Kind.MNV;
    }

    /** A seed that depends on the change and on another seed only. */
    public long seed(long other) {
        long mixed = SeedMixer.mix(other + SeedMixer.GOLDEN);
        for (byte b : contig.getBytes(StandardCharsets.UTF_8)) {
            mixed = SeedMixer.mix(mixed + b + SeedMixer.GOLDEN);
        }
        mixed = SeedMixer.mix(mixed + start + SeedMixer.GOLDEN);
        for (byte[] allele : new byte[][] {ref, alt}) {
            mixed = SeedMixer.mix(mixed + allele.length + SeedMixer.GOLDEN);
            for (byte code : allele) {
                mixed = SeedMixer.mix(mixed + code + SeedMixer.GOLDEN);
            }
        }
        return mixed;
    }
}
