package org.expomotif.scan.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitFormatTest {
    private static final Provenance PROVENANCE = Provenance.of(List.of("made", "command"));
    private static final String COLUMNS = "motif_id\tmotif_alt_id\tsequence_name\tstart\tstop\tstrand\tscore\tp-value"
            + "\tq-value\tmatched_sequence";

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "a.tsv, TSV",
        "a.txt.gz, TSV",
        "a.BED, BED",
        "a.bed.gz, BED",
        "a.gff, GFF3",
        "a.gff3.GZ, GFF3",
    })
    void theSuffixDecides(String name, HitFormat format) {
        assertThat(HitFormat.ofFileName(name)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.csv", "gz", "a.bed.zip", "bed"})
    void otherSuffixesDoNot(String name) {
        assertThat(HitFormat.ofFileName(name)).isEmpty();
    }

    @Test
    void aTableHasItsHeaderFirstAndTheProvenanceLast() {
        assertThat(text(HitFormat.TSV.head(() -> PROVENANCE, false))).isEqualTo(COLUMNS + "\n");
        assertThat(text(HitFormat.TSV.head(() -> PROVENANCE, true))).isEqualTo(COLUMNS + "\tregion\tsummit_distance\n");
        assertThat(text(HitFormat.TSV.foot(() -> PROVENANCE))).isEqualTo("# made\n# command\n");
    }

    @Test
    void otherFormatsHaveTheProvenanceFirst() {
        for (boolean regions : new boolean[] {false, true}) {
            assertThat(text(HitFormat.BED.head(() -> PROVENANCE, regions))).isEqualTo("# made\n# command\n");
            assertThat(text(HitFormat.GFF3.head(() -> PROVENANCE, regions)))
                    .isEqualTo("##gff-version 3\n# made\n# command\n");
        }
        assertThat(text(HitFormat.BED.foot(() -> PROVENANCE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TSV, 12.3456789, 1e-5, 12.3457",
        "BED, 12.3, 1e-5, 500",
        "BED, 12.3, 1e-11, 1000",
        "BED, 12.3, 0.9999, 0",
        "BED, 12.3, 0.95, 2",
        "GFF3, 12.3, 1e-5, 50",
        "GFF3, 12.3, 1e-200, 1e+03",
        "GFF3, 12.3, 0.5, 3.01"
    })
    void theScoreColumn(HitFormat format, double bits, double pValue, String score) {
        assertThat(format.score(bits, pValue)).isEqualTo(score);
    }

    @Test
    void theQValueColumn() {
        assertThat(text(HitFormat.TSV.noQValue())).isEmpty();
        assertThat(text(HitFormat.BED.noQValue())).isEqualTo(".");
        assertThat(text(HitFormat.GFF3.noQValue())).isEmpty();
        assertThat(text(HitFormat.TSV.qValue(0.012345))).isEqualTo("0.0123");
        assertThat(text(HitFormat.BED.qValue(0.012345))).isEqualTo("0.0123");
        assertThat(text(HitFormat.GFF3.qValue(0.012345))).isEqualTo("qvalue=0.0123;");
    }

    @Test
    void namesAreEscaped() {
        assertThat(text(HitFormat.TSV.name("a\tb\0c;%é"))).isEqualTo("a b c;%é");
        assertThat(text(HitFormat.GFF3.name("a b;=&,%>~!\177"))).isEqualTo("a%20b%3B%3D%26%2C%25%3E~!%7F");
        assertThat(text(HitFormat.GFF3.name("é"))).isEqualTo("%C3%A9");
    }

    @Test
    void theFirstColumnDoesNotBeginAComment() {
        assertThat(text(HitFormat.TSV.sequenceName("#a"))).isEqualTo("#a");
        assertThat(text(HitFormat.GFF3.sequenceName("#a#"))).isEqualTo("%23a#");
        assertThat(text(HitFormat.GFF3.sequenceName("a#"))).isEqualTo("a#");
        assertThat(text(HitFormat.BED.sequenceName("a#"))).isEqualTo("a#");
        assertThat(text(HitFormat.BED.motifId("#m"))).isEqualTo("#m");
        assertThat(text(HitFormat.TSV.motifId("m#"))).isEqualTo("m#");
        assertThatThrownBy(() -> HitFormat.BED.sequenceName("#a")).isInstanceOf(UserException.class);
        assertThatThrownBy(() -> HitFormat.TSV.motifId("#a")).isInstanceOf(UserException.class);
    }
}
