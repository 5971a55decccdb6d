package org.expomotif.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.expomotif.dna.DnaSequence;
import org.junit.jupiter.api.Test;

class ShuffledSequencesTest {
    private static final String BASES = "ACGTTGCAAGGCTTACNGATCCATTGAC";

    private static List<DnaSequence> shuffles(String name, int perSequence, long seed) {
        List<DnaSequence> shuffles = new ArrayList<>();
        new ShuffledSequences(perSequence, seed)
                .of(shuffles::add)
                .accept(new DnaSequence(name, "text", BASES.getBytes(StandardCharsets.US_ASCII)));
        return shuffles;
    }

    private static String letters(DnaSequence sequence) {
        return new String(sequence.letters(), StandardCharsets.US_ASCII);
    }

    private static Map<String, Integer> dinucleotides(String letters) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 1; i < letters.length(); i++) {
            counts.merge(letters.substring(i - 1, i + 1), 1, Integer::sum);
        }
        return counts;
    }

    @Test
    void keepDinucleotidesAndUnknownBases() {
        List<DnaSequence> shuffles = shuffles("s", 3, 1);
        assertThat(shuffles).extracting(DnaSequence::name).containsExactly("s_shuffle1", "s_shuffle2", "s_shuffle3");
        assertThat(shuffles)
                .extracting(ShuffledSequencesTest::letters)
                .doesNotHaveDuplicates()
                .allSatisfy(letters -> {
                    assertThat(letters).isNotEqualTo(BASES);
                    assertThat(letters.indexOf('N')).isEqualTo(BASES.indexOf('N'));
                    assertThat(dinucleotides(letters)).isEqualTo(dinucleotides(BASES));
                });
    }

    @Test
    void dependOnTheSeedAndTheName() {
        assertThat(letters(shuffles("s", 1, 1).getFirst()))
                .isEqualTo(letters(shuffles("s", 2, 1).getFirst()))
                .isNotEqualTo(letters(shuffles("s", 1, 2).getFirst()))
                .isNotEqualTo(letters(shuffles("t", 1, 1).getFirst()));
    }

    @Test
    void thereIsAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ShuffledSequences(0, 1));
    }
}
