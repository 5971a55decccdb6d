package org.expomotif.motif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of identifiers that several motifs of a file share. */
class MotifSetTest {
    private final List<String> warnings = new ArrayList<>();

    private static MotifSet of(String... ids) {
        return new MotifSet(
                Arrays.stream(ids)
                        .map(id -> Motif.of(id, new double[][] {{1, 0, 0, 0}}))
                        .toList(),
                Optional.of(Background.UNIFORM));
    }

    @Test
    void distinctIdentifiersAreKept() {
        MotifSet set = of("m", "m-2", "n");
        assertThat(set.withDistinctIds("x", warnings::add)).isEqualTo(set);
        assertThat(set.firstOfEachId("x", warnings::add)).isEqualTo(set);
        assertThat(warnings).isEmpty();
    }

    @Test
    void aCopyGetsTheNextNumberThatNoOtherMotifHas() {
        MotifSet set = of("m", "m-2", "m", "m").withDistinctIds("x", warnings::add);
        assertThat(set.motifs()).extracting(Motif::id).containsExactly("m", "m-2", "m-3", "m-4");
        assertThat(set.background()).contains(Background.UNIFORM);
        assertThat(warnings)
                .containsExactly("x: the motif identifier m occurs more than once; each further motif is used under a"
                        + " name of its own (m-3)");
    }

    @Test
    void aWarningNamesThreeOfTheIdentifiers() {
        of("a", "a", "b", "b", "c", "c").firstOfEachId("x", warnings::add);
        of("a", "a", "b", "b", "c", "c", "d", "d", "d").firstOfEachId("x", warnings::add);
        assertThat(warnings)
                .containsExactly(
                        "x: 3 motif identifiers occur more than once (a, b, c); the first is used and 3 left out, as"
                                + " Tomtom does",
                        "x: 4 motif identifiers occur more than once (a, b, c, ...); the first is used and 5 left out,"
                                + " as Tomtom does");
    }

    @Test
    void theAlphabetIsThatOfTheMotifsAndDnaForNoMotifs() {
        Motif rna = Motif.of("m", new double[][] {{1, 0, 0, 0}}).withAlphabet(Alphabet.RNA);
        assertThat(new MotifSet(List.of(rna), Optional.empty()).alphabet()).isEqualTo(Alphabet.RNA);
        assertThat(of().alphabet()).isEqualTo(Alphabet.DNA);
        assertThat(Alphabet.RNA.hasTwoStrands()).isFalse();
        assertThat(Alphabet.DNA.hasTwoStrands()).isTrue();
    }
}
