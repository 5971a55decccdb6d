package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.expomotif.testing.Meme;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotifPoolTest {
    @TempDir
    private Path folder;

    private String write(String name, TextFile motifs) {
        return motifs.write(folder.resolve(name)).toString();
    }

    private static List<String> ids(MotifSet pool) {
        return pool.motifs().stream().map(Motif::id).toList();
    }

    @Test
    void motifsAreInTheOrderOfTheFiles() {
        String first = write("1.meme", Meme.of("B", "ACG").and("A", "CCC"));
        String second = write("2.meme", Meme.of("C", "GGG"));
        assertThat(ids(MotifPool.read(List.of(second, first), Warnings.NONE))).containsExactly("C", "B", "A");
    }

    @Test
    void anIdentifierOfAnEarlierFileGetsTheNameOfItsFile() {
        String first = write("1.meme", Meme.of("M one", "ACG"));
        String second = write("the second.meme", Meme.of("M two", "CCC").and("N", "GGG"));
        MotifSet pool = MotifPool.read(List.of(first, second), Warnings.NONE);
        assertThat(ids(pool)).containsExactly("M", "the_second.meme:M", "N");
        assertThat(pool.motifs().get(1).name()).isEqualTo("two");
    }

    @Test
    void aFileGivenSeveralTimesGetsNumbers() {
        String file = write("1.meme", Meme.of("M", "ACG"));
        assertThat(ids(MotifPool.read(List.of(file, file, file), Warnings.NONE)))
                .containsExactly("M", "1.meme:M", "1.meme~2:M");
    }

    @Test
    void anIdentifierRepeatedInAFileIsReportedAndReadOnce() {
        List<String> warnings = new ArrayList<>();
        String file = write("1.meme", Meme.of("M", "ACG").and("M", "CCC"));
        MotifSet pool = MotifPool.read(List.of(file), warnings::add);
        assertThat(ids(pool)).containsExactly("M");
        assertThat(pool.motifs().getFirst().consensus()).isEqualTo("ACG");
        assertThat(warnings).hasSize(1);
    }

    @Test
    void theBackgroundIsThatOfTheFirstFile() {
        String head = "MEME version 4\nBackground letter frequencies\nA %s C %s G %s T %s\n";
        String motif = "MOTIF M\nletter-probability matrix: w= 1\n1 0 0 0\n";
        String first = write("1.meme", () -> head.formatted(.4, .1, .1, .4) + motif);
        String second = write("2.meme", () -> head.formatted(.1, .4, .4, .1) + motif);
        Optional<Background> background =
                MotifPool.read(List.of(first, second), Warnings.NONE).background();
        assertThat(background)
                .isEqualTo(MotifPool.read(List.of(first), Warnings.NONE).background());
        assertThat(background)
                .isPresent()
                .isNotEqualTo(MotifPool.read(List.of(second), Warnings.NONE).background());
    }

    @Test
    void alphabetsAreNotMixed() {
        String dna = write("dna.meme", Meme.of("M", "ACG"));
        String rna = write(
                "rna.meme",
                () -> "MEME version 4\nALPHABET= ACGU\nMOTIF R\nletter-probability matrix:" + " w= 1\n1 0 0 0\n");
        assertThatThrownBy(() -> MotifPool.read(List.of(dna, rna), Warnings.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("rna.meme")
                .hasMessageContaining("DNA and RNA motifs cannot be used together");
    }
}
