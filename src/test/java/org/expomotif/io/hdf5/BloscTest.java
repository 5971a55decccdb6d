package org.expomotif.io.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Frames that are made by hand. */
class BloscTest {
    private static final int BLOSC_LZ = 0;
    private static final int LZ4 = 1 << 5;

    /** A frame of one block in one stream. */
    private static byte[] frame(int flags, int size, int... stream) {
        ByteBuffer frame = ByteBuffer.allocate(24 + stream.length).order(ByteOrder.LITTLE_ENDIAN);
        frame.put(new byte[] {2, 1, (byte) (flags | 16), 1})
                .putInt(size)
                .putInt(size)
                .putInt(24 + stream.length);
        frame.putInt(20).putInt(stream.length);
        Arrays.stream(stream).forEach(value -> frame.put((byte) value));
        return frame.array();
    }

    @Test
    void literalsAndCopiesOfBloscLz() {
        // Literals 1, 2, 3; five bytes from three before; two literals 8, 9; 265 bytes from one before.
        byte[] frame = frame(BLOSC_LZ, 275, 2, 1, 2, 3, 3 << 5, 2, 1, 8, 9, 7 << 5, 255, 1, 0);
        byte[] expected = new byte[275];
        System.arraycopy(new byte[] {1, 2, 3, 1, 2, 3, 1, 2, 8, 9}, 0, expected, 0, 10);
        Arrays.fill(expected, 10, 275, (byte) 9);
        assertThat(Blosc.decompress(frame, 275)).hasValue(expected);
    }

    @Test
    void literalsAndCopiesOfLz4() {
        // Two literals and 19 bytes from two before; one literal at the end.
        byte[] frame = frame(LZ4, 22, 2 << 4 | 15, 5, 6, 2, 0, 0, 1 << 4, 7);
        byte[] expected = new byte[22];
        for (int i = 0; i < 21; i++) {
            expected[i] = (byte) (5 + i % 2);
        }
        expected[21] = 7;
        assertThat(Blosc.decompress(frame, 22)).hasValue(expected);
    }

    @Test
    void whatDoesNotFitTheFrameIsDamaged() {
        assertThat(Blosc.decompress(frame(BLOSC_LZ, 5, 2, 1, 2, 3), 5)).isEmpty();
        assertThat(Blosc.decompress(frame(BLOSC_LZ, 6, 0, 1, 1 << 5, 1), 6)).isEmpty();
        assertThat(Blosc.decompress(frame(BLOSC_LZ, 2, 2, 1, 2, 3), 2)).isEmpty();
        assertThat(Blosc.decompress(frame(LZ4, 9, 1 << 4, 5, 2, 0), 9)).isEmpty();
        assertThat(Blosc.decompress(frame(LZ4, 1, 15 << 4, 255), 1)).isEmpty();
        assertThat(Blosc.decompress(new byte[15], 0)).isEmpty();
        assertThat(Blosc.decompress(frame(BLOSC_LZ, 3, 2, 1, 2, 3), 4)).isEmpty();
    }

    @Test
    void anyBytesAreAResultOrDamaged() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] frame =
                    frame(random.nextInt(256), 300, random.ints(40, 0, 256).toArray());
            frame[3] = (byte) random.nextInt(1, 20);
            frame[random.nextInt(8, 12)] = (byte) random.nextInt(256);
            Blosc.decompress(frame, 300).ifPresent(bytes -> assertThat(bytes).hasSize(300));
        }
    }
}
