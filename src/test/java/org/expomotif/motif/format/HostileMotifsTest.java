package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Malicious motif files of every format: each gives a one-sentence error or a correct result. */
class HostileMotifsTest {
    private static final String NAN = "NaN";

    @TempDir
    private Path folder;

    /** A motif of a number of positions with these numbers at each, in every format of counts or probabilities. */
    private static Map<String, String> formats(int width, List<String> four) {
        String tabs = String.join("\t", four);
        String spaces = String.join(" ", four);
        UnaryOperator<String> numbered = line -> IntStream.rangeClosed(1, width)
                .mapToObj(i -> i + "\t" + line + "\n")
                .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
                .toString();
        StringBuilder letters = new StringBuilder(">m\tm\n");
        StringBuilder bare = new StringBuilder();
        StringBuilder uniprobe = new StringBuilder("m\n");
        for (int i = 0; i < 4; i++) {
            char letter = "ACGT".charAt(i);
            String numbers = (four.get(i) + " ").repeat(width);
            letters.append(letter).append(" [ ").append(numbers).append("]\n");
            bare.append(numbers).append('\n');
            uniprobe.append(letter)
                    .append(":\t")
                    .append(numbers.strip().replace(' ', '\t'))
                    .append('\n');
        }
        Map<String, String> files = new TreeMap<>();
        files.put("jaspar", letters.toString());
        files.put("four rows", bare.toString());
        files.put("uniprobe", uniprobe.toString());
        files.put("positions", ">m\n" + (tabs + "\n").repeat(width));
        files.put("homer", ">ACGT\tm\t5.0\n" + (tabs + "\n").repeat(width));
        files.put("cis-bp", "Pos\tA\tC\tG\tT\n" + numbered.apply(tabs));
        files.put("stamp", "DE m\n" + numbered.apply(spaces) + "XX\n");
        files.put("transfac", "AC m\nXX\nP0 A C G T\n" + numbered.apply(spaces) + "XX\n//\n");
        files.put(
                "universalmotif",
                "# universalmotif version 1.20.0\n#\nMOTIF1:\n    name: m\n    alphabet: DNA\n    type: PCM\n"
                        + "    motif:\n" + ("    - " + spaces + "\n").repeat(width));
        return files;
    }

    /** The formats of probabilities that must sum to 1. */
    private static Map<String, String> memeFormats(int width, List<String> four) {
        String xml = "<?xml version=\"1.0\"?><streme><model><alphabet name=\"DNA\"/></model><motifs>"
                + "<motif id=\"m\" width=\"" + width + "\" nsites=\"20\">"
                + String.format("<pos A=\"%s\" C=\"%s\" G=\"%s\" T=\"%s\"/>%n", four.toArray())
                        .repeat(width)
                + "</motif></motifs></streme>";
        String text = "MEME version 4\n\nMOTIF m\nletter-probability matrix: alength= 4 w= " + width + "\n"
                + (String.join(" ", four) + "\n").repeat(width);
        return Map.of("meme", text, "xml", xml);
    }

    static Stream<Arguments> wide() {
        Map<String, String> files = formats(1001, List.of("7", "1", "1", "1"));
        files.putAll(memeFormats(1001, List.of("0.7", "0.1", "0.1", "0.1")));
        return files.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wide")
    void aMotifOfMoreThanAThousandPositionsIsRejected(String format, String content) throws IOException {
        assertRejected(content, "the motif is too wide: expected at most 1,000 positions, found 1,001");
    }

    @Test
    void aThousandPositionsAreRead() throws IOException {
        for (String content : formats(1000, List.of("7", "1", "1", "1")).values()) {
            assertThat(read(content).motifs().getFirst().width()).isEqualTo(1000);
        }
    }

    static Stream<Arguments> hugeNumbers() {
        return Stream.of(List.of("1e308", "1e308", "1", "1"), List.of("1", "1", "1", "2e300"))
                .flatMap(four -> formats(6, four).entrySet().stream()
                        .map(file -> Arguments.of(file.getKey() + " " + four, file.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hugeNumbers")
    void countsWithAnInfiniteSumAreReportedAsTooLarge(String format, String content) throws IOException {
        assertRejected(content, "is too large");
    }

    static Stream<Arguments> oddNumbers() {
        return Stream.of(
                        List.of("1e300", "1e300", "1e300", "1e300"),
                        List.of("4.9e-324", "0", "0", "0"),
                        List.of("4.9e-324", "4.9e-324", "4.9e-324", "4.9e-324"),
                        List.of("-0", "1", "-0.0", "1"),
                        List.of("1e300", "1e-300", "0", "0"))
                .flatMap(four -> formats(6, four).entrySet().stream()
                        .map(file -> Arguments.of(file.getKey() + " " + four, file.getValue())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddNumbers")
    void oddNumbersGiveProbabilities(String format, String content) throws IOException {
        for (double[] row : read(content).motifs().getFirst().matrix()) {
            assertThat(row[0] + row[1] + row[2] + row[3]).isBetween(0.99, 1.01);
            assertThat(Arrays.stream(row).allMatch(p -> p >= 0 && p <= 1)).isTrue();
        }
    }

    @Test
    void aNumberOfSitesMayBeHugeButNotInfinite() throws IOException {
        String meme =
                "MEME version 4\n\nMOTIF m\nletter-probability matrix: alength= 4 w= 1 nsites= %s\n0.7 0.1 0.1 0.1\n";
        assertThat(read(String.format(meme, "9223372036854775808"))
                        .motifs()
                        .getFirst()
                        .sites())
                .isEqualTo(0x1p63);
        assertThat(read(String.format(meme, "1e300")).motifs().getFirst().sites())
                .isEqualTo(1e300);
        assertRejected(String.format(meme, "1e999"), "the matrix line has a wrong nsites");
        assertRejected(String.format(meme, NAN), "the matrix line has a wrong nsites");
        assertRejected(String.format(meme.replace("w= 1 ", "w= 1e300 "), "20"), "the number of rows differs");
    }

    private MotifSet read(String content) throws IOException {
        return MotifFile.read(Files.writeString(folder.resolve("m"), content).toString());
    }

    private void assertRejected(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(folder.resolve("m").toString())
                .hasMessageContaining(message);
    }
}
