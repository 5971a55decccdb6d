package org.expomotif.variant.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanBackground;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.variant.allele.FlankedAlleles;
import org.junit.jupiter.api.Test;

/** Sites of a filter that adds up the bases of GGGCGGGG, and has no site with a mismatch. */
class FilterSitesTest {
    private static final String SITE = "GGGCGGGG";
    private static final String MINUS = "CCCCGCCC";

    private static FilterSites sites() {
        double[][] scores = new double[SITE.length()][4];
        for (int i = 0; i < scores.length; i++) {
            scores[i]["ACGT".indexOf(SITE.charAt(i))] = 1;
        }
        ScanSettings settings = ScanSettings.of(ScanBackground.NRDB, true, 2e-5);
        return new FilterSites(
                List.of(new MatrixSet(List.of(ScanMatrix.ofScores("filter0", scores, 0, settings)), settings)));
    }

    private static byte[] codes(String letters) {
        return Nucleotide.codes(letters.getBytes(StandardCharsets.US_ASCII));
    }

    private static BitSet untouched(String left, String ref, String alt, String right) {
        return sites().untouched(new FlankedAlleles(codes(left), codes(ref), codes(alt), codes(right)));
    }

    private static BitSet bases(int from, int end) {
        BitSet bases = new BitSet();
        bases.set(from, end);
        return bases;
    }

    @Test
    void sitesOfBothStrandsInTheFlanksStay() {
        assertThat(untouched("AT" + SITE + "TA", "A", "T", "TATA")).isEqualTo(bases(2, 10));
        assertThat(untouched("ATTA", "A", "T", "TA" + MINUS + "TA")).isEqualTo(bases(7, 15));
        assertThat(untouched("ATTA", "A", "T", "TATA")).isEqualTo(new BitSet());
    }

    /** The allele is within the site of REF, or within that of ALT. */
    @Test
    void sitesThatAnAlleleTouchesDoNot() {
        assertThat(untouched("ATGGG", "C", "A", "GGGGTA")).isEqualTo(new BitSet());
        assertThat(untouched("ATGGG", "A", "C", "GGGGTA")).isEqualTo(new BitSet());
        assertThat(untouched("AT", "GG", "AA", "GCGGGGTA")).isEqualTo(new BitSet());
    }

    /** A site next to the allele stays; one that overlaps a touched site does not. */
    @Test
    void sitesNextToTheAlleleStay() {
        assertThat(untouched("AT" + SITE, "A", "T", "TATA")).isEqualTo(bases(2, 10));
        assertThat(untouched("AT" + "GGGCGGGGC", "G", "A", "GGGTA")).isEqualTo(new BitSet());
    }
}
