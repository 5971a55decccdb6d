package org.expomotif.scan.shard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.expomotif.scan.site.HitFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardHeaderTest {
    @Test
    void theLineIsReadBack() {
        ShardHeader plain = new ShardHeader(3, 0, HitFormat.TSV, 0.05, false);
        ShardHeader regions = new ShardHeader(1, 7, HitFormat.GFF3, 1, true);
        assertThat(new String(plain.line(), US_ASCII)).isEqualTo("#blocks 3 0 tsv 0.05\n");
        assertThat(new String(regions.line(), US_ASCII)).isEqualTo("#blocks 1 7 gff3 1.0 regions\n");
        assertThat(ShardHeader.parse("#blocks 3 0 tsv 0.05")).isEqualTo(plain);
        assertThat(ShardHeader.parse("#blocks 1 7 gff3 1.0 regions")).isEqualTo(regions);
        assertThat(ShardHeader.parse("#blocks 1 0 bed 0.0").maximumQValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "#blocks 3 0 tsv, expected four words after #blocks",
        "#blocks 3 0 tsv 1 2, expected four words after #blocks",
        "#blocks 3 0 csv 1, the format csv is unknown",
        "#blocks 0 0 tsv 1, expected numbers of at least 0 after #blocks",
        "#blocks 1 -1 tsv 1, expected numbers of at least 0 after #blocks",
        "#blocks 1 0 tsv -0.1, expected numbers of at least 0 after #blocks"
    })
    void otherLinesAreRefused(String line, String message) {
        assertThatThrownBy(() -> ShardHeader.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void blocksBeginWithTheirLengthAndTheFileEndsWithAMark() {
        assertThat(new String(ShardHeader.blockLine(12), US_ASCII)).isEqualTo("#block 12\n");
        assertThat(ShardHeader.blockLength("#block 12")).isEqualTo(12);
        assertThat(ShardHeader.blockLength("#block 0")).isZero();
        assertThatThrownBy(() -> ShardHeader.blockLength("#block -1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShardHeader.blockLength("#end")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new String(ShardHeader.endLine(), US_ASCII)).isEqualTo("#end\n");
        assertThat(ShardHeader.isEnd("#end")).isTrue();
        assertThat(ShardHeader.isEnd("#ends")).isFalse();
    }
}
