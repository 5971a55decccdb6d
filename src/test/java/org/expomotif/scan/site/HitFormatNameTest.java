package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitFormatNameTest {
    @ParameterizedTest
    @CsvSource({
        "hits.tsv, TSV",
        "hits.txt.gz, TSV",
        "hits.BED, BED",
        "hits.bed.gz, BED",
        "hits.bed.bgz, BED",
        "hits.gff.GZ, GFF3",
        "hits.gff3, GFF3",
        "hits.gz,",
        "bed,"
    })
    void theFormatFollowsFromTheSuffix(String name, HitFormat format) {
        assertThat(HitFormat.ofFileName(name)).isEqualTo(Optional.ofNullable(format));
    }
}
