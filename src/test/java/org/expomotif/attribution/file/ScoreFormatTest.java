package org.expomotif.attribution.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.expomotif.testing.Dna.sequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.attribution.Attribution;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreFormatTest {
    @TempDir
    Path folder;

    private static Attribution explanation(String name, String letters, float... scores) {
        return Attribution.ofPresentBases(sequence(name, letters), scores, 0.75, Double.NaN);
    }

    private String write(ScoreFormat format, Attribution... explanations) throws IOException {
        Path file = folder.resolve("scores");
        try (ScoreWriter writer =
                format.open(file.toString(), Provenance.of(List.of("expomotif")), List.of(), Map::of)) {
            for (Attribution explanation : explanations) {
                writer.write(explanation);
            }
            writer.commit();
        }
        return file.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "a.npz,NPZ",
        "a.tsv.gz,TSV",
        "A.TSV,TSV",
        "x/a.bedGraph,BEDGRAPH",
        "a.bg.bgz,BEDGRAPH",
        "a.bw,BIGWIG",
        "a.png,",
        "npz,"
    })
    void formatFollowsFromTheSuffix(String name, ScoreFormat expected) {
        assertThat(ScoreFormat.of(name)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void tableHasOneRowPerBase() throws IOException {
        String file = write(
                ScoreFormat.TSV,
                explanation("s", "cN", 1, -0.125f, 3, 4, 5, 6, 7, 8),
                explanation("r", "TT", new float[8]));
        assertThat(Files.readString(Path.of(file))).isEqualTo("""
                id	position	base	score	score_A	score_C	score_G	score_T
                s	1	c	-0.125	1	-0.125	3	4
                s	2	N	0	5	6	7	8
                r	1	T	0	0	0	0	0
                r	2	T	0	0	0	0	0
                # expomotif
                """);
    }

    @Test
    void trackHasTheCoordinatesOfTheSequenceName() throws IOException {
        String file = write(
                ScoreFormat.BEDGRAPH,
                explanation("plain", "AA", 1, 0, 0, 0, 2, 0, 0, 0),
                explanation("chr1:10-12", "AA", 1, 0, 0, 0, 2, 0, 0, 0),
                explanation("peak::chr2:10-11(-)", "AA", 1, 0, 0, 0, 2, 0, 0, 0));
        assertThat(Files.readString(Path.of(file))).isEqualTo("""
                # expomotif
                chr1	10	11	1
                chr1	11	12	2
                chr2	9	10	2
                chr2	10	11	1
                plain	0	1	1
                plain	1	2	2
                """);
    }

    @Test
    void overlappingSequencesAreAveragedInTheTrack() throws IOException {
        String file = write(
                ScoreFormat.BEDGRAPH,
                explanation("chr1:11-13", "AA", 5, 0, 0, 0, 7, 0, 0, 0),
                explanation("chr1:10-12", "AA", 1, 0, 0, 0, 2, 0, 0, 0),
                explanation("chr1:13-15", "AA", 8, 0, 0, 0, 9, 0, 0, 0));
        assertThat(Files.readString(Path.of(file))).isEqualTo("""
                # expomotif
                chr1	10	11	1
                chr1	11	12	3.5
                chr1	12	13	7
                chr1	13	14	8
                chr1	14	15	9
                """);
    }

    @Test
    void arraysAreSequencesByFourByLength() throws IOException {
        String file = write(
                ScoreFormat.NPZ,
                explanation("s", "cN", 1, 2, 3, 4, 5, 6, 7, 8),
                explanation("r", "TA", 9, 10, 11, 12, 13, 14, 15, 16));
        Map<String, NpyArray> arrays = Npz.read(file);
        assertThat(arrays)
                .containsOnlyKeys(
                        "arr_0",
                        "one_hot",
                        "base_scores",
                        "output",
                        "reference_output",
                        "gap",
                        "ids",
                        "settings",
                        "run");
        assertThat(arrays.get("run").strings()).containsExactly("expomotif");
        assertThat(arrays.get("arr_0").shape()).containsExactly(2, 4, 2);
        assertThat(arrays.get("arr_0").floats()).containsExactly(1, 5, 2, 6, 3, 7, 4, 8, 9, 13, 10, 14, 11, 15, 12, 16);
        assertThat(arrays.get("one_hot").shape()).containsExactly(2, 4, 2);
        assertThat(arrays.get("one_hot").bytes()).containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
        assertThat(arrays.get("base_scores").floats()).containsExactly(2, 0, 12, 13);
        assertThat(arrays.get("output").doubles()).containsExactly(0.75, 0.75);
        assertThat(arrays.get("ids").strings()).containsExactly("s", "r");
    }

    @Test
    void noFileWithoutCommit() throws IOException {
        for (ScoreFormat format : ScoreFormat.values()) {
            try (ScoreWriter writer =
                    format.open(folder.resolve("none").toString(), Provenance.of(List.of()), List.of(), Map::of)) {
                writer.write(explanation("s", "A", 1, 2, 3, 4));
            }
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
