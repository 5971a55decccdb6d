package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

/** Sequences in gzip and bgzip files, and what else compressed files may hold. */
class CompressedSequencesTest extends SequenceFixture {
    @Test
    void readsGzipBgzipAndStandardInputAlike() throws IOException {
        byte[] text = randomFasta(300_000);
        List<String> plain = flat(SequenceFile.readAll(file("a.fa", text)));
        assertThat(plain).hasSizeGreaterThan(10);
        assertThat(flat(SequenceFile.readAll(file("b", gzip(text))))).isEqualTo(plain);
        assertThat(flat(SequenceFile.readAll(file("c.txt", bgzip(text))))).isEqualTo(plain);
        InputStream before = System.in;
        try {
            System.setIn(new Trickle(bgzip(text)));
            assertThat(flat(SequenceFile.readAll("-"))).isEqualTo(plain);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void otherCompressionsAndEncodingsAreNamed() throws IOException {
        assertRejected(
                file("s.zip", new byte[] {'P', 'K', 3, 4, 0, 0}), "found a zip archive; unpack it first (unzip)");
        assertRejected(
                file("s.bz2", new byte[] {'B', 'Z', 'h', '9'}), "found a bzip2 file; decompress it first (bunzip2)");
        assertRejected(file("s.zst", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0}), "found a zstd file");
        assertRejected(file("s.lz4", new byte[] {0x04, 0x22, 0x4D, 0x18, 0}), "found an lz4 file");
        assertRejected(file("u.fa", "\uFEFF>a\nACGT\n".getBytes(UTF_16LE)), "found UTF-16 text; save it as plain text");
        assertRejected(file("u.fa", "\uFEFF>a\nACGT\n".getBytes(UTF_16BE)), "found UTF-16 text");
        assertRejected(file("g.gz", gzip(gzip(">a\nAC\n".getBytes(ISO_8859_1)))), "a gzip file within a gzip file");
        assertThat(flat(SequenceFile.readAll(file("b.fa", "\uFEFF>a\nACGT\n".getBytes(UTF_8)))))
                .containsExactly("a||ACGT");
        byte[] members = join(gzip(">a\nAC".getBytes(ISO_8859_1)), gzip("GT\n>b\nAA\n".getBytes(ISO_8859_1)));
        assertThat(flat(SequenceFile.readAll(file("m.gz", members)))).containsExactly("a||ACGT", "b||AA");
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void rejectsTruncatedGzipWhereverItIsCut() throws IOException {
        byte[] text = randomFasta(200_000);
        for (byte[] whole : List.of(gzip(text), bgzip(text))) {
            for (int cut :
                    new int[] {5, 17, whole.length / 2, whole.length - 28, whole.length - 10, whole.length - 1}) {
                assertRejected(file("cut.fa.gz", Arrays.copyOf(whole, cut)), "cut.fa.gz", "ends early");
            }
        }
        byte[] damaged = gzip(text);
        damaged[damaged.length / 2] ^= 0x55;
        assertThatThrownBy(() -> SequenceFile.readAll(file("bad.gz", damaged)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("bad.gz");
    }
}
