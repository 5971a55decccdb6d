package org.expomotif.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.expomotif.testing.Dna.sequence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.ScoreTrack;
import org.expomotif.scan.site.SiteCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All reports of sites against the list of all sites in FIMO's order. */
class ScanReportTest {
    private static final List<DnaSequence> SEQUENCES = sequences();

    @TempDir
    private Path folder;

    private static List<DnaSequence> sequences() {
        Random random = new Random(11);
        List<DnaSequence> sequences = new ArrayList<>();
        for (int length : new int[] {90_000, 400, 0, 900, 3, 120_000, 500, 500, 500}) {
            StringBuilder letters = new StringBuilder();
            random.ints(length, 0, 800).forEach(i -> letters.append(i == 0 ? 'N' : "ACGTacgt".charAt(i % 8)));
            sequences.add(sequence("s" + sequences.size(), letters.toString()));
        }
        return sequences;
    }

    private static List<ScanMatrix> matrices(ScanSettings settings) {
        Random random = new Random(12);
        List<ScanMatrix> matrices = new ArrayList<>();
        for (int m = 0; m < 4; m++) {
            double[][] rows = new double[5 + m][];
            java.util.Arrays.setAll(rows, i -> {
                double[] row = {1 + 9 * random.nextDouble(), 1, 2, 3};
                double sum = row[0] + 6;
                return new double[] {row[0] / sum, 1 / sum, 2 / sum, 3 / sum};
            });
            matrices.add(ScanMatrix.ofMotif(Motif.of("m" + m, rows), settings));
        }
        return matrices;
    }

    private static final ScanSettings SETTINGS = ScanSettings.of(Background.UNIFORM, true, 1e-2);
    private static final ScanSettings ONE_STRAND = ScanSettings.of(Background.UNIFORM, false, 1e-2);

    private List<String[]> rows(ScanSettings settings, ScanReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScanOutput output = new ScanOutput(bytes, HitFormat.TSV, Provenance.of(List.of()), folder);
        try (SequenceScan scan = new SequenceScan(matrices(settings), settings, report, output, 2, Progress.NONE)) {
            SEQUENCES.forEach(sequence -> Scans.add(scan, sequence));
            scan.finish();
            List<String[]> rows = bytes.toString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
            assertThat(scan.hits()).isEqualTo(rows.size());
            return rows;
        }
    }

    private static Comparator<String[]> byPosition() {
        return Comparator.comparing((String[] row) -> row[2]).thenComparingInt(row -> Integer.parseInt(row[3]));
    }

    @Test
    void inTheOrderOfPositions() {
        for (boolean qValues : new boolean[] {false, true}) {
            List<String[]> all = rows(SETTINGS, new ScanReport(qValues, 1, false, false));
            List<String[]> sorted = rows(SETTINGS, new ScanReport(qValues, 1, true, false));
            assertThat(all).hasSizeGreaterThan(10_000);
            assertThat(sorted)
                    .usingElementComparator(java.util.Arrays::compare)
                    .isEqualTo(all.stream().sorted(byPosition()).toList());
        }
    }

    @Test
    void theBestOfEachMotifInEachSequence() {
        Map<String, String[]> best = new LinkedHashMap<>();
        for (String[] row : rows(ONE_STRAND, ScanReport.ALL)) {
            best.merge(
                    row[0] + row[2],
                    row,
                    (old, other) -> Double.parseDouble(other[6]) > Double.parseDouble(old[6]) ? other : old);
        }
        assertThat(best).hasSizeGreaterThan(15).hasSizeLessThan(4 * 8);
        assertThat(rows(ONE_STRAND, new ScanReport(false, 1, false, true)))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(List.copyOf(best.values()));
        assertThat(rows(ONE_STRAND, new ScanReport(false, 1, true, true)))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(best.values().stream().sorted(byPosition()).toList());
    }

    @Test
    void maximumQValue() {
        List<String[]> all = rows(SETTINGS, ScanReport.WITH_Q_VALUES);
        List<Double> values =
                all.stream().map(row -> Double.parseDouble(row[8])).sorted().toList();
        double limit = values.get(values.size() / 10);
        List<String[]> expected =
                all.stream().filter(row -> Double.parseDouble(row[8]) <= limit).toList();
        assertThat(expected).hasSizeBetween(1, all.size() / 2);
        assertThat(rows(SETTINGS, new ScanReport(true, limit * (1 + 1e-3), false, false)))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(expected);
    }

    @Test
    void minimumScore() {
        ScanSettings settings = new ScanSettings(SETTINGS.background(), true, 1e-2, 0.1, 4, false);
        List<String[]> expected = rows(SETTINGS, ScanReport.ALL).stream()
                .filter(row -> Double.parseDouble(row[6]) >= 4)
                .toList();
        assertThat(expected).hasSizeGreaterThan(100).hasSizeLessThan(10_000);
        assertThat(rows(settings, ScanReport.ALL))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(expected);
    }

    @Test
    void maskedBasesAreSkipped() {
        ScanSettings settings =
                new ScanSettings(SETTINGS.background(), true, 1e-2, 0.1, Double.NEGATIVE_INFINITY, true);
        List<String[]> expected = rows(SETTINGS, ScanReport.ALL).stream()
                .filter(row -> {
                    String letters =
                            new String(SEQUENCES.get(row[2].charAt(1) - '0').letters(), StandardCharsets.US_ASCII);
                    String window = letters.substring(Integer.parseInt(row[3]) - 1, Integer.parseInt(row[4]));
                    return window.chars().noneMatch(Character::isLowerCase);
                })
                .toList();
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(rows(settings, ScanReport.ALL))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(expected);
    }

    @Test
    void countsOfEverySequence() throws IOException {
        int[] expected = new int[9 * 4];
        rows(SETTINGS, ScanReport.ALL)
                .forEach(row -> expected[4 * (row[2].charAt(1) - '0') + row[0].charAt(1) - '0']++);
        String table = folder.resolve("counts.tsv").toString();
        String arrays = folder.resolve("counts.npz").toString();
        for (String path : List.of(table, arrays)) {
            ScanOutput output =
                    new ScanOutput(new ByteArrayOutputStream(), HitFormat.BED, Provenance.of(List.of()), folder);
            try (SequenceScan scan =
                            new SequenceScan(matrices(SETTINGS), SETTINGS, ScanReport.ALL, output, 2, Progress.NONE);
                    SiteCounts counts = new SiteCounts(path, matrices(SETTINGS), Provenance.of(List.of("one")))) {
                scan.count(counts);
                SEQUENCES.forEach(sequence -> Scans.add(scan, sequence));
                scan.finish();
                counts.commit();
            }
        }
        List<String> lines = Files.readAllLines(Path.of(table));
        assertThat(lines)
                .startsWith("sequence\tm0\tm1\tm2\tm3")
                .endsWith("# one")
                .hasSize(11);
        for (int s = 0; s < 9; s++) {
            int at = 4 * s;
            assertThat(lines.get(s + 1))
                    .isEqualTo("s" + s + "\t" + expected[at] + "\t" + expected[at + 1] + "\t" + expected[at + 2] + "\t"
                            + expected[at + 3]);
        }
        assertThat(Npz.read(arrays).get("counts").ints()).isEqualTo(expected);
        assertThat(Npz.read(arrays).get("sequences").strings())
                .isEqualTo(new String[] {"s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"});
    }

    @Test
    void theBestScoreAtEveryBase() throws IOException {
        float[][] expected = new float[9][];
        for (int s = 0; s < 9; s++) {
            expected[s] = bestScores(SEQUENCES.get(s).letters());
        }
        Path path = folder.resolve("scores.bedgraph");
        ScanOutput output =
                new ScanOutput(new ByteArrayOutputStream(), HitFormat.BED, Provenance.of(List.of()), folder);
        List<ScanMatrix> matrices = matrices(SETTINGS);
        try (SequenceScan scan = new SequenceScan(matrices, SETTINGS, ScanReport.ALL, output, 2, Progress.NONE);
                ScoreTrack track = new ScoreTrack(path.toString(), matrices, Provenance.of(List.of()))) {
            scan.score(track);
            SEQUENCES.forEach(sequence -> Scans.add(scan, sequence));
            scan.finish();
            track.commit();
        }
        for (String line : Files.readAllLines(path)) {
            String[] fields = line.split("\t");
            float[] row = expected[fields[0].charAt(1) - '0'];
            for (int i = Integer.parseInt(fields[1]); i < Integer.parseInt(fields[2]); i++) {
                assertThat(CFormat.g(row[i], 6)).isEqualTo(fields[3]);
                row[i] = Float.NaN;
            }
        }
        for (float[] row : expected) {
            for (float left : row) {
                assertThat(left).isNaN();
            }
        }
    }

    private static float[] bestScores(byte[] letters) {
        float[] best = new float[letters.length];
        java.util.Arrays.fill(best, Float.NaN);
        for (ScanMatrix matrix : matrices(SETTINGS)) {
            for (int start = 0; start + matrix.width() <= letters.length; start++) {
                for (boolean minus : new boolean[] {false, true}) {
                    IntegerMatrix cells = matrix.strand(minus).matrix();
                    int sum = 0;
                    for (int i = 0; i < matrix.width() && sum >= 0; i++) {
                        int code = Nucleotide.code(letters[start + i]);
                        sum = code == Nucleotide.UNKNOWN ? -1 : sum + cells.cell(i, code);
                    }
                    if (sum >= 0 && !(best[start] >= cells.score(sum))) {
                        best[start] = (float) cells.score(sum);
                    }
                }
            }
        }
        return best;
    }
}
