package org.expomotif.io.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoBitFileTest {
    @TempDir
    private Path folder;

    /** A file of the sequences s0, s1, ... */
    private static byte[] twoBit(List<String> sequences, ByteOrder order) {
        List<String> names =
                IntStream.range(0, sequences.size()).mapToObj(s -> "s" + s).toList();
        return TwoBitBytes.of(names, sequences, order);
    }

    private static List<String> sequences() {
        Random random = new Random(6);
        List<String> sequences = new ArrayList<>(List.of("", "ACGTN", "nnnACgtNNN"));
        for (int s = 0; s < 4; s++) {
            StringBuilder letters = new StringBuilder();
            while (letters.length() < 400) {
                letters.append(
                        String.valueOf("ACGTacgtNn".charAt(random.nextInt(10))).repeat(1 + random.nextInt(4)));
            }
            sequences.add(letters.toString());
        }
        return sequences;
    }

    @Test
    void everyPartOfEverySequenceInEitherByteOrder() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            List<String> sequences = sequences();
            String path = Files.write(folder.resolve("g.2bit"), twoBit(sequences, order))
                    .toString();
            assertThat(SequenceFile.readAll(path).stream()
                            .map(DnaSequence::letters)
                            .map(TwoBitFileTest::text))
                    .isEqualTo(sequences);
            try (IndexedSequences parts =
                    IndexedSequences.open(path, Warnings.NONE).orElseThrow()) {
                assertThat(parts.names()).containsExactly("s0", "s1", "s2", "s3", "s4", "s5", "s6");
                String whole = sequences.get(4);
                assertThat(parts.length("s4")).isEqualTo(whole.length());
                for (int from = 0; from < 40; from++) {
                    for (int to = from; to <= whole.length(); to += 7) {
                        assertThat(text(parts.letters("s4", from, to))).isEqualTo(whole.substring(from, to));
                    }
                }
            }
        }
    }

    @Test
    void aFileThatEndsEarlyIsRejected() throws IOException {
        byte[] whole = twoBit(sequences(), ByteOrder.LITTLE_ENDIAN);
        for (int length : new int[] {4, 15, 30, 100, whole.length - 1}) {
            String path = Files.write(folder.resolve("g.2bit"), Arrays.copyOf(whole, length))
                    .toString();
            assertThatThrownBy(() -> SequenceFile.readAll(path))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("ends early");
        }
    }

    /** A changed number in a file of one sequence, nACgtN, and the expected error. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4|1|the version of the .2bit file cannot be read: expected version 0, found version 1; convert it",
                "8|-1|a number of sequences that fits the size of the file, found 4294967295",
                "8|9999|a number of sequences that fits the size of the file, found 9999",
                "18|3|s0: the .2bit file is damaged: expected an offset after the index, which ends at byte 23, found 3",
                "18|-5|ends early",
                "23|-7|sequence s0: the .2bit file is damaged: expected at most 2,147,483,647 bases, found 4294967289",
                "23|99|sequence s0: the .2bit file ends early",
                "27|-2|sequence s0: the .2bit file is damaged: expected a number of runs that fits the size of the file",
                "31|6|expected runs of bases one after the other, up to base 6, found a run of 1 from base 6",
                "31|5|expected runs of bases one after the other, up to base 6, found a run of 1 from base 5",
                "31|-1|found a run of 1 from base 4294967295",
                "39|-1|found a run of 4294967295 from base 0",
                "39|7|found a run of 7 from base 0"
            })
    void inconsistentNumbersAreRejected(int at, int value, String message) throws IOException {
        byte[] bytes = twoBit(List.of("nACgtN"), ByteOrder.LITTLE_ENDIAN);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at + (at == 18 ? 1 : 0), value);
        String path = Files.write(folder.resolve("g.2bit"), bytes).toString();
        assertThatThrownBy(() -> SequenceFile.readAll(path))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("g.2bit", message);
        assertThatThrownBy(() -> IndexedSequences.open(path, Warnings.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("g.2bit", message);
    }

    private static String text(byte[] letters) {
        return new String(letters, StandardCharsets.US_ASCII);
    }
}
