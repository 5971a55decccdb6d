package org.expomotif.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.scan.input.SliceBuilder;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.QValueCounts;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.ScannedSlice;
import org.expomotif.testing.Dna;
import org.junit.jupiter.api.Test;

class QValuesTest {
    @Test
    void workedExampleOfFimo() {
        Motif motif = new Motif("w3", "", new double[][] {{.8, .1, .1, 0}, {0, 1, 0, 0}, {.1, .2, .3, .4}}, 10, "");
        assertThat(qValues(motif, true))
                .containsExactly("1\t0.15", "3\t0.358", "7\t0.116", "10\t0.15", "13\t0.116", "17\t0.116");
        assertThat(qValues(motif, false)).containsExactly("1\t0.088", "7\t0.066", "13\t0.044");
    }

    private static List<String> qValues(Motif motif, boolean bothStrands) {
        ScanSettings settings = ScanSettings.of(new Background(0.4, 0.1, 0.2, 0.3), bothStrands, 0.1);
        String table = Scans.of(List.of(ScanMatrix.ofMotif(motif, settings)), settings)
                .report(ScanReport.WITH_Q_VALUES)
                .scan(List.of(Dna.sequence("s", "ACTGGnACGaguACCRGGT")));
        return Scans.rows(table).stream()
                .map(row -> row.split("\t"))
                .map(cells -> cells[3] + "\t" + cells[8])
                .toList();
    }

    @Test
    void mostWindowsOfRandomSequenceFollowTheNull() {
        Random random = new Random(1);
        StringBuilder letters = new StringBuilder("A".repeat(2000));
        random.ints(20_000, 0, 4).forEach(i -> letters.append("ACGT".charAt(i)));
        double[][] rows = new double[6][];
        java.util.Arrays.setAll(rows, i -> new double[] {.4 + .02 * i, .3, .2 - .02 * i, .1});
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, false, 1e-3);
        ScanMatrix matrix = ScanMatrix.ofMotif(Motif.of("m", rows), settings);
        assertThat(nullProportion(matrix, settings, letters.substring(2000))).isCloseTo(1, within(0.02));
        // a run of A, in which every window scores above the null, lowers the proportion
        assertThat(nullProportion(matrix, settings, letters.toString())).isCloseTo(20.0 / 22, within(0.02));
    }

    private static double nullProportion(ScanMatrix matrix, ScanSettings settings, String letters) {
        QValueCounts counts = new QValueCounts(new MatrixSet(List.of(matrix), settings));
        SliceHits none = new SliceHits(new int[0], new int[0], new int[1]);
        SliceBuilder slices = new SliceBuilder(1000, matrix.width(), name -> new byte[0], slice -> {
            SliceCodes codes = SliceCodes.of(slice, matrix.width(), false);
            counts.prepare(new ScannedSlice(slice, none), codes).run();
        });
        byte[] bases = Dna.sequence("s", letters).letters();
        slices.begin("", 1, "");
        slices.add(bases, 0, bases.length);
        slices.finish();
        return counts.counts().getFirst().nullProportion();
    }
}
