package org.expomotif.variant.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.variant.allele.Change;
import org.expomotif.variant.allele.ChangeTest;
import org.expomotif.variant.allele.FlankedAlleles;
import org.junit.jupiter.api.Test;

/** One motif, ACCGTG with probability 1 - 3e, so a full match has the p-value 4^-6 on each strand. */
class MotifScannerTest {
    private static final double FULL = Math.pow(0.25, 6);

    private static MotifScanner scanner(String... consensus) {
        List<Motif> motifs = Arrays.stream(consensus)
                .map(word -> Motif.of("M " + word, rows(word)))
                .toList();
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, true, 1).withPseudocount(0.01);
        return new MotifScanner(
                MatrixSet.ofMotifs(new MotifSet(motifs, Optional.empty()), settings, Map.of(), "m"), 1e-3);
    }

    private static double[][] rows(String word) {
        double[][] rows = new double[word.length()][4];
        for (int i = 0; i < rows.length; i++) {
            rows[i]["ACGT".indexOf(word.charAt(i))] = 1;
        }
        return rows;
    }

    private static List<String> parts(MotifScanner scanner, String left, String ref, String alt, String right) {
        Change change = new Change("c", 100, ChangeTest.codes(ref), ChangeTest.codes(alt));
        String text = scanner.changes(
                change,
                new FlankedAlleles(ChangeTest.codes(left), change.ref(), change.alt(), ChangeTest.codes(right)));
        return text.isEmpty() ? List.of() : List.of(text.split("[|]", -1));
    }

    @Test
    void aSiteIsLost() {
        List<String> parts = parts(scanner("ACCGTG"), "TTTTTTACC", "G", "A", "TGTTTTTT");

        assertThat(parts.subList(0, 3)).containsExactly("M%20ACCGTG", "", "lost");
        assertThat(Double.parseDouble(parts.get(3))).isEqualTo(FULL, offset(1e-7));
        assertThat(Double.parseDouble(parts.get(4))).isGreaterThan(1e-3);
        assertThat(Double.parseDouble(parts.get(5))).isLessThan(1);
        assertThat(parts.subList(6, 9)).containsExactly("98", "+", "TF_binding_site_variant");
    }

    @Test
    void aSiteIsGainedOnTheOtherStrand() {
        List<String> parts = parts(scanner("ACCGTG"), "TTTTTTCACG", "A", "G", "TTTTTT");

        assertThat(parts.get(2)).isEqualTo("gained");
        assertThat(Double.parseDouble(parts.get(5))).isGreaterThan(1);
        assertThat(parts.subList(6, 9)).containsExactly("97", "-", "");
    }

    @Test
    void aSiteThatDoesNotOverlapIsNotLookedAt() {
        assertThat(parts(scanner("ACCGTG"), "TTACCGTG", "A", "C", "TTTTTTTT")).isEmpty();
        assertThat(parts(scanner("ACCGTG"), "TTTTTTTT", "A", "C", "ACCGTGTT")).isEmpty();
    }

    @Test
    void aDeletedSiteIsAnAblationAndAnInsertedOneAnAmplification() {
        List<String> deletion = parts(scanner("ACCGTG"), "TTTTTTTT", "TACCGTGT", "", "TTTTTTTT");
        List<String> insertion = parts(scanner("ACCGTG"), "TTTTTTTT", "", "TACCGTGT", "TTTTTTTT");

        assertThat(deletion.get(2)).isEqualTo("lost");
        assertThat(deletion.get(8)).isEqualTo("TFBS_ablation");
        assertThat(insertion.get(2)).isEqualTo("gained");
        assertThat(insertion.get(8)).isEqualTo("TFBS_amplification");
    }

    @Test
    void aPartlyDeletedSiteIsAVariantOfIt() {
        List<String> parts = parts(scanner("ACCGTG"), "TTTTTTACC", "GTGTTTT", "", "TTTTTTTT");

        assertThat(parts.get(2)).isEqualTo("lost");
        assertThat(parts.get(8)).isEqualTo("TF_binding_site_variant");
    }

    @Test
    void anInsertionSplitsASite() {
        List<String> parts = parts(scanner("ACCGTG"), "TTTTTTACC", "", "TT", "GTGTTTTTT");

        assertThat(parts.get(2)).isEqualTo("lost");
    }

    /** A site is kept if it starts or ends in the same flank as before. */
    @Test
    void aSiteIsKeptOrShifted() {
        assertThat(parts(scanner("ACACAC"), "TTTTTACACA", "C", "G", "TGTGTTTTT").get(2))
                .isEqualTo("shifted");
        assertThat(parts(scanner("CAAAAA"), "CCCCAAAAAA", "", "A", "CCCCCCCC")).isEmpty();
        assertThat(parts(scanner("CAAAAA"), "CCCCAAAA", "", "A", "ACCCCCCCC").get(2))
                .isEqualTo("kept");
        assertThat(parts(scanner("ACCGTG"), "TTTTTTACCGTG", "A", "ACCGTG", "CCGTGTTTT")
                        .get(2))
                .isEqualTo("kept");
    }

    @Test
    void theLargestFoldChangeIsFirst() {
        Change change = new Change("c", 100, ChangeTest.codes("G"), ChangeTest.codes("A"));
        FlankedAlleles alleles = new FlankedAlleles(
                ChangeTest.codes("TTTTTTACC"), change.ref(), change.alt(), ChangeTest.codes("TGAATTTT"));

        assertThat(scanner("CCATGA", "ACCGTGAAT").changes(change, alleles))
                .matches("M%20ACCGTGAAT[|].*&M%20CCATGA[|].*");
    }

    @Test
    void windowsWithUnknownBasesAreLeftOut() {
        assertThat(parts(scanner("ACCGTG"), "TTTTTTACN", "G", "A", "TGTTTTTT")).isEmpty();
    }
}
