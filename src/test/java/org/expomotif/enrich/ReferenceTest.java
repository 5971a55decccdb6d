package org.expomotif.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of an independent implementation of SEA and CentriMo; {@code test-data/enrich/README.md}. */
class ReferenceTest {
    private static final Path DATA = Path.of("test-data/enrich");

    private static List<String> rows(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        }
    }

    /** Some columns of a table, by their headers. */
    private static List<String> columns(List<String> rows, String header) {
        List<String> names = Arrays.asList(rows.getFirst().split("\t", -1));
        List<String> chosen = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            chosen.add(String.join(
                    "\t",
                    Stream.of(header.split("\t"))
                            .map(name -> cells[names.indexOf(name)])
                            .toList()));
        }
        return chosen;
    }

    private static void run(Path out, String... options) {
        List<String> words = new ArrayList<>(List.of("enrich", "--motifs", "test-data/jaspar2016_62.meme"));
        words.addAll(List.of(options));
        words.addAll(List.of("--threshold", "1e5", "--quiet", "-o", out.toString()));
        CommandResult run = CommandLineRun.of().with(words).run();
        assertThat(run.code()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "sea, positives, controls, 0, 0",
        "sea_hold_out, positives, controls, 0.2, 0",
        "sea_unequal, positives, unequal, 0.2, 3",
        "sea_shorter, unequal, positives, 0, 3"
    })
    void everyFigureOfSeaIsThere(
            String expected, String positives, String controls, String holdOut, String seed, @TempDir Path folder)
            throws IOException {
        Path out = folder.resolve("enriched.tsv");
        run(
                out,
                "--sequences",
                DATA.resolve(positives + ".fa").toString(),
                "--controls",
                DATA.resolve(controls + ".fa").toString(),
                "--hold-out",
                holdOut,
                "--seed",
                seed);
        List<String> wanted = rows(DATA.resolve(expected + ".tsv"));

        assertThat(wanted).hasSize(63);
        assertThat(columns(rows(out), wanted.getFirst())).isEqualTo(wanted);
    }

    @Test
    void everyFigureOfCentrimoIsThere(@TempDir Path folder) throws IOException {
        Path central = folder.resolve("central.tsv");
        run(
                folder.resolve("enriched.tsv"),
                "--sequences",
                DATA.resolve("positives.fa").toString(),
                "--central",
                central.toString());
        List<String> wanted = rows(DATA.resolve("centrimo.tsv"));

        assertThat(wanted).hasSizeGreaterThan(50);
        assertThat(columns(rows(central), wanted.getFirst())).isEqualTo(wanted);
    }
}
