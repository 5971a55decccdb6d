package org.expomotif.dataset.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.expomotif.dna.Nucleotide;
import org.junit.jupiter.api.Test;

class SharedKmersTest {
    private static String random(int seed, int length) {
        StringBuilder text = new StringBuilder();
        new Random(seed).ints(length, 0, 4).forEach(base -> text.append("ACGT".charAt(base)));
        return text.toString();
    }

    private static byte[] bytes(String letters) {
        return letters.getBytes(StandardCharsets.US_ASCII);
    }

    private static String reverse(String letters) {
        StringBuilder text = new StringBuilder();
        for (byte code : Nucleotide.reverseComplement(Nucleotide.codes(bytes(letters)))) {
            text.append((char) Nucleotide.letter(code));
        }
        return text.toString();
    }

    private static List<SharedKmers.Leak> find(byte[] groups, long sampling, double minimum, String... sequences) {
        SharedKmers kmers = new SharedKmers(groups, sampling);
        for (int i = 0; i < sequences.length; i++) {
            kmers.add(i, bytes(sequences[i]));
        }
        return kmers.find(i -> bytes(sequences[i]), minimum);
    }

    @Test
    void sharesAreThoseOfDistinctKmers() {
        String a = random(1, 100);
        String b = a.substring(30) + random(2, 30);
        // 70 bases in common: 40 of 70 31-mers.
        assertThat(find(new byte[] {0, 1}, 1, 0.5, a, b)).containsExactly(new SharedKmers.Leak(1, 0, 40 / 70.0));
        assertThat(find(new byte[] {0, 1}, 1, 0.6, a, b)).isEmpty();
        assertThat(find(new byte[] {0, 1}, 1, 0.5, a, b.toLowerCase(java.util.Locale.ROOT)))
                .hasSize(1);
    }

    @Test
    void theReverseComplementIsTheSameSequence() {
        String a = random(1, 80);
        assertThat(find(new byte[] {0, 2}, 1, 0.5, a, reverse(a))).containsExactly(new SharedKmers.Leak(1, 0, 1));
    }

    @Test
    void onlyEarlierGroupsCountAndTheBestIsNamed() {
        String a = random(1, 80);
        String near = a.substring(0, 75) + "AAAAA";
        // The first sequence is of the last group, the others of the first.
        assertThat(find(new byte[] {2, 0, 0}, 1, 0.5, a, near, a)).containsExactly(new SharedKmers.Leak(0, 2, 1));
        assertThat(find(new byte[] {0, 0, 0}, 1, 0.5, a, near, a)).isEmpty();
        assertThat(find(new byte[] {0, 1, 2}, 1, 0.5, random(5, 80), a, a))
                .containsExactly(new SharedKmers.Leak(2, 1, 1));
    }

    @Test
    void unknownBasesBelongToNoKmer() {
        String a = random(1, 31);
        String n = "N".repeat(31);
        assertThat(find(new byte[] {0, 1}, 1, 0.5, n + a, a + n)).containsExactly(new SharedKmers.Leak(1, 0, 1));
        assertThat(find(new byte[] {0, 1}, 1, 0.5, n, n)).isEmpty();
    }

    @Test
    void aSampleEstimatesTheShare() {
        String a = random(1, 10_000);
        String b = a.substring(3_000) + random(2, 3_000);
        List<SharedKmers.Leak> leaks = find(new byte[] {0, 1}, 8, 0.5, a, b);
        assertThat(leaks).hasSize(1);
        assertThat(leaks.getFirst().share()).isEqualTo(0.7, within(0.05)).isNotEqualTo(6970 / 9970.0);
    }

    @Test
    void manyCopiesAreFoundWithoutComparingAllPairs() {
        String a = random(1, 60);
        int copies = 5_000;
        byte[] groups = new byte[copies];
        String[] sequences = new String[copies];
        for (int i = 0; i < copies; i++) {
            groups[i] = (byte) (i % 2);
            sequences[i] = a;
        }
        assertThat(find(groups, 1, 0.5, sequences))
                .hasSize(copies / 2)
                .allSatisfy(leak -> assertThat(leak.other()).isZero());
    }
}
