package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawInputTest {
    /** Returns a few bytes at a time. */
    private static final class Slow extends ByteArrayInputStream {
        private final int most;
        private boolean closed;

        Slow(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(most, length));
        }

        @Override
        public synchronized int available() {
            return 0;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static RawInput raw(InputStream in) {
        return new RawInput(in, "x", Optional.empty());
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (31 * i);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 27, 28, 29, 1000, 1 << 17})
    void everyByteIsReadHoweverFewComeAtATime(int most) throws IOException {
        byte[] bytes = bytes(200_000);
        RawInput raw = raw(new Slow(bytes, most));
        assertThat(raw.available()).isGreaterThanOrEqualTo(28);
        assertThat(raw.readAllBytes()).isEqualTo(bytes);
        assertThat(raw.available()).isZero();
        assertThat(raw.read()).isEqualTo(-1);
        assertThat(raw.read(new byte[5], 0, 5)).isEqualTo(-1);
        assertThat(raw.read(new byte[5], 0, 0)).isZero();
    }

    @Test
    void readsStopAtTheLengthThatIsAskedFor() {
        RawInput raw = raw(new Slow(bytes(100), 50));
        byte[] some = new byte[6];
        assertThat(raw.read(some, 1, 4)).isEqualTo(4);
        assertThat(some).containsExactly(0, 0, 31, 62, 93, 0);
        assertThat(raw.read()).isEqualTo(124);
    }

    @Test
    void theFirstBytesAreSeenBeforeTheyAreRead() {
        RawInput raw = raw(new Slow(new byte[] {31, (byte) 139, 8}, 1));
        assertThat(raw.startsWith(31, 139)).isTrue();
        assertThat(raw.startsWith(31, 139, 8)).isTrue();
        assertThat(raw.startsWith(31, 139, 8, 4)).isFalse();
        assertThat(raw.startsWith(31, 140)).isFalse();
        assertThat(raw.read()).isEqualTo(31);
        assertThat(raw.startsWith(139, 8)).isTrue();
        assertThat(raw.name()).isEqualTo("x");
    }

    @Test
    void bgzipIsRecognizedByItsExtraField() {
        byte[] block = {31, (byte) 139, 8, 4, 0, 0, 0, 0, 0, (byte) 255, 6, 0, 'B', 'C', 2, 0, 27, 0};
        assertThat(raw(new Slow(block, 9)).isBgzip()).isTrue();
        assertThat(raw(new Slow(Arrays.copyOf(block, 16), 9)).isBgzip()).isTrue();
        assertThat(raw(new Slow(Arrays.copyOf(block, 15), 9)).isBgzip()).isFalse();
        for (int at : new int[] {0, 3, 12, 13}) {
            byte[] other = block.clone();
            other[at]++;
            assertThat(raw(new Slow(other, 9)).isBgzip()).as("byte %d", at).isFalse();
        }
    }

    /** The end is compared after everything is read, whatever part of it a reader has taken. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 28, 1000, 1 << 17})
    void theEndOfABgzipFileIsChecked(int most) throws IOException {
        byte[] end = {
            31, (byte) 139, 8, 4, 0, 0, 0, 0, 0, (byte) 255, 6, 0, 66, 67, 2, 0, 27, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0
        };
        for (int length : new int[] {0, 1, 27, 28, 70_000, 140_000}) {
            byte[] whole = Arrays.copyOf(bytes(length), length + 28);
            System.arraycopy(end, 0, whole, length, 28);
            for (int taken : new int[] {0, length, length + 28}) {
                RawInput raw = raw(new Slow(whole, most));
                raw.expectBgzipEnd(true);
                assertThat(raw.readNBytes(taken)).hasSize(taken);
                raw.checkEnd();
            }
            for (int at : new int[] {length, length + 20, length + 27}) {
                byte[] other = whole.clone();
                other[at] ^= 1;
                RawInput damaged = raw(new Slow(other, most));
                damaged.checkEnd();
                damaged.expectBgzipEnd(true);
                assertThatThrownBy(damaged::checkEnd)
                        .isInstanceOf(UserException.class)
                        .hasMessage("x: the bgzip file ends early: its last block is missing; copy or download it"
                                + " again");
            }
        }
    }

    @Test
    void errorsSayWhatIsWrong() {
        RawInput raw = raw(new Slow(new byte[1], 1));
        assertThat(raw.unreadable(new EOFException()))
                .hasMessage("x: the gzip file ends early; copy or download it again");
        assertThat(raw.unreadable(new ZipException("bad")))
                .hasMessage("x: the gzip file is damaged (bad); copy or download it again");
        assertThat(raw.unreadable(new AccessDeniedException("x")))
                .hasMessage("x: the input cannot be read (permission denied)");
        assertThat(RawInput.reason(new FileSystemException("x", "y", "no space")))
                .isEqualTo("no space");
        assertThat(RawInput.reason(new FileSystemException("x"))).isEqualTo("x");
        assertThat(RawInput.reason(new IOException("why"))).isEqualTo("why");
        assertThat(RawInput.reason(new EOFException())).isEqualTo("EOFException");
    }

    @Test
    void aReadThatFailsNamesTheInput() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the cable is out");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> raw(failing))
                .isInstanceOf(UserException.class)
                .hasMessage("x: the input cannot be read (the cable is out)");
    }

    @Test
    void closingClosesTheInput() throws IOException {
        Slow in = new Slow(new byte[1], 1);
        raw(in).close();
        assertThat(in.closed).isTrue();
        Slow other = new Slow(new byte[1], 1);
        raw(other).closeQuietly();
        assertThat(other.closed).isTrue();
    }
}
