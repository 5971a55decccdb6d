package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgzipOutputTest {
    private static final int BLOCK = 65_498;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 8 * BLOCK, 8 * BLOCK + 1, 40 * BLOCK, 3_000_001})
    void theBytesAreThoseOfOneThread(int size) throws IOException {
        byte[] bytes = text(size);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        try (OutputStream out = new BlockCompressedOutputStream(expected, (File) null)) {
            out.write(bytes);
        }
        assertThat(compressed(bytes, Runnable::run, 0)).isEqualTo(expected.toByteArray());
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            assertThat(compressed(bytes, threads, 4)).isEqualTo(expected.toByteArray());
        }
    }

    @Test
    void aFullDiskIsToldToTheWriter() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("no space left on device");
            }
        };
        assertThatThrownBy(() -> new BgzipOutput(full, Runnable::run, 0, Optional.empty()).write(text(9 * BLOCK)))
                .isInstanceOf(IOException.class)
                .hasMessage("no space left on device");
    }

    /** Writes bytes in pieces of unlike lengths, some larger than what one thread compresses at a time. */
    private static byte[] compressed(byte[] bytes, Executor threads, int ahead) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Random random = new Random(1);
        try (OutputStream out = new BgzipOutput(target, threads, ahead, Optional.empty())) {
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 50 : 1_000_000));
                out.write(bytes, at, count);
                at += count;
                out.flush();
            }
        }
        return target.toByteArray();
    }

    private static byte[] text(int size) {
        Random random = new Random(2);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) "ACGT\t0123456789\n".charAt(random.nextInt(16));
        }
        return bytes;
    }
}
