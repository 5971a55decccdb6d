package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileSuffixTest {
    @Test
    void compressionIsInTheSuffix() {
        for (String name : List.of("a.gz", "a.bgz", "a.tsv.GZ", ".gz")) {
            assertThat(FileSuffix.isCompressed(name)).as(name).isTrue();
        }
        for (String name : List.of("a.tsv", "gz", "a.gz.tsv", "")) {
            assertThat(FileSuffix.isCompressed(name)).as(name).isFalse();
        }
    }

    @Test
    void theNameWithoutCompression() {
        assertThat(FileSuffix.withoutCompression("a.b.tsv.gz")).isEqualTo("a.b.tsv");
        assertThat(FileSuffix.withoutCompression("a.BGZ")).isEqualTo("a");
        assertThat(FileSuffix.withoutCompression("a.tsv")).isEqualTo("a.tsv");
    }

    @Test
    void theSuffixIsThatBeforeTheCompression() {
        List<String> suffixes = List.of(".bed", ".gff3");
        assertThat(FileSuffix.isOneOf("a.bed", suffixes)).isTrue();
        assertThat(FileSuffix.isOneOf("a.GFF3.gz", suffixes)).isTrue();
        assertThat(FileSuffix.isOneOf("a.tsv", suffixes)).isFalse();
        assertThat(FileSuffix.isOneOf("a.bed.zip", suffixes)).isFalse();
    }
}
