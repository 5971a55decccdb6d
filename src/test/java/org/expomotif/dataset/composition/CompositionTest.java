package org.expomotif.dataset.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CompositionTest {
    private static int point(String letters) {
        byte[] bytes = letters.getBytes(StandardCharsets.US_ASCII);
        return Composition.point(Composition.count(bytes, 0, bytes.length), bytes.length);
    }

    @Test
    void fractionsAreAmongTheKnownBases() {
        // 3 of 8 known bases are G or C, 2 are soft-masked; n is unknown, and neither of them.
        int point = point("GCgaAATTNn");
        assertThat(Composition.gc(point)).isEqualTo(75); // 3/8 of 200
        assertThat(Composition.repeats(point)).isEqualTo(50); // 2/8 of 200
        assertThat(Composition.gc(point("GGGG"))).isEqualTo(200);
        assertThat(Composition.repeats(point("acgt"))).isEqualTo(200);
        assertThat(point("NNNN")).isZero();
    }

    @Test
    void fractionsAreRoundedHalfUp() {
        // 1/3 of 200 is 66.7, 1/6 is 33.3.
        assertThat(Composition.gc(point("GAA"))).isEqualTo(67);
        assertThat(Composition.gc(point("GAAAAA"))).isEqualTo(33);
    }

    @Test
    void countsOfPiecesAddUp() {
        byte[] letters = "acgtNNNGGCCRYu".getBytes(StandardCharsets.US_ASCII);
        long whole = Composition.count(letters, 0, letters.length);
        for (int cut = 0; cut <= letters.length; cut++) {
            assertThat(Composition.count(letters, 0, cut) + Composition.count(letters, cut, letters.length))
                    .isEqualTo(whole);
        }
        assertThat(Composition.unknown(whole)).isEqualTo(5);
    }
}
