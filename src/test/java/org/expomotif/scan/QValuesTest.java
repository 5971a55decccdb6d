package org.expomotif.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.expomotif.dna.Nucleotide;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.input.SliceBuilder;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.matrix.ScoreDistribution;
import org.expomotif.scan.site.HitCounts;
import org.expomotif.scan.site.QValues;
import org.expomotif.scan.site.ScanReport;
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

    @Test
    void countsEveryWindowOfKnownBasesAtItsLevel() {
        Random random = new Random(21);
        for (int width = 1; width <= 17; width++) {
            double[][] rows = new double[width][];
            java.util.Arrays.setAll(rows, i -> {
                double a = random.nextDouble() * 0.7;
                return new double[] {a, .1, .8 - a, .1};
            });
            ScanSettings settings = ScanSettings.of(Background.UNIFORM, true, 1e-3);
            ScanMatrix matrix = ScanMatrix.ofMotif(Motif.of("m", rows), settings);
            StringBuilder letters = new StringBuilder();
            random.ints(3000, 0, 200).forEach(i -> letters.append(i < 3 ? 'N' : "ACGT".charAt(i % 4)));
            byte[] bases = Dna.sequence("s", letters.toString()).letters();
            Slice slice = new Slice(bases, bases.length, 2990, List.of());
            long[] expected = new long[HitCounts.LEVELS + 1];
            for (boolean minus : new boolean[] {false, true}) {
                IntegerMatrix cells = matrix.strand(minus).matrix();
                ScoreDistribution all = ScoreDistribution.of(cells, settings.background());
                for (int start = 0; start < 2990 && start + width <= bases.length; start++) {
                    int sum = 0;
                    for (int i = 0; i < width && sum >= 0; i++) {
                        int code = Nucleotide.code(bases[start + i]);
                        sum = code == Nucleotide.UNKNOWN ? -1 : sum + cells.cell(i, code);
                    }
                    if (sum >= 0) {
                        double p = all.pValue(sum);
                        expected[
                                (int) IntStream.rangeClosed(1, HitCounts.LEVELS)
                                        .filter(i -> p >= HitCounts.level(i))
                                        .count()]++;
                    }
                }
            }
            QValues qValues = new QValues(matrix, settings.background());
            assertThat(qValues.count(SliceCodes.of(slice, width, false), 2990)).isEqualTo(expected);
        }
    }

    private static double nullProportion(ScanMatrix matrix, ScanSettings settings, String letters) {
        QValues qValues = new QValues(matrix, settings.background());
        SliceHits none = new SliceHits(new int[0], new int[0], new int[1]);
        SliceBuilder slices = new SliceBuilder(1000, matrix.width(), name -> new byte[0], slice -> {
            SliceCodes codes = SliceCodes.of(slice, matrix.width(), false);
            qValues.add(qValues.count(codes, slice.windows()), none, 0);
        });
        byte[] bases = Dna.sequence("s", letters).letters();
        slices.begin("", 1, "");
        slices.add(bases, 0, bases.length);
        slices.finish();
        return qValues.counts().nullProportion();
    }
}
