package org.expomotif.scan.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However sequences are divided, every window of every width occurs once, in order, and none spans two pieces. */
class SliceBuilderTest {
    @Test
    void everyWindowOnceAndInOrder() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            int maximum = 1 + random.nextInt(9);
            int width = 1 + random.nextInt(maximum);
            List<String> found = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            SliceBuilder slices = new SliceBuilder(
                    8 + random.nextInt(40),
                    maximum,
                    name -> name.getBytes(StandardCharsets.US_ASCII),
                    slice -> found.addAll(windows(slice, width)));
            for (int s = 0; s < 6; s++) {
                byte[] letters =
                        "ACGT".repeat(50).substring(0, random.nextInt(150)).getBytes(StandardCharsets.US_ASCII);
                int from = letters.length == 0 ? 0 : random.nextInt(letters.length);
                String name = Character.toString('a' + s);
                slices.begin(name, from, "");
                int middle = from + random.nextInt(letters.length - from + 1);
                slices.add(letters, from, middle);
                slices.add(letters, middle, letters.length);
                for (int start = from; start + width <= letters.length; start++) {
                    expected.add(name + ":" + start);
                }
            }
            slices.finish();
            assertThat(found).isEqualTo(expected);
        }
    }

    /** Otherwise listeners would see the end of a sequence twice. */
    @Test
    void slicesGoFromSequenceToSequenceAndNeverBack() {
        Random random = new Random(6);
        for (int round = 0; round < 300; round++) {
            List<Long> visited = new ArrayList<>();
            SliceBuilder slices =
                    new SliceBuilder(4 + random.nextInt(20), 1 + random.nextInt(9), name -> new byte[0], slice -> {
                        for (Slice.Piece piece : slice.pieces()) {
                            visited.add(piece.source().number());
                        }
                    });
            for (int s = 0; s < 20; s++) {
                slices.begin("", 1, "");
                slices.add(new byte[30], 0, random.nextInt(4) * random.nextInt(10));
            }
            slices.finish();
            assertThat(visited).isSorted().startsWith(0L).endsWith(19L);
            assertThat(visited.stream().distinct()).hasSize(20);
        }
    }

    @Test
    void sequencesWithoutLettersAreInASliceToo() {
        List<Slice> found = new ArrayList<>();
        SliceBuilder slices = new SliceBuilder(8, 3, name -> new byte[0], found::add);
        slices.finish();
        assertThat(found).isEmpty();
        slices.begin("a", 1, "a");
        slices.begin("b", 1, "b");
        slices.finish();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().windows()).isZero();
        assertThat(found.getFirst().pieces())
                .extracting(piece -> piece.source().sequence())
                .containsExactly("a", "b");
    }

    private static List<String> windows(Slice slice, int width) {
        List<String> windows = new ArrayList<>();
        int piece = 0;
        for (int start = 0; start < slice.windows() && start + width <= slice.length(); start++) {
            String window = new String(slice.letters(), start, width, StandardCharsets.US_ASCII);
            if (window.indexOf(Slice.SEPARATOR) < 0) {
                piece = slice.pieceAt(start, piece);
                Slice.Piece at = slice.piece(piece);
                windows.add((char) at.name()[0] + ":" + at.position(start));
            }
        }
        return windows;
    }
}
