package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best site of each motif in each sequence, among windows with at most one mismatch. */
class BestSitesTest {
    @TempDir
    private Path folder;

    private List<String> best(
            ScanSettings settings, ScanReport.Order order, int windows, Consumer<ScanInput> feed, String... words) {
        MatrixSet matrices = SlicedScan.set(settings, words);
        SlicedScan scan = new SlicedScan(matrices.matrices(), HitFormat.TSV, windows);
        SlicedScan.FileInMemory file = new SlicedScan.FileInMemory(true);
        try (Workers workers = new Workers(1);
                SitesByPosition writer = new SitesByPosition(scan.lines(false), file, workers, folder)) {
            scan.scan(new SequenceWalk(new BestSites(matrices.matrices(), order, writer)), feed);
            assertThat(writer.sites()).isEqualTo(file.sites().size());
        }
        return file.sites();
    }

    private List<String> best(ScanSettings settings, Consumer<ScanInput> feed, String... words) {
        return best(settings, ScanReport.Order.BY_MATRIX, 1000, feed, words);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 1000})
    void theSiteWithTheLowestPValueInEverySequence(int windows) {
        assertThat(best(
                        SlicedScan.ONE_MISMATCH_PLUS,
                        ScanReport.Order.BY_MATRIX,
                        windows,
                        SlicedScan.sequences("CTAnnCTGnCTT", "nCTGnnCTA", "AAAA", "", "CTA"),
                        "CTG"))
                .containsExactly("CTG s1:6+ CTG", "CTG s2:2+ CTG", "CTG s5:1+ CTA");
    }

    @Test
    void tiesGoToTheFirst() {
        assertThat(best(SlicedScan.ONE_MISMATCH_PLUS, SlicedScan.sequences("CTTnCTGnCTGnCTA"), "CTG"))
                .containsExactly("CTG s1:5+ CTG");
        assertThat(best(SlicedScan.EXACT, SlicedScan.sequences("ATTGGCCAATT"), "TTGGCCAA"))
                .as("a palindrome, on its plus strand")
                .containsExactly("TTGGCCAA s1:2+ TTGGCCAA");
    }

    @Test
    void theBetterStrand() {
        assertThat(best(SlicedScan.ONE_MISMATCH, SlicedScan.sequences("CTAnCAG", "CAAnCTG"), "CTG"))
                .containsExactly("CTG s1:5- CTG", "CTG s2:5+ CTG");
    }

    /** Four bases match less often than three, so that the p-values of different motifs are not compared. */
    @Test
    void everyMotifHasItsOwnBestSite() {
        Consumer<ScanInput> feed = SlicedScan.sequences("AACCnCTG", "CTGnAACC");
        assertThat(best(SlicedScan.EXACT, ScanReport.Order.BY_MATRIX, 1000, feed, "CTG", "AACC"))
                .containsExactly("CTG s1:6+ CTG", "AACC s1:1+ AACC", "CTG s2:1+ CTG", "AACC s2:5+ AACC");
        assertThat(best(SlicedScan.EXACT, ScanReport.Order.BY_POSITION, 1000, feed, "CTG", "AACC"))
                .containsExactly("AACC s1:1+ AACC", "CTG s1:6+ CTG", "CTG s2:1+ CTG", "AACC s2:5+ AACC");
    }

    @Test
    void aSiteWithItsOwnLettersOutlivesTheSlice() {
        SlicedScan scan = new SlicedScan(SlicedScan.set(SlicedScan.EXACT, "CTG").matrices(), HitFormat.TSV, 100);
        ScannedSlice slice = scan.slices(SlicedScan.sequences("AACTGA")).getFirst();
        Site site = slice.site(0, 0, slice.slice().piece(0));
        Site own = site.withOwnLetters(3);
        slice.slice().letters()[2] = 'n';
        assertThat(own.letters()).containsExactly('C', 'T', 'G');
        assertThat(own.offset()).isZero();
        assertThat(own.start()).isEqualTo(3);
        assertThat(own.sum()).isEqualTo(site.sum());
        assertThat(own.sequence()).isEqualTo(site.sequence());
    }

    @Test
    void theMiddleOfAnEvenWidthIsTheFirstBaseOfTheSecondHalf() {
        Site site = new SlicedScan(SlicedScan.set(SlicedScan.EXACT, "CTG").matrices(), HitFormat.TSV, 100)
                .slices(SlicedScan.sequences("AACTGA")).stream()
                        .map(slice -> slice.site(0, 0, slice.slice().piece(0)))
                        .findFirst()
                        .orElseThrow();
        assertThat(site.start()).isEqualTo(3);
        assertThat(site.middle(1)).isEqualTo(2);
        assertThat(site.middle(2)).isEqualTo(3);
        assertThat(site.middle(3)).isEqualTo(3);
        assertThat(site.middle(4)).isEqualTo(4);
    }
}
