package org.expomotif.attribution.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HDF5 files in the layout of chrombpnet's contributions: sequences x 4 x length. */
class SequenceScoresTest {
    /** Sequences ACN and TTG. */
    private static final byte[][][] RAW = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 0}, {0, 0, 0}}, {{0, 0, 0}, {0, 0, 0}, {0, 0, 1}, {1, 1, 0}}
    };

    private static final float[][][] SHAP = {
        {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}}, {{-1, -2, -3}, {-4, -5, -6}, {-7, -8, -9}, {-10, -11, -12}}
    };

    private static final float[][][] PROJECTED = {
        {{1, 0, 0}, {0, 5, 0}, {0, 0, 0}, {0, 0, 0}}, {{0, 0, 0}, {0, 0, 0}, {0, 0, -9}, {-10, -11, 0}}
    };

    @TempDir
    private Path folder;

    private String file(Map<String, Object> groups) {
        Path path = folder.resolve("scores.h5");
        try (WritableHdfFile hdf = HdfFile.write(path)) {
            groups.forEach((group, numbers) -> hdf.putGroup(group).putDataset("seq", numbers));
        }
        return path.toString();
    }

    @Test
    void hypotheticalContributionsOfChrombpnetAreRead() {
        SequenceScores scores = SequenceScores.read(
                file(Map.of("raw", RAW, "shap", SHAP, "projected_shap", PROJECTED)), Optional.empty());
        assertThat(scores.bases().names()).containsExactly("0", "1");
        assertThat(scores.bases().maps()).containsExactly(new float[] {1, 5, 0}, new float[] {-10, -11, -9});
        assertThat(scores.codes()).containsExactly(new byte[] {0, 1, 4}, new byte[] {3, 3, 2});
        assertThat(scores.letters().orElseThrow().at(1, 2, 0)).isEqualTo(-3);
    }

    @Test
    void contributionsAloneAreRead() {
        String file = file(Map.of("raw", RAW, "projected_shap", PROJECTED));
        SequenceScores scores = SequenceScores.read(file, Optional.empty());
        assertThat(scores.bases().maps()).containsExactly(new float[] {1, 5, 0}, new float[] {-10, -11, -9});
        assertThat(scores.letters()).isEmpty();
        assertThat(BaseScores.read(file, Optional.empty()).maps())
                .containsExactlyElementsOf(scores.bases().maps());
    }

    @Test
    void otherHdf5FilesAreRejectedWithWhatTheyHold() {
        String file = file(Map.of("sequences", RAW));
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> BaseScores.read(file, Optional.empty()))
                .withMessageContaining("scores.h5")
                .withMessageContaining("shap/seq")
                .withMessageContaining("found sequences");
    }

    @Test
    void arraysThatDoNotFitAreRejected() {
        String file = file(Map.of("raw", new byte[][][] {RAW[0]}, "shap", SHAP));
        assertThatExceptionOfType(UserException.class)
                .isThrownBy(() -> SequenceScores.read(file, Optional.empty()))
                .withMessageContaining("do not fit");
    }
}
