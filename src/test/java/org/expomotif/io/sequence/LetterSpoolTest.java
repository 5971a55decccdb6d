package org.expomotif.io.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterSpoolTest {
    /** Letters in memory, in the file and in both, repeatedly. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1_000_000})
    void lettersAreReadBackFromMemoryAndFile(int memory) {
        Random random = new Random(memory);
        try (LetterSpool spool = new LetterSpool(memory)) {
            for (int length : new int[] {200, 0, 31, 64, 1}) {
                StringBuilder letters = new StringBuilder();
                StringBuilder reversed = new StringBuilder();
                for (int i = 0; i < length; i++) {
                    int base = random.nextInt(5);
                    letters.append("ACgTn".charAt(base));
                    reversed.insert(0, "TGcAn".charAt(base));
                }
                byte[] bytes = letters.toString().getBytes(StandardCharsets.US_ASCII);
                spool.clear();
                for (int from = 0; from < length; ) {
                    int to = Math.min(length, from + 1 + random.nextInt(20));
                    spool.add(bytes, from, to);
                    from = to;
                }
                assertThat(spool.length()).isEqualTo(length);
                assertThat(forward(spool, 0, length)).isEqualTo(letters.toString());
                int from = length / 3;
                assertThat(forward(spool, from, length - from)).isEqualTo(letters.substring(from, length - from));
                StringBuilder back = new StringBuilder();
                spool.reverseComplement((piece, start, end) -> back.append(text(piece, start, end)));
                assertThat(back).hasToString(reversed.toString());
            }
        }
    }

    private static String forward(LetterSpool spool, int from, int to) {
        StringBuilder text = new StringBuilder();
        spool.forward(from, to, (piece, start, end) -> text.append(text(piece, start, end)));
        return text.toString();
    }

    private static String text(byte[] letters, int from, int to) {
        return new String(letters, from, to - from, StandardCharsets.US_ASCII);
    }
}
