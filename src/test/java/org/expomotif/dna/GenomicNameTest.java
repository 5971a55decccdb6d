package org.expomotif.dna;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers as programs write them, each of a sequence of 200 bases. */
class GenomicNameTest {
    private static final int LENGTH = 200;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chr1:100-300                      |             |chr1|100|false",
                "chr1:100-300(+)                   |             |chr1|100|false",
                "chr1:100-300(-)                   |             |chr1|100|true",
                "chr1:100-300(.)                   |             |chr1|100|false",
                "peak7::chr1:100-300(-)            |             |chr1|100|true",
                "a::b::chr1:100-300                |             |chr1|100|false",
                "chr1:0-200                        |             |chr1|0|false",
                "chr1:101-300                      |             |chr1|100|false",
                "chr1:101-300/rc                   |             |chr1|100|true",
                "chr1:101-300:-                    |             |chr1|100|true",
                "chr1:101-300:+                    |             |chr1|100|false",
                "chr1:101-300:*                    |             |chr1|100|false",
                "chr1:1-200                        |             |chr1|0|false",
                "chr1:1,000,001-1,000,200          |             |chr1|1000000|false",
                "HLA-A*01:01:01:01:101-300         |             |HLA-A*01:01:01:01|100|false",
                "chr1_KI270706v1_random:100-300(-) |             |chr1_KI270706v1_random|100|true",
                "hg38_chr1_100_300_+               |             |chr1|100|false",
                "hg38_chr1_100_300_-               |             |chr1|100|true",
                "hg38_chr1_KI270706v1_random_100_300_-|          |chr1_KI270706v1_random|100|true",
                "NC_000023.11:101-300              |Homo sapiens |NC_000023.11|100|false",
                "NC_000023.11:c300-101             |Homo sapiens |NC_000023.11|100|true",
                "hg38_dna|range=chr1:101-300 5'pad=0 3'pad=0 strand=+ repeatMasking=none|chr1|100|false",
                "hg38_dna|range=chr1:101-300 5'pad=0 3'pad=0 strand=- repeatMasking=none|chr1|100|true",
                "1       |dna:chromosome chromosome:GRCh38:1:101:300:1    |1|100|false",
                "1       |dna:chromosome chromosome:GRCh38:1:101:300:-1   |1|100|true",
                "KI270728.1|dna:scaffold scaffold:GRCh38:KI270728.1:1:200:1 REF|KI270728.1|0|false",
                "chr1:100-300|range=chr2:101-300 strand=-                |chr1|100|false",
                "chr9:5000000001-5000000200        |             |chr9|5000000000|false",
            })
    void theLengthDeterminesTheCoordinateConvention(
            String name, String description, String sequence, long start, boolean reverse) {
        assertThat(GenomicName.parse(name, description == null ? "" : description)
                        .flatMap(parsed -> parsed.place(LENGTH)))
                .contains(new GenomicPlace(sequence, start, reverse));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chr1:100-298",
                "chr1:100-301",
                "chr1:0-199",
                "chr1:300-100",
                "hg38_chr1_100_302_+",
                "chr1:100-200/rc"
            })
    void coordinatesThatDoNotFitTheLengthGiveNoPlace(String name) {
        GenomicName parsed = GenomicName.parse(name, "").orElseThrow();
        assertThat(parsed.place(LENGTH)).isEmpty();
        assertThat(parsed.place(0)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chr1",
                "name(-)",
                "name/rc",
                "a:b",
                ":1-200",
                "chr1:1-",
                "chr1:1-2x",
                "chr1:-5-10",
                "chr1:1e3-2e3",
                "chr1:1,00-2,00",
                "chr1:1234567890123456-2234567890123456",
                "chr1_100_300_+",
                "MA0001_1_2"
            })
    void otherNamesHaveNoCoordinates(String name) {
        assertThat(GenomicName.parse(name, "a strand=+ of chr1:1-200")).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Interval place = new Interval("chr1", 99, 299);
        assertThat(GenomicName.of(place)).isEqualTo("chr1:100-299");
        assertThat(GenomicName.of(place, true)).isEqualTo("chr1:99-299(-)");
        for (String name : new String[] {GenomicName.of(place), GenomicName.of(place, false)}) {
            assertThat(GenomicName.parse(name, "").flatMap(parsed -> parsed.place(200)))
                    .contains(new GenomicPlace("chr1", 99, false));
        }
    }
}
