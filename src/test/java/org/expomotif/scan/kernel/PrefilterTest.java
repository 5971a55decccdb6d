package org.expomotif.scan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The prefilters against their definition, the sum of bytes saturated at 127. */
@Tag("vectors")
class PrefilterTest {
    static Prefilter[] filters() {
        return new Prefilter[] {new TripletPrefilter512(), new PairPrefilter128()};
    }

    @ParameterizedTest
    @MethodSource("filters")
    void findsTheWindowsWhoseBytesSumToTheLimit(Prefilter filter) {
        Random random = new Random(3);
        int size = 1 << 2 * filter.bases();
        for (int windows : new int[] {1, 63, 64, 100, 256, 257, 1000}) {
            int groups = 1 + random.nextInt(5);
            byte[] codes = new byte[windows + SliceCodes.BLOCK + groups * filter.bases()];
            byte[][] tables = new byte[2][groups * size];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (byte) random.nextInt(size);
            }
            for (byte[] table : tables) {
                for (int i = 0; i < table.length; i++) {
                    table[i] = (byte) random.nextInt(2 * Prefilter.EXCLUDED / groups);
                    table[i] = table[i] < 0 ? Prefilter.EXCLUDED : table[i];
                }
            }
            int[] expected = IntStream.range(0, windows)
                    .map(start -> 4 * start
                            + (passes(filter, codes, tables[1], groups, start) ? 2 : 0)
                            + (passes(filter, codes, tables[0], groups, start) ? 1 : 0))
                    .filter(found -> (found & 3) != 0)
                    .toArray();
            int[] found = new int[windows];
            int count = filter.find(codes, new PrefilterTables(groups, tables[0], tables[1]), windows, found);
            assertThat(Arrays.copyOf(found, count)).isEqualTo(expected);
            assertThat(count).isGreaterThan(windows > 99 ? 0 : -1);
            byte[] all = new byte[groups * size];
            assertThat(filter.find(codes, new PrefilterTables(groups, all, all), windows, found))
                    .isEqualTo(windows);
        }
    }

    private static boolean passes(Prefilter filter, byte[] codes, byte[] table, int groups, int start) {
        int sum = 0;
        for (int group = 0; group < groups; group++) {
            int code = codes[start + group * filter.bases()];
            sum = Math.min(Prefilter.EXCLUDED, sum + table[(group << 2 * filter.bases()) + code]);
        }
        return sum <= Prefilter.LIMIT;
    }
}
