package org.expomotif.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.expomotif.io.CFormat;
import org.expomotif.io.Inputs;
import org.expomotif.motif.MotifFile;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.junit.jupiter.api.Test;

/** Row for row and digit for digit what the MEME Suite's Tomtom printed for JASPAR 2024. */
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
                .map(m -> String.join(
                        "\t",
                        m.query(),
                        m.target(),
                        "" + m.offset(),
                        g(m.pValue()),
                        g(m.eValue()),
                        g(m.qValue()),
                        "" + m.overlap(),
                        m.queryConsensus(),
                        m.targetConsensus(),
                        "" + m.orientation()))
                .toList();
        assertThat(oracle).hasSize(8790);
        assertThat(ours).isEqualTo(oracle);
    }

    @Test
    void everyFourthMotifByEuclideanDistanceAsAmongAll() throws IOException {
        List<String> oracle = lines("tomtom_ed_every_fourth.tsv.gz").stream()
                .map(TomtomOracleTest::asPrinted)
                .toList();
        Set<String> names = oracle.stream().map(l -> l.split("\t", 2)[0]).collect(Collectors.toSet());
        List<String> ours = compare(jaspar, ColumnDistance.ED, k -> k % 4 == 0).stream()
                .filter(m -> Double.parseDouble(g(m.pValue())) <= 0.01)
                .map(m -> String.join(
                        "\t",
                        m.query(),
                        m.target(),
                        "" + m.offset(),
                        g(m.pValue()),
                        g(m.eValue()),
                        g(m.qValue()),
                        "" + m.overlap(),
                        "" + m.orientation()))
                .toList();
        assertThat(names).hasSize(220);
        assertThat(ours).isEqualTo(oracle);
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

    /** This table went through a program that writes 0 and 1 as 0.0 and 1.0. */
    private static String asPrinted(String line) {
        return line.replace("\t0.0\t", "\t0\t").replace("\t0.0\t", "\t0\t").replace("\t1.0\t", "\t1\t");
    }

    private static List<String> lines(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Inputs.open(DATA.resolve(name).toString()), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(l -> !l.isBlank()).toList();
        }
    }

    private static String g(float value) {
        return CFormat.g(value, 6);
    }
}
