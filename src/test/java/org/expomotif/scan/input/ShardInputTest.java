package org.expomotif.scan.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.expomotif.io.shard.Shard;
import org.junit.jupiter.api.Test;

/** However a scan is divided, the windows of its shards, one after the other, are those of the whole scan. */
class ShardInputTest {
    private static final int WIDEST = 5;

    private static SliceBuilder slices(int width, List<String> found) {
        return new SliceBuilder(
                11, WIDEST, name -> name.getBytes(StandardCharsets.US_ASCII), slice -> windows(slice, width, found));
    }

    private static void windows(Slice slice, int width, List<String> found) {
        int piece = 0;
        for (int start = 0; start < slice.windows() && start + width <= slice.length(); start++) {
            String window = new String(slice.letters(), start, width, StandardCharsets.US_ASCII);
            if (window.indexOf(Slice.SEPARATOR) < 0) {
                piece = slice.pieceAt(start, piece);
                Slice.Piece at = slice.piece(piece);
                found.add(at.source().label() + ":" + at.position(start) + ":" + window);
            }
        }
    }

    /** Adds sequences of these lengths in pieces. */
    private static void feed(ScanInput input, int[] lengths, Random random) {
        for (int s = 0; s < lengths.length; s++) {
            byte[] letters = "ACGTTGCAAC".repeat(4).substring(0, lengths[s]).getBytes(StandardCharsets.US_ASCII);
            input.begin("n" + s, 100, "l" + s);
            for (int from = 0; from < letters.length; ) {
                int to = Math.min(letters.length, from + 1 + random.nextInt(9));
                input.add(letters, from, to);
                from = to;
            }
        }
        input.finish();
    }

    @Test
    void theWindowsOfAllShardsAreThoseOfTheScan() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            int[] lengths = random.ints(1 + random.nextInt(4), 0, 30).toArray();
            long bases = 0;
            for (int length : lengths) {
                bases += length;
            }
            int width = 1 + random.nextInt(WIDEST);
            List<String> expected = new ArrayList<>();
            feed(slices(width, expected), lengths, random);
            int count = 1 + random.nextInt(6);
            List<String> found = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                Shard shard = new Shard(number, count);
                ScanShard part = new ScanShard(shard.from(bases), shard.to(bases));
                feed(new ShardInput(part, WIDEST, slices(width, found)), lengths, random);
            }
            assertThat(found).isEqualTo(expected);
        }
    }
}
