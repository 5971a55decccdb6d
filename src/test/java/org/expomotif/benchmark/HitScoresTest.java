package org.expomotif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.run.UserException;
import org.expomotif.testing.Dna;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitScoresTest {
    private static final String HEADER =
            "motif_id\tmotif_alt_id\tsequence_name\tstart\tstop\tstrand\tscore\tp-value\tq-value\tmatched_sequence\n";

    @TempDir
    Path folder;

    @Test
    void theBestSiteAtEachCentre() throws IOException {
        HitScores scores = HitScores.read(table("1\t1\t+\t2", "3\t6\t+\t4.5", "4\t5\t-\t5.5"));
        double none = -Double.MAX_VALUE;
        assertThat(scores.of(Dna.sequence("s", "ACGTAC"))).containsExactly(2, none, none, none, 5.5, none);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "-112, 14", "-2147483648, 14", "5, 4"})
    void aSiteBeginsAtOneOrLaterAndNotAfterItsEnd(int start, int stop) throws IOException {
        String file = table(start + "\t" + stop + "\t+\t12.25");
        assertThatThrownBy(() -> HitScores.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the row is not a site")
                .hasMessageContaining("start " + start + ", stop " + stop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity"})
    void aScoreIsFinite(String score) throws IOException {
        String file = table("1\t4\t+\t" + score);
        assertThatThrownBy(() -> HitScores.read(file))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the score of the row is not finite");
        Path bed =
                Files.writeString(folder.resolve("sites.bed"), "s\t0\t4\tm\t500\t+\t" + score + "\t1e-5\t.\tACGT\t.\n");
        assertThatThrownBy(() -> HitScores.read(bed.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the score in bits is not a number");
    }

    private String table(String... sites) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (String site : sites) {
            text.append("m\t\ts\t").append(site).append("\t1e-5\t\tACGT\n");
        }
        return Files.writeString(folder.resolve("sites.tsv"), text).toString();
    }
}
