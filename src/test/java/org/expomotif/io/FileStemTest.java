package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileStemTest {
    @ParameterizedTest
    @CsvSource({
        "scores.tsv, scores",
        "scores.tsv.gz, scores",
        "scores.TSV.BGZ, scores",
        "scores.gz, scores",
        "v1.2/scores, v1.2/scores",
        "a.b.bw, a.b",
        "scores.v2, scores.v2",
        ".tsv, ''"
    })
    void theStemHasNoSuffix(String path, String stem) {
        assertThat(FileSuffix.stem(path)).isEqualTo(stem);
    }

    @Test
    void theEndOfANameCountsCompression() {
        List<String> bigWig = List.of(".bw", ".bigwig");
        assertThat(FileSuffix.endsIn("track.BigWig", bigWig)).isTrue();
        assertThat(FileSuffix.endsIn("track.bw.gz", bigWig)).isFalse();
        assertThat(FileSuffix.isOneOf("track.bw.gz", bigWig)).isTrue();
    }
}
