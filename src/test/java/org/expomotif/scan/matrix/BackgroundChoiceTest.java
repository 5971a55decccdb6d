package org.expomotif.scan.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.expomotif.motif.Background;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackgroundChoiceTest {
    @TempDir
    private Path folder;

    private Background read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("b.txt"), text);
        return new BackgroundChoice(file.toString()).frequencies(Optional.empty(), "none");
    }

    private static Background of(Background background) {
        Optional<MotifSet> motifs = Optional.of(new MotifSet(List.of(), Optional.of(background)));
        return new BackgroundChoice(BackgroundChoice.MOTIF_FILE).frequencies(motifs, "none");
    }

    @Test
    void namesAreInAnyCase() {
        assertThat(new BackgroundChoice("Uniform").is(BackgroundChoice.UNIFORM)).isTrue();
        assertThat(new BackgroundChoice("Uniform").is(BackgroundChoice.NRDB)).isFalse();
        assertThat(new BackgroundChoice("UNIFORM").frequencies(Optional.empty(), "none"))
                .isEqualTo(Background.UNIFORM);
        assertThat(new BackgroundChoice("nrdb").frequencies(Optional.empty(), "none"))
                .isEqualTo(ScanBackground.NRDB);
    }

    @Test
    void frequenciesOfAMotifFileAreDividedByTheirSum() {
        assertThat(of(new Background(1, 2, 4, 1))).isEqualTo(new Background(0.125, 0.25, 0.5, 0.125));
        assertThat(of(new Background(0, 0, 0, 0))).isEqualTo(Background.UNIFORM);
        Optional<MotifSet> none = Optional.of(new MotifSet(List.of(), Optional.empty()));
        assertThat(new BackgroundChoice("motif-file").frequencies(none, "none")).isEqualTo(Background.UNIFORM);
    }

    @Test
    void frequenciesOfSequencesAreThoseOfTheirKnownBases() throws IOException {
        Path file = Files.writeString(folder.resolve("s.fa"), ">a\nAA C NNg\n>b\nTTTN\n>a\nT\n");
        assertThat(new BackgroundChoice("sequences").frequencies(Optional.empty(), file.toString()))
                .isEqualTo(new Background(0.25, 0.125, 0.125, 0.5));
        Files.writeString(file, ">a\nNNN\n");
        assertThatThrownBy(() -> new BackgroundChoice("sequences").frequencies(Optional.empty(), file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessage(file + ": the sequences have no known base to compute a background from");
    }

    @Test
    void aFileHasOneLetterPerLine() throws IOException {
        assertThat(read("# order 1\nA 0.1 # rare\n\n c 0.2\nAC 0.5\nG\t3\nt 1e-3\nA 0.4\n"))
                .isEqualTo(new Background(0.4, 0.2, 3, 1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "A 0, found A 0",
        "A -1, found A -1",
        "A x, found A x",
        "A, found A",
        "A 1 2, found A 1 2",
        "A Infinity, found A Infinity",
        "N 1, found N 1"
    })
    void otherLinesAreRefused(String line, String message) {
        assertThatThrownBy(() -> read("C 1\n" + line + "\n"))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("b.txt") + ", line 2: no frequency of a letter: expected lines such as"
                        + " \"A 0.29\" for each of A, C, G and T, above 0, " + message);
    }

    @ParameterizedTest
    @CsvSource({"A", "C", "G", "T"})
    void aLetterThatIsMissingIsNamed(String letter) {
        assertThatThrownBy(() -> read("A 1\nC 1\nG 1\nT 1\n".replace(letter + " 1\n", "")))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("b.txt") + ": the background has no frequency of " + letter
                        + ": expected lines such as \"A 0.29\" for each of A, C, G and T");
    }
}
