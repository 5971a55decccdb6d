package org.expomotif.variant.allele;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.expomotif.dna.Nucleotide;
import org.junit.jupiter.api.Test;

public class ChangeTest {
    private static Change change(long position, String ref, String alt) {
        return Change.of("chr1", position, codes(ref), codes(alt));
    }

    public static byte[] codes(String bases) {
        return Nucleotide.codes(bases.getBytes(StandardCharsets.US_ASCII));
    }

    private static void isTrimmed(long position, String ref, String alt, String expected) {
        Change change = change(position, ref, alt);
        assertThat(change.start() + " " + letters(change.ref()) + ">" + letters(change.alt()))
                .as(ref + " " + alt)
                .isEqualTo(expected);
    }

    public static String letters(byte[] codes) {
        return new String(Nucleotide.letters(codes), StandardCharsets.US_ASCII);
    }

    @Test
    void commonEndsAreTakenOff() {
        isTrimmed(10, "A", "C", "9 A>C");
        isTrimmed(10, "AC", "TG", "9 AC>TG");
        isTrimmed(10, "ACG", "ATG", "10 C>T");
        isTrimmed(10, "GATC", "TATC", "9 G>T");
        isTrimmed(10, "CAA", "CA", "10 A>");
        isTrimmed(10, "C", "CAA", "10 >AA");
        isTrimmed(10, "TCGG", "ACGTAC", "9 TCGG>ACGTAC");
        isTrimmed(10, "ATA", "A", "9 AT>");
    }

    @Test
    void kindsFollowTheTrimmedAlleles() {
        assertThat(change(1, "ACG", "ATG").kind()).isEqualTo(Change.Kind.SNV);
        assertThat(change(1, "ACG", "TGC").kind()).isEqualTo(Change.Kind.MNV);
        assertThat(change(1, "A", "AT").kind()).isEqualTo(Change.Kind.INDEL);
        assertThat(change(1, "TCGG", "ACGTAC").kind()).isEqualTo(Change.Kind.INDEL);
    }

    @Test
    void theSeedDependsOnTheChangeAlone() {
        assertThat(change(10, "ACG", "ATG").seed(1))
                .isEqualTo(change(11, "C", "T").seed(1));
        assertThat(change(10, "A", "C").seed(1))
                .isNotEqualTo(change(10, "A", "C").seed(2))
                .isNotEqualTo(change(11, "A", "C").seed(1))
                .isNotEqualTo(change(10, "C", "A").seed(1))
                .isNotEqualTo(Change.of("chr2", 10, codes("A"), codes("C")).seed(1));
    }
}
