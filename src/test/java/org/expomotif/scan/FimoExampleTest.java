package org.expomotif.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;
import org.expomotif.scan.input.PlacedFeed;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanBackground;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.matrix.ScoreDistribution;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.testing.Dna;
import org.junit.jupiter.api.Test;

/** A motif small enough to follow by hand; the expected numbers are those of FIMO 4.12. */
class FimoExampleTest {
    private static final Background BACKGROUND = new Background(0.4, 0.1, 0.2, 0.3);
    private static final Motif MOTIF =
            new Motif("w3", "", new double[][] {{.8, .1, .1, 0}, {0, 1, 0, 0}, {.1, .2, .3, .4}}, 10, "");
    private static final DnaSequence SEQUENCE = Dna.sequence("s", "ACTGGnACGaguACCRGGT");

    @Test
    void backgroundIsSmoothedThenMadeSymmetric() {
        ScanBackground both = ScanBackground.of(BACKGROUND, true);
        ScanBackground one = ScanBackground.of(BACKGROUND, false);
        double[] smoothed = {.3999997, .1000003, .2000001, .2999999};
        double[] scanning = {.3499998, .1500002, .1500002, .3499998};
        for (int a = 0; a < 4; a++) {
            assertThat(both.smoothed(a)).isCloseTo(smoothed[a], within(1e-7));
            assertThat(both.scanning(a)).isCloseTo(scanning[a], within(1e-7));
            assertThat(one.scanning(a)).isEqualTo(one.smoothed(a));
        }
        ScanBackground nrdb = ScanBackground.of(ScanBackground.NRDB, true);
        assertThat(nrdb.scanning(0)).isCloseTo(0.274551950896, within(1e-12)).isEqualTo(nrdb.scanning(3));
        assertThat(nrdb.scanning(1)).isCloseTo(0.225448049104, within(1e-12)).isEqualTo(nrdb.scanning(2));
    }

    @Test
    void cellsAndTheirDistribution() {
        ScanBackground background = ScanBackground.of(BACKGROUND, true);
        IntegerMatrix matrix = IntegerMatrix.ofMotif(MOTIF, background, 0.1);
        assertThat(cells(matrix))
                .isDeepEqualTo(new int[][] {{835, 654, 656, 12}, {55, 992, 77, 12}, {534, 756, 816, 733}});
        assertThat(matrix.scale()).isEqualTo(102);
        assertThat(matrix.bestSum()).isEqualTo(2643);
        assertThat(cells(matrix.reverseComplement()))
                .isDeepEqualTo(new int[][] {{733, 816, 756, 534}, {12, 77, 992, 55}, {12, 656, 654, 835}});
        ScoreDistribution p = ScoreDistribution.of(matrix, background);
        assertThat(p.pValue(2643)).isCloseTo(0.00787501649997, within(1e-14));
        assertThat(p.pValue(2583)).isCloseTo(0.015750033, within(1e-9));
        assertThat(p.pValue(2560)).isCloseTo(0.0341250365, within(1e-10));
        assertThat(p.pValue(2180)).isCloseTo(0.09750016, within(1e-8));
        assertThat(p.pValue(559)).isCloseTo(0.957125073, within(1e-9));
        assertThat(p.pValue(558)).isEqualTo(1);
        assertThat(p.pValue(2644)).isZero();
        assertThat(p.minimumSum(p.pValue(2583))).isEqualTo(2561);
        assertThat(p.minimumSum(Math.nextDown(p.pValue(2583)))).isEqualTo(2584);
        assertThat(p.minimumSum(1e-9)).isEqualTo(2644);
        assertThat(p.from(2200).minimumSum(p.pValue(2583))).isEqualTo(2561);
        assertThat(p.from(2200).pValue(2583)).isEqualTo(p.pValue(2583));
        assertThatThrownBy(() -> p.from(2200).pValue(2199)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sixSitesOnBothStrands() {
        assertThat(rows(true, 0.1))
                .containsExactly(
                        "w3\t\ts\t1\t3\t+\t4.09804\t0.0341\t\tACT",
                        "w3\t\ts\t3\t5\t-\t0.372549\t0.0975\t\tCCA",
                        "w3\t\ts\t7\t9\t+\t4.91176\t0.00788\t\tACG",
                        "w3\t\ts\t10\t12\t-\t4.09804\t0.0341\t\tACT",
                        "w3\t\ts\t13\t15\t+\t4.32353\t0.0158\t\tACC",
                        "w3\t\ts\t17\t19\t-\t4.32353\t0.0158\t\tACC");
    }

    @Test
    void threeSitesOnOneStrand() {
        assertThat(cells(IntegerMatrix.ofMotif(MOTIF, ScanBackground.of(BACKGROUND, false), 0.1)))
                .isDeepEqualTo(new int[][] {{775, 679, 583, 33}, {33, 1000, 33, 33}, {489, 775, 735, 719}});
        assertThat(rows(false, 0.1))
                .containsExactly(
                        "w3\t\ts\t1\t3\t+\t4.71134\t0.024\t\tACT",
                        "w3\t\ts\t7\t9\t+\t4.87629\t0.012\t\tACG",
                        "w3\t\ts\t13\t15\t+\t5.28866\t0.004\t\tACC");
    }

    @Test
    void everyWindowTwiceAtThresholdOne() {
        List<String> rows = rows(true, 1);
        assertThat(rows).hasSize(22);
        assertThat(rows.stream().filter(row -> row.contains("\ts\t10\t12\t")).map(FimoExampleTest::lastField))
                .containsExactly("agu", "ACT");
    }

    @Test
    void bedAndGff() {
        ScanSettings settings = ScanSettings.of(BACKGROUND, true, 0.01);
        Motif named = new Motif("w=3;x", "Alt, one", MOTIF.matrix(), 10, "");
        List<DnaSequence> sequences = List.of(Dna.sequence("s>1", "ACTGGnACGaguACCRGGT"));
        assertThat(Scans.of(List.of(ScanMatrix.ofMotif(MOTIF, settings)), settings)
                        .format(HitFormat.BED)
                        .scan(sequences))
                .isEqualTo("s>1\t6\t9\tw3\t210\t+\t4.91176\t0.00788\t.\tACG\t.\n");
        assertThat(Scans.of(List.of(ScanMatrix.ofMotif(named, settings)), settings)
                        .format(HitFormat.GFF3)
                        .scan(sequences))
                .isEqualTo(
                        "##gff-version 3\ns%3E1\texpomotif\tnucleotide_motif\t7\t9\t21\t+\t.\t"
                                + "Name=w%3D3%3Bx_s%3E1+;Alias=Alt%2C%20one;ID=w%3D3%3Bx-s%3E1-7+;pvalue=0.00788;sequence=ACG\n");
    }

    @Test
    void columnFiveOfBedIsAnIntegerUpToAThousand() {
        assertThat(HitFormat.BED.score(-3.5, 1)).isEqualTo("0");
        assertThat(HitFormat.BED.score(9, 1e-4)).isEqualTo("400");
        assertThat(HitFormat.BED.score(9, 1.05e-4)).isEqualTo("398");
        assertThat(HitFormat.BED.score(20, 1e-10)).isEqualTo("1000");
        assertThat(HitFormat.BED.score(30, 1e-20)).isEqualTo("1000");
        assertThat(HitFormat.BED.score(30, 0)).isEqualTo("1000");
    }

    @Test
    void aPieceOfALongerSequenceKeepsItsPosition() {
        ScanSettings settings = ScanSettings.of(BACKGROUND, true, 0.01);
        Scans scans = Scans.of(List.of(ScanMatrix.ofMotif(MOTIF, settings)), settings)
                .provenance("one")
                .threads(1);
        List<String> rows = scans.feed(input -> {
                    PlacedFeed feed = new PlacedFeed(input);
                    feed.begin("chr7:1001-1019", "");
                    feed.letters(SEQUENCE.letters(), 0, SEQUENCE.length());
                    feed.end();
                    input.begin("s", 7, "s");
                    input.add(SEQUENCE.letters(), 6, 9);
                })
                .lines()
                .toList();
        assertThat(scans.sites()).isEqualTo(2);
        assertThat(rows).endsWith("# one").hasSize(4);
        assertThat(rows.get(1)).startsWith("w3\t\tchr7\t1007\t1009\t+");
        assertThat(rows.get(2)).startsWith("w3\t\ts\t7\t9\t+");
    }

    @Test
    void aZeroWithoutPseudocountIsRefused() {
        ScanBackground background = ScanBackground.of(BACKGROUND, true);
        assertThatThrownBy(() -> IntegerMatrix.ofMotif(MOTIF, background, 0))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("motif w3: row 1 of the matrix has a probability of 0")
                .hasMessageContaining("--motif-pseudo");
        assertThatThrownBy(() -> IntegerMatrix.ofMotif(Motif.of("none", new double[1][4]), background, 0.1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("motif none: row 1");
    }

    @Test
    void rowsAreNormalisedOnlyWhenFarFromOne() {
        ScanBackground uniform = ScanBackground.of(Background.UNIFORM, true);
        double[][] far = {{.4, .4, .1, .05}, {.1, .1, .4, .3}};
        double[][] divided = {{.4 / .95, .4 / .95, .1 / .95, .05 / .95}, {.1 / .9, .1 / .9, .4 / .9, .3 / .9}};
        assertThat(cells(IntegerMatrix.ofMotif(Motif.of("far", far), uniform, 0.1)))
                .isDeepEqualTo(cells(IntegerMatrix.ofMotif(Motif.of("one", divided), uniform, 0.1)));
    }

    @Test
    void sitesAreTruncatedAndTwentyWhenAbsent() {
        ScanBackground uniform = ScanBackground.of(Background.UNIFORM, true);
        assertThat(cellsWithSites(0, uniform)).isDeepEqualTo(cellsWithSites(20, uniform));
        assertThat(cellsWithSites(3.7, uniform)).isDeepEqualTo(cellsWithSites(3, uniform));
        assertThat(java.util.Arrays.deepEquals(cellsWithSites(3, uniform), cellsWithSites(20, uniform)))
                .isFalse();
    }

    @Test
    void aFlatMatrixHasNoSitesBelowThresholdOne() {
        Motif flat = Motif.of("flat", new double[][] {{.25, .25, .25, .25}, {.25, .25, .25, .25}});
        List<DnaSequence> sequences = List.of(Dna.sequence("s", "ACGT"), Dna.sequence("short", "A"));
        for (double threshold : new double[] {0.999, 1}) {
            ScanSettings settings = ScanSettings.of(Background.UNIFORM, true, threshold);
            ScanMatrix matrix = ScanMatrix.ofMotif(flat, settings);
            assertThat(Scans.rows(Scans.of(List.of(matrix), settings).scan(sequences)))
                    .hasSize(threshold == 1 ? 6 : 0);
        }
    }

    @Test
    void widthOneScansEveryKnownBase() {
        Motif motif = Motif.of("one", new double[][] {{.7, .1, .1, .1}});
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, true, 0.25);
        ScanMatrix matrix = ScanMatrix.ofMotif(motif, settings);
        assertThat(Scans.rows(Scans.of(List.of(matrix), settings).scan(List.of(Dna.sequence("s", "AnTacu-*R")))))
                .extracting(FimoExampleTest::lastField)
                .containsExactly("A", "A", "a", "A");
    }

    @Test
    void thresholdsOutsideTheUnitIntervalAreRefused() {
        for (double threshold : new double[] {0, 2, -1, Double.NaN}) {
            assertThatThrownBy(() -> ScanSettings.of(Background.UNIFORM, true, threshold))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static int[][] cellsWithSites(double sites, ScanBackground background) {
        return cells(IntegerMatrix.ofMotif(
                new Motif("m", "", new double[][] {{.7, .1, .15, .05}, {.97, .01, .01, .01}}, sites, ""),
                background,
                0.1));
    }

    private static int[][] cells(IntegerMatrix matrix) {
        int[][] cells = new int[matrix.width()][4];
        for (int i = 0; i < cells.length; i++) {
            for (int a = 0; a < 4; a++) {
                cells[i][a] = matrix.cell(i, a);
            }
        }
        return cells;
    }

    private static List<String> rows(boolean bothStrands, double threshold) {
        ScanSettings settings = ScanSettings.of(BACKGROUND, bothStrands, threshold);
        return Scans.rows(
                Scans.of(List.of(ScanMatrix.ofMotif(MOTIF, settings)), settings).scan(List.of(SEQUENCE)));
    }

    private static String lastField(String row) {
        return row.substring(row.lastIndexOf('\t') + 1);
    }
}
