package org.expomotif.scan.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class MatrixSetTest {
    private static final ScanSettings SETTINGS = ScanSettings.of(Background.UNIFORM, true, 1e-3);
    private static final double[] ROW = {0.7, 0.1, 0.1, 0.1};
    private static final Motif ONE = Motif.of("one", new double[][] {ROW});
    private static final Motif TWO = Motif.of("two", new double[][] {ROW, ROW, ROW});

    private static MatrixSet set(Map<String, Double> pseudocounts) {
        return MatrixSet.ofMotifs(
                new MotifSet(List.of(ONE, TWO), Optional.empty()), SETTINGS, pseudocounts, "motifs.meme");
    }

    @Test
    void matricesAreInTheOrderOfTheMotifs() {
        MatrixSet set = set(Map.of());
        assertThat(set.matrices()).extracting(ScanMatrix::id).containsExactly("one", "two");
        assertThat(set.settings()).isSameAs(SETTINGS);
        assertThat(set.size()).isEqualTo(2);
        assertThat(set.maximumWidth()).isEqualTo(3);
        assertThat(new MatrixSet(List.of(), SETTINGS).maximumWidth()).isEqualTo(1);
    }

    @Test
    void aMotifMayHaveAPseudocountOfItsOwn() {
        MatrixSet set = set(Map.of("two", 50.0));
        assertThat(set.matrices().get(0)).usingRecursiveComparison().isEqualTo(ScanMatrix.ofMotif(ONE, SETTINGS));
        assertThat(set.matrices().get(1))
                .usingRecursiveComparison()
                .isEqualTo(ScanMatrix.ofMotif(TWO, SETTINGS.withPseudocount(50)));
        assertThatThrownBy(() -> set(Map.of("six", 1.0)))
                .isInstanceOf(UserException.class)
                .hasMessage("motifs.meme: no motif has the identifier six: found for example one;"
                        + " give --motif-pseudo an identifier of the file");
    }

    @Test
    void someMatricesAreChosenById() {
        MatrixSet set = set(Map.of());
        assertThat(set.only(List.of("two", "one"), "f").matrices()).isEqualTo(set.matrices());
        assertThat(set.only(List.of("two"), "f").matrices())
                .containsExactly(set.matrices().get(1));
        assertThatThrownBy(() -> set.only(List.of("two", "six"), "motifs.meme"))
                .isInstanceOf(UserException.class)
                .hasMessage("motifs.meme: no motif has the identifier six: found for example one;"
                        + " give --motif an identifier of the file");
    }
}
