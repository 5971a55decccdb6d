package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import org.expomotif.io.track.ReadBigWig;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The score of a window is the number of bases that it shares with a word. */
class ScoreTrackTest {
    private static final MatrixSet CTG = SlicedScan.set(SlicedScan.ONE_MISMATCH_PLUS, "CTG");

    @TempDir
    private Path folder;

    private Path track(
            String name, MatrixSet matrices, int windows, Consumer<ScanInput> feed, Map<String, Long> lengths) {
        Path file = folder.resolve(name);
        try (ScoreTrack track =
                new ScoreTrack(file.toString(), matrices.matrices(), Provenance.of(List.of("made by hand")))) {
            new SlicedScan(matrices.matrices(), HitFormat.TSV, windows).scan(track, feed);
            lengths.forEach(track::length);
            track.commit();
        }
        return file;
    }

    private List<String> bedGraph(MatrixSet matrices, int windows, Consumer<ScanInput> feed) throws IOException {
        return Files.readAllLines(track("scores.bedgraph", matrices, windows, feed, Map.of()));
    }

    private List<String> scores(MatrixSet matrices, String letters) throws IOException {
        return bedGraph(matrices, 1000, SlicedScan.sequences(letters)).stream()
                .skip(1)
                .map(line -> line.replace('\t', ' '))
                .toList();
    }

    @Test
    void theScoreOfEveryWindowIsAtItsFirstBase() throws IOException {
        assertThat(scores(CTG, "ACTGCA")).containsExactly("s1 0 1 0", "s1 1 2 3", "s1 2 4 0");
    }

    @Test
    void windowsWithUnknownBasesHaveNoScore() throws IOException {
        assertThat(scores(CTG, "CTGNNCTGA")).containsExactly("s1 0 1 3", "s1 5 6 3", "s1 6 7 0");
        assertThat(scores(CTG, "CTNTG")).isEmpty();
    }

    @Test
    void theMaximumOfBothStrands() throws IOException {
        MatrixSet both = SlicedScan.set(SlicedScan.ONE_MISMATCH, "CTG");
        assertThat(scores(both, "CAGnCTAnCTG")).containsExactly("s1 0 1 3", "s1 4 5 2", "s1 8 9 3");
        assertThat(scores(CTG, "CAGnCTAnCTG")).containsExactly("s1 0 1 2", "s1 4 5 2", "s1 8 9 3");
    }

    /** The narrower motif still has windows where the wider one has none. */
    @Test
    void theMaximumOfAllMotifsAsFarAsEachReaches() throws IOException {
        ScanSettings settings = ScanSettings.of(org.expomotif.motif.Background.UNIFORM, false, 0.5);
        assertThat(scores(SlicedScan.set(settings, "CTG", "A"), "CTGTA"))
                .containsExactly("s1 0 1 3", "s1 1 2 0", "s1 2 3 1", "s1 3 4 0", "s1 4 5 1");
        assertThat(scores(SlicedScan.set(settings, "A", "CTG"), "CTGTA"))
                .containsExactly("s1 0 1 3", "s1 1 2 0", "s1 2 3 1", "s1 3 4 0", "s1 4 5 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 1000})
    void theTrackDoesNotDependOnTheSlices(int windows) throws IOException {
        Consumer<ScanInput> feed = input -> {
            SlicedScan.add(input, "a", 1, "CTGCTGnCTG", Optional.empty());
            SlicedScan.add(input, "short", 1, "CT", Optional.empty());
            SlicedScan.add(input, "none", 1, "", Optional.empty());
            SlicedScan.add(input, "b", 1, "ACTG", Optional.empty());
            SlicedScan.add(input, "c", 101, "CTG", Optional.empty());
            SlicedScan.add(input, "c", 201, "CTG", Optional.empty());
        };
        assertThat(bedGraph(CTG, windows, feed))
                .containsExactly(
                        "# made by hand",
                        "a\t0\t1\t3",
                        "a\t1\t3\t0",
                        "a\t3\t4\t3",
                        "a\t7\t8\t3",
                        "b\t0\t1\t0",
                        "b\t1\t2\t3",
                        "c\t100\t101\t3",
                        "c\t200\t201\t3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.bw", "scores.bigWig"})
    void bigWigHasTheLengthsOfTheSequences(String name) throws IOException, DataFormatException {
        Consumer<ScanInput> feed = SlicedScan.sequences("ACTG", "CTG");
        ReadBigWig read = new ReadBigWig(track(name, CTG, 3, feed, Map.of("s1", 40L, "s2", (long) Integer.MAX_VALUE)));
        assertThat(read.lengths()).isEqualTo(Map.of("s1", 40, "s2", Integer.MAX_VALUE));
        assertThat(read.values()).isEqualTo(Map.of("s1:0", 0f, "s1:1", 3f, "s2:0", 3f));
    }

    /** A sequence that occurs twice, as a whole and as a part, has the length of the longer one. */
    @Test
    void theLongestOfSeveralLengthsIsTaken() throws IOException, DataFormatException {
        Path file = folder.resolve("scores.bw");
        try (ScoreTrack track = new ScoreTrack(file.toString(), CTG.matrices(), Provenance.of(List.of()))) {
            new SlicedScan(CTG.matrices(), HitFormat.TSV, 10).scan(track, SlicedScan.sequences("ACTG"));
            track.length("s1", 30);
            track.length("s1", 40);
            track.length("s1", 4);
            track.commit();
        }
        assertThat(new ReadBigWig(file).lengths()).isEqualTo(Map.of("s1", 40));
    }

    @Test
    void aSequenceThatATrackCannotHoldIsRefused() {
        try (ScoreTrack track =
                new ScoreTrack(folder.resolve("scores.bw").toString(), CTG.matrices(), Provenance.of(List.of()))) {
            assertThatThrownBy(() -> track.length("long", Integer.MAX_VALUE + 1L))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("sequence long")
                    .hasMessageContaining("found 2147483648");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.bw", "scores.bedgraph"})
    void aTrackThatIsNotCommittedLeavesNoFile(String name) throws IOException {
        try (ScoreTrack track =
                new ScoreTrack(folder.resolve(name).toString(), CTG.matrices(), Provenance.of(List.of()))) {
            new SlicedScan(CTG.matrices(), HitFormat.TSV, 10).scan(track, SlicedScan.sequences("ACTG"));
        }
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
