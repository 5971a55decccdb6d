package org.expomotif.dna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ShufflesTest {
    private static byte[] codes(String letters) {
        return Nucleotide.codes(letters.getBytes(StandardCharsets.US_ASCII));
    }

    private static String letters(byte[] codes) {
        StringBuilder letters = new StringBuilder();
        for (byte code : codes) {
            letters.append((char) Nucleotide.letter(code));
        }
        return letters.toString();
    }

    private static Map<String, Integer> words(String letters, int width) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i + width <= letters.length(); i++) {
            counts.merge(letters.substring(i, i + width), 1, Integer::sum);
        }
        return counts;
    }

    /** Every arrangement of the letters. */
    private static Set<String> permutations(String letters) {
        if (letters.isEmpty()) {
            return Set.of("");
        }
        Set<String> all = new TreeSet<>();
        for (int i = 0; i < letters.length(); i++) {
            char first = letters.charAt(i);
            if (letters.indexOf(first) < i) {
                continue;
            }
            for (String rest : permutations(letters.substring(0, i) + letters.substring(i + 1))) {
                all.add(first + rest);
            }
        }
        return all;
    }

    /** Draws 1,000 times the number of possible outcomes and checks that each occurs about 1,000 times. */
    private static void assertUniform(List<String> possible, UnaryOperator<byte[]> shuffle, String start) {
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < 1_000 * possible.size(); i++) {
            seen.merge(letters(shuffle.apply(codes(start))), 1, Integer::sum);
        }
        assertThat(seen).containsOnlyKeys(possible);
        double chiSquare = 0;
        for (int count : seen.values()) {
            chiSquare += (count - 1_000.0) * (count - 1_000.0) / 1_000;
        }
        double freedom = possible.size() - 1.0;
        assertThat(chiSquare).isLessThan(freedom + 4 * Math.sqrt(2 * freedom));
    }

    @Test
    void everyOrderOfBasesIsEquallyLikely() {
        SplittableRandom random = new SplittableRandom(1);
        assertUniform(new ArrayList<>(permutations("AACGT")), codes -> Shuffles.bases(codes, random), "AACGT");
    }

    @Test
    void everySequenceOfTheSameDinucleotidesIsEquallyLikely() {
        SplittableRandom random = new SplittableRandom(2);
        String start = "ACGAGCATGC";
        List<String> possible = permutations(start).stream()
                .filter(letters -> words(letters, 2).equals(words(start, 2)))
                .filter(letters -> letters.startsWith("A") && letters.endsWith("C"))
                .toList();
        assertThat(possible).hasSizeGreaterThan(10);
        assertUniform(possible, codes -> Shuffles.dinucleotides(codes, random), start);
    }

    @Test
    void dinucleotidesOfACircularWalkKeepTheirCounts() {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder start = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            start.append("AACCCGT".charAt(random.nextInt(7)));
        }
        start.append(start.charAt(0));
        for (int i = 0; i < 50; i++) {
            String shuffled = letters(Shuffles.dinucleotides(codes(start.toString()), random));
            assertThat(shuffled).isNotEqualTo(start.toString());
            assertThat(words(shuffled, 2)).isEqualTo(words(start.toString(), 2));
        }
    }

    @Test
    void unknownBasesKeepTheirPositionsAndRunsDoNotMix() {
        SplittableRandom random = new SplittableRandom(4);
        String start = "NACGTACGATTNNGGCAGCGAGCTTNA";
        for (int i = 0; i < 100; i++) {
            String bases = letters(Shuffles.bases(codes(start), random));
            assertThat(words(bases, 1)).isEqualTo(words(start, 1));
            String pairs = letters(Shuffles.dinucleotides(codes(start), random));
            assertThat(words(pairs, 2)).isEqualTo(words(start, 2));
            for (int j = 0; j < start.length(); j++) {
                assertThat(bases.charAt(j) == 'N').isEqualTo(start.charAt(j) == 'N');
                assertThat(pairs.charAt(j) == 'N').isEqualTo(start.charAt(j) == 'N');
            }
            assertThat(words(pairs.substring(13, 25), 1)).isEqualTo(words(start.substring(13, 25), 1));
        }
    }

    @Test
    void shortAndUniformSequencesAreUnchanged() {
        SplittableRandom random = new SplittableRandom(5);
        for (String start : List.of("", "A", "AC", "ACG", "AAAAAA", "NNN")) {
            assertThat(letters(Shuffles.dinucleotides(codes(start), random))).isEqualTo(start);
        }
    }
}
