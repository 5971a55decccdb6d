package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.expomotif.compare.score.ColumnDistance;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.io.Inputs;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.Progress;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares rows and digits with the output of the MEME Suite's Tomtom for JASPAR 2024. */
class TomtomOracleTest {
    private static final Path DATA = Path.of("test-data", "tomtom");

    private final MotifSet jaspar =
            MotifFile.read(DATA.resolve("jaspar2024_core_vertebrates.meme.gz").toString());

    @Test
    void tenMotifsByPearsonAllPairs() throws IOException {
        List<String> oracle = lines("tomtom_pearson_10.tsv.gz");
        Set<String> names = oracle.stream().map(l -> l.split("\t", 2)[0]).collect(Collectors.toSet());
        MotifSet ten = new MotifSet(
                jaspar.motifs().stream().filter(m -> names.contains(m.id())).toList(), jaspar.background());
        List<String> ours = compare(ten, ColumnDistance.PEARSON, k -> true).stream()
                .map(TomtomOracleTest::row)
                .toList();
        assertThat(oracle).hasSize(8790);
        assertThat(ours).isEqualTo(oracle);
    }

    @Test
    void everyFourthMotifByEuclideanDistanceEqualsAComparisonOfAll() throws IOException {
        List<String> oracle = lines("tomtom_ed_every_fourth.tsv.gz").stream()
                .map(TomtomOracleTest::asPrinted)
                .map(TomtomOracleTest::withoutLostDigits)
                .toList();
        Set<String> names = oracle.stream().map(l -> l.split("\t", 2)[0]).collect(Collectors.toSet());
        List<String> ours = compare(jaspar, ColumnDistance.ED, k -> k % 4 == 0).stream()
                .filter(m -> Double.parseDouble(g(m.pValue())) <= 0.01)
                .map(TomtomOracleTest::withoutConsensus)
                .map(TomtomOracleTest::withoutLostDigits)
                .toList();
        assertThat(names).hasSize(220);
        assertThat(ours).isEqualTo(oracle);
    }

    /** Five queries against 60 targets, with every distance, complete and incomplete scores, and other options. */
    @TestFactory
    Stream<DynamicTest> everyDistanceAndOption() throws IOException {
        Map<List<String>, List<List<String>>> runs = lines("tomtom_distances.tsv.gz").stream()
                .map(line -> List.of(line.split("\t")))
                .collect(Collectors.groupingBy(row -> row.subList(0, 3), LinkedHashMap::new, Collectors.toList()));
        assertThat(runs).hasSize(27);
        return runs.entrySet().stream()
                .map(run -> DynamicTest.dynamicTest(String.join(" ", run.getKey()), () -> {
                    List<String> oracle = run.getValue().stream()
                            .map(row -> String.join("\t", row.subList(3, row.size())))
                            .toList();
                    assertThat(rerun(run.getKey())).isEqualTo(oracle);
                }));
    }

    private List<String> rerun(List<String> run) {
        IntUnaryOperator sites = run.getFirst().equals("few") ? i -> 8 + i * 7 % 53 : i -> 1 + i * 5 % 4;
        List<MotifSet> targets = new ArrayList<>();
        targets.add(some(IntStream.range(0, 60).map(i -> 14 * i), sites));
        String options = run.get(2);
        if (options.equals("two-files")) {
            targets.add(some(IntStream.range(0, 20).map(i -> 1 + 44 * i), i -> 1 + i * 5 % 4));
        }
        TomtomOptions settings = TomtomOptions.DEFAULT
                .with(ColumnDistance.valueOf(run.get(1).toUpperCase(Locale.ROOT)))
                .withComplete(!options.contains("-incomplete-scores"))
                .withBothStrands(!options.contains("-norc"))
                .withAlignment(options.contains("-min-overlap") ? 7 : 1, options.contains("-internal"))
                .withPseudocount(options.contains("-motif-pseudo") ? 2 : 0.1)
                .withScale(TomtomOptions.TOMTOM_BINS, true);
        MotifSet queries = some(IntStream.of(3, 200, 401, 555, 800), sites);
        return new Tomtom(settings, Cutoff.NONE, Progress.NONE)
                .compare(queries, targets, 2).stream()
                        .flatMap(q -> q.matches().stream())
                        .map(TomtomOracleTest::row)
                        .toList();
    }

    private MotifSet some(IntStream places, IntUnaryOperator sites) {
        List<Motif> motifs = places.mapToObj(i -> {
                    Motif motif = jaspar.motifs().get(i);
                    return new Motif(motif.id(), motif.name(), motif.matrix(), sites.applyAsInt(i), "");
                })
                .toList();
        return new MotifSet(motifs, jaspar.background());
    }

    @Test
    void threadsChangeNothing() {
        MotifSet some = new MotifSet(jaspar.motifs().subList(0, 25), jaspar.background());
        Tomtom tomtom = new Tomtom(TomtomOptions.DEFAULT, Cutoff.DEFAULT, Progress.NONE);
        assertThat(tomtom.compare(some, List.of(jaspar), 5)).isEqualTo(tomtom.compare(some, List.of(jaspar), 1));
    }

    private List<MotifMatch> compare(MotifSet queries, ColumnDistance distance, IntPredicate wanted) {
        return new Tomtom(TomtomOptions.DEFAULT.with(distance), Cutoff.NONE, Progress.NONE)
                .compare(queries, List.of(jaspar), 2, wanted).stream()
                        .flatMap(q -> q.matches().stream())
                        .toList();
    }

    private static String row(MotifMatch m) {
        return String.join("\t", MatchCells.of(m, TomtomOracleTest::g));
    }

    private static String withoutConsensus(MotifMatch m) {
        List<String> cells = MatchCells.of(m, TomtomOracleTest::g);
        return String.join("\t", cells.subList(0, 7)) + "\t" + cells.getLast();
    }

    /**
     * Where p is below the normal range of single precision, Tomtom computes E and q from the remaining digits of p.
     */
    private static String withoutLostDigits(String line) {
        String[] cells = line.split("\t");
        if (Double.parseDouble(cells[3]) < Float.MIN_NORMAL) {
            assertThat(Double.parseDouble(cells[4])).isLessThan(1e-34);
            assertThat(Double.parseDouble(cells[5])).isLessThan(1e-34);
            cells[4] = "lost";
            cells[5] = "lost";
        }
        return String.join("\t", cells);
    }

    /** This table was written by a program that prints 0 and 1 as 0.0 and 1.0. */
    private static String asPrinted(String line) {
        return line.replace("\t0.0\t", "\t0\t").replace("\t0.0\t", "\t0\t").replace("\t1.0\t", "\t1\t");
    }

    private static List<String> lines(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Inputs.open(DATA.resolve(name).toString()), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(l -> !l.isBlank()).toList();
        }
    }

    /** Rounds to single precision, where Tomtom has 0 in place of a tiny number. */
    private static String g(double value) {
        return CFormat.g((float) value, 6);
    }
}
