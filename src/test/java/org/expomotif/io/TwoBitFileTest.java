package org.expomotif.io;

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
import java.util.function.IntPredicate;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoBitFileTest {
    @TempDir
    private Path folder;

    /** A file of the sequences s0, s1, ... */
    private static byte[] twoBit(List<String> sequences, ByteOrder order) {
        ByteBuffer file = ByteBuffer.allocate(1 << 20).order(order);
        file.putInt(0x1A412743).putInt(0).putInt(sequences.size()).putInt(0);
        int at = 16 + 7 * sequences.size();
        for (int s = 0; s < sequences.size(); s++) {
            file.put((byte) 2).put((byte) 's').put((byte) ('0' + s)).putInt(at);
            file.mark();
            file.position(at);
            String letters = sequences.get(s);
            file.putInt(letters.length());
            runs(file, letters.length(), i -> letters.charAt(i) == 'N' || letters.charAt(i) == 'n');
            runs(file, letters.length(), i -> Character.isLowerCase(letters.charAt(i)));
            file.putInt(0);
            for (int i = 0; i < letters.length(); i += 4) {
                int packed = 0;
                for (int j = i; j < i + 4; j++) {
                    int code = j < letters.length() ? "TCAG".indexOf(Character.toUpperCase(letters.charAt(j))) : 0;
                    packed = packed << 2 | Math.max(0, code);
                }
                file.put((byte) packed);
            }
            at = file.position();
            file.reset();
        }
        return Arrays.copyOf(file.array(), at);
    }

    private static void runs(ByteBuffer file, int length, IntPredicate inside) {
        List<int[]> runs = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (inside.test(i) && (i == 0 || !inside.test(i - 1))) {
                runs.add(new int[] {i, 1});
            } else if (inside.test(i)) {
                runs.getLast()[1]++;
            }
        }
        file.putInt(runs.size());
        runs.forEach(run -> file.putInt(run[0]));
        runs.forEach(run -> file.putInt(run[1]));
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
    void everyPartOfEverySequenceInEitherOrderOfBytes() throws IOException {
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
    void aFileThatEndsEarlyIsRefused() throws IOException {
        byte[] whole = twoBit(sequences(), ByteOrder.LITTLE_ENDIAN);
        for (int length : new int[] {4, 15, 30, 100, whole.length - 1}) {
            String path = Files.write(folder.resolve("g.2bit"), Arrays.copyOf(whole, length))
                    .toString();
            assertThatThrownBy(() -> SequenceFile.readAll(path))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("ends early");
        }
    }

    private static String text(byte[] letters) {
        return new String(letters, StandardCharsets.US_ASCII);
    }
}
