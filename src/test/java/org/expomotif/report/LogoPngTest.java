package org.expomotif.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Motif;
import org.expomotif.report.raster.Bitmap;
import org.junit.jupiter.api.Test;

class LogoPngTest {
    private static final int WHITE = 0xffffff;
    private static final int GREEN = 0x109648;
    private static final int RED = 0xd62839;

    private static Motif motif(double[]... rows) {
        return Motif.of("m", rows);
    }

    private static int count(Bitmap picture, int rgb, int fromColumn, int toColumn) {
        int count = 0;
        for (int row = 0; row < picture.height(); row++) {
            for (int column = fromColumn; column < toColumn; column++) {
                count += picture.rgb(column, row) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void lettersHaveTheColoursAndPlacesOfTheSvg() {
        Motif motif =
                motif(new double[] {0, 0, 0, 1}, new double[] {0.25, 0.25, 0.25, 0.25}, new double[] {1, 0, 0, 0});
        Bitmap picture = LogoPng.draw(motif, new LogoOptions("", 20, 40, false, 1));
        assertThat(List.of(picture.width(), picture.height())).containsExactly(60, 40);
        // The bar of the T is 17% of 40 pixels high and 94% of 94% of 20 pixels wide.
        for (int row = 0; row < 6; row++) {
            assertThat(picture.rgb(10, row)).isEqualTo(RED);
            assertThat(picture.rgb(2, row)).isEqualTo(RED);
        }
        assertThat(picture.rgb(2, 8)).isEqualTo(WHITE);
        assertThat(picture.rgb(10, 38)).isEqualTo(RED);
        assertThat(count(picture, WHITE, 20, 40)).isEqualTo(20 * 39);
        assertThat(picture.rgb(30, 39)).isEqualTo(0xa6a6a6);
        assertThat(count(picture, GREEN, 40, 60)).isGreaterThan(200);
        assertThat(count(picture, RED, 20, 60)).isZero();
    }

    @Test
    void axesStandLeftOfAndBelowTheLetters() {
        Motif motif = motif(new double[] {0, 0, 0, 1}, new double[] {1, 0, 0, 0});
        Bitmap picture = LogoPng.draw(motif, LogoOptions.DEFAULT);
        assertThat(List.of(picture.width(), picture.height())).containsExactly(44 + 48 + 8, 8 + 120 + 22);
        assertThat(count(picture, WHITE, 0, 44)).isLessThan(44 * 150 - 100);
        assertThat(count(picture, RED, 0, 44)).isZero();
        assertThat(count(picture, WHITE, 92, 100)).isEqualTo(8 * 150);
    }

    @Test
    void anRnaMotifHasAUWhereADnaMotifHasAT() {
        double[][] rows = {{0, 0, 0, 1}};
        Bitmap dna = LogoPng.draw(Motif.of("m", rows), LogoOptions.SMALL);
        Bitmap rna = LogoPng.draw(Motif.of("m", rows).withAlphabet(Alphabet.RNA), LogoOptions.SMALL);
        assertThat(dna.rgb(5, 1)).isEqualTo(RED);
        assertThat(rna.rgb(5, 1)).isEqualTo(WHITE);
        assertThat(rna.rgb(1, 1)).isEqualTo(RED);
    }

    @Test
    void filesOfAFolderAreNamedAfterTheMotifsAndDiffer() {
        List<Motif> motifs = List.of(
                new Motif("MA0079.3", "SP1", new double[][] {{1, 0, 0, 0}}, 0, ""),
                motif(new double[] {1, 0, 0, 0}),
                motif(new double[] {1, 0, 0, 0}),
                new Motif("M", "", new double[][] {{1, 0, 0, 0}}, 0, ""),
                new Motif("../m\"x", "", new double[][] {{1, 0, 0, 0}}, 0, ""),
                new Motif("é".repeat(300), "", new double[][] {{1, 0, 0, 0}}, 0, ""));
        List<LogoFile> files = LogoFile.of(motifs, ".png");
        assertThat(files)
                .extracting(LogoFile::file)
                .containsExactly("MA0079.3.png", "m.png", "m_2.png", "M_3.png", "_._m_x.png", "_".repeat(100) + ".png");
        assertThat(files.getFirst()).isEqualTo(new LogoFile("MA0079.3", "SP1", "MA0079.3.png"));
    }
}
