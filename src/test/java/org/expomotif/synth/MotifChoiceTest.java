package org.expomotif.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class MotifChoiceTest {
    private static Motif motif(String id, String name) {
        return new Motif(id, name, new double[][] {{1, 0, 0, 0}}, 0, "");
    }

    private static final List<Motif> MOTIFS = List.of(
            motif("M1.1", "Sp1"), motif("M2.1", "twin"), motif("M3.1", "TWIN"), motif("M4.1", ""), motif("5", "id"));

    @Test
    void findsMotifsByIdAndByName() {
        assertThat(MotifChoice.byNames(MOTIFS, List.of("M4.1", "SP1", "M1.1", "M3.1"), "f"))
                .extracting(Motif::id)
                .containsExactly("M4.1", "M1.1", "M3.1");
        assertThatThrownBy(() -> MotifChoice.byNames(MOTIFS, List.of("twin"), "f.meme"))
                .isInstanceOf(UserException.class)
                .hasMessage("f.meme: the name twin stands for 2 motifs: found M2.1 (twin), M3.1 (TWIN); give the id");
        assertThatThrownBy(() -> MotifChoice.byNames(MOTIFS, List.of("none"), "f.meme"))
                .hasMessageContaining("f.meme: there is no motif of the name or id none: found 5 motifs: M1.1 (Sp1), ");
    }

    @Test
    void classesAreNamedByNameOrElseByIdentifier() {
        assertThat(MotifChoice.classNames(MOTIFS)).containsExactly("Sp1", "twin", "TWIN", "M4.1", "5");
        assertThat(MotifChoice.classNames(List.of(motif("a", "same"), motif("b", "same"), motif("c", "a"))))
                .containsExactly("a", "b", "c");
    }

    @Test
    void choosesAtRandomWithoutRepeats() {
        List<Motif> many =
                IntStream.range(0, 200).mapToObj(i -> motif("m" + i, "")).toList();
        List<Motif> chosen = MotifChoice.atRandom(many, List.of("m0", "m1"), 1, 50, 3);
        assertThat(chosen)
                .hasSize(50)
                .doesNotHaveDuplicates()
                .extracting(Motif::id)
                .doesNotContain("m0", "m1");
        assertThat(MotifChoice.atRandom(many, List.of(), 1, 50, 3)).isNotEqualTo(chosen);
        assertThat(MotifChoice.atRandom(many, List.of("m0", "m1"), 1, 50, 3)).isEqualTo(chosen);
        assertThat(MotifChoice.atRandom(many, List.of(), 0, 50, 3)).isEmpty();
        assertThat(MotifChoice.atRandom(many, List.of(), 1, 500, 3)).hasSize(200);
    }

    @Test
    void theMotifsOfTheStudyAreBuiltIn() {
        List<Motif> all = StudyMotifs.jaspar2016().motifs();
        assertThat(all).hasSize(519);
        assertThat(MotifChoice.byNames(all, StudyMotifs.CLASSES, StudyMotifs.NAME))
                .extracting(Motif::name)
                .containsExactly(
                        "Arid3a", "CEBPB", "FOSL1", "Gabpa", "MAFK", "MAX", "MEF2A", "NFYB", "SP1", "SRF", "STAT1",
                        "YY1");
        assertThat(MotifChoice.byNames(all, StudyMotifs.CORE, StudyMotifs.NAME))
                .extracting(Motif::name)
                .containsExactly("SP1", "Gabpa", "CEBPB", "MAX", "YY1");
    }
}
