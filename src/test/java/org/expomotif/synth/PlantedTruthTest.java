package org.expomotif.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedTruthTest {
    private static final double[] SURE = {1, 0, 0, 0};
    private static final double[] FLAT = {0.25, 0.25, 0.25, 0.25};
    /** 0.0093 bits, just below the threshold. */
    private static final double[] NEARLY_FLAT = {0.29, 0.25, 0.21, 0.25};

    private static final Optional<MotifSet> MOTIFS = Optional.of(new MotifSet(
            List.of(Motif.of("m", new double[][] {SURE, FLAT, SURE, NEARLY_FLAT})), Optional.empty()));

    @TempDir
    private Path folder;

    private String sites(String text) throws IOException {
        return Files.writeString(folder.resolve("sites.bed"), text).toString();
    }

    private static String shown(boolean[] mask) {
        StringBuilder text = new StringBuilder();
        for (boolean b : mask) {
            text.append(b ? '#' : '.');
        }
        return text.toString();
    }

    @Test
    void basesOfInformativeColumnsCountOnBothStrands() throws IOException {
        String file = sites("a\t1\t5\tm\t0\t+\na\t6\t10\tm\t0\t-\n");
        PlantedTruth truth = PlantedTruth.read(file, MOTIFS);
        assertThat(shown(truth.informative("a", 12))).isEqualTo(".#.#...#.#..");
        assertThat(shown(truth.informative("b", 4))).isEqualTo("....");
        assertThat(truth.sequences()).containsExactly("a");
    }

    @Test
    void wholeSitesCountWithoutMotifs() throws IOException {
        PlantedTruth truth = PlantedTruth.read(sites("a\t1\t5\tm\t0\t+\na\t4\t7\tx\n"));
        assertThat(shown(truth.informative("a", 9))).isEqualTo(".######..");
    }

    @Test
    void aFileWithoutSitesIsRefused() throws IOException {
        String none = sites("# nothing yet\n");
        assertThatThrownBy(() -> PlantedTruth.read(none))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("sites.bed: the file has no sites: expected one site per line");
    }

    @Test
    void refusesSitesThatDoNotBelong() throws IOException {
        String unknown = sites("a\t1\t5\tx\t0\t+\n");
        assertThatThrownBy(() -> PlantedTruth.read(unknown, MOTIFS))
                .isInstanceOf(UserException.class)
                .hasMessage(
                        unknown + ", line 1, site a:1-5: a site names a motif that is not in the motif file: found x; "
                                + "give the motifs that were planted");
        String narrow = sites("a\t1\t4\tm\t0\t+\n");
        assertThatThrownBy(() -> PlantedTruth.read(narrow, MOTIFS)).hasMessageContaining("expected 4 bases, found 3");
        PlantedTruth truth = PlantedTruth.read(sites("a\t1\t5\tm\t0\t+\n"), MOTIFS);
        assertThatThrownBy(() -> truth.informative("a", 4)).hasMessageContaining("ends after its sequence");
    }
}
