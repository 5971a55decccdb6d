package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
    @TempDir
    private Path folder;

    private byte[] read(byte[] content) throws IOException {
        try (InputStream in =
                Inputs.open(Files.write(folder.resolve("f"), content).toString())) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        bytes[0] = 'A';
        return bytes;
    }

    private static byte[] gzip(byte[]... members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] member : members) {
            try (OutputStream out = new GZIPOutputStream(bytes)) {
                out.write(member);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] bgzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new BlockCompressedOutputStream(bytes, (File) null)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void refused(String message, byte[] content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(folder.resolve("f") + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 27, 28, 29, 65_536, 65_563, 65_564, 65_565, 200_000})
    void plainGzipAndBgzipFilesAreRecognizedByTheirContent(int size) throws IOException {
        byte[] content = random(size);
        assertThat(read(content)).isEqualTo(content);
        assertThat(read(gzip(content))).isEqualTo(content);
        assertThat(read(bgzip(content))).isEqualTo(content);
    }

    @Test
    void aGzipFileMayHaveSeveralMembers() throws IOException {
        assertThat(read(gzip(new byte[] {'a'}, new byte[0], new byte[] {'b', 'c'})))
                .containsExactly('a', 'b', 'c');
        assertThat(read(new byte[0])).isEmpty();
    }

    @Test
    void singleBytesAreReadWithoutSign() throws IOException {
        byte[] content = {'A', (byte) 0xFF, 0};
        for (byte[] file : new byte[][] {content, gzip(content)}) {
            try (InputStream in =
                    Inputs.open(Files.write(folder.resolve("f"), file).toString())) {
                assertThat(in.read()).isEqualTo('A');
                assertThat(in.read()).isEqualTo(0xFF);
                assertThat(in.read()).isZero();
                assertThat(in.read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void truncatedAndDamagedFilesAreRefused() throws IOException {
        byte[] gzip = gzip(random(1000));
        refused("the gzip file ends early; copy or download it again", Arrays.copyOf(gzip, gzip.length - 4));
        byte[] damaged = gzip.clone();
        damaged[gzip.length - 6] ^= 1;
        refused("the gzip file is damaged (", damaged);
        byte[] bgzip = bgzip(random(100_000));
        refused(
                "the bgzip file ends early: its last block is missing; copy or download it again",
                Arrays.copyOf(bgzip, bgzip.length - 28));
    }

    @ParameterizedTest
    @EnumSource
    void otherKindsAreNamed(ContentKind kind) throws IOException {
        byte[] content = magic(kind);
        assertThat(ContentKind.of(content, 0, content.length)).contains(kind);
        assertThat(ContentKind.of(content, 0, content.length - 1)).isEmpty();
        byte[] shifted = new byte[content.length + 2];
        System.arraycopy(content, 0, shifted, 1, content.length);
        assertThat(ContentKind.of(shifted, 1, shifted.length)).contains(kind);
        if (kind.isNeverRead()) {
            refused(
                    "the file is of a kind that cannot be read: expected plain text, gzip or bgzip, found "
                            + kind.noun() + "; " + kind.remedy(),
                    content);
        } else if (kind != ContentKind.GZIP) {
            assertThat(read(content)).isEqualTo(content);
        }
    }

    private static byte[] magic(ContentKind kind) {
        return switch (kind) {
            case BZIP2 -> bytes("425a68");
            case XZ -> bytes("fd377a585a");
            case ZSTD -> bytes("28b52ffd");
            case LZ4 -> bytes("04224d18");
            case LZIP -> bytes("4c5a4950");
            case COMPRESS -> bytes("1f9d");
            case SEVEN_ZIP -> bytes("377abcaf");
            case RAR -> bytes("526172211a");
            case UTF_16_LITTLE -> bytes("fffe");
            case UTF_16_BIG -> bytes("feff");
            case ZIP -> bytes("504b0304");
            case GZIP -> bytes("1f8b");
            case TWO_BIT -> bytes("4327411a");
            case PDF -> bytes("25504446");
            case BAM -> bytes("42414d01");
            case CRAM -> bytes("4352414d");
        };
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    @Test
    void onlyArchivesOfArraysGzipAndTwoBitAreReadSomewhere() {
        assertThat(ContentKind.values())
                .filteredOn(kind -> !kind.isNeverRead())
                .containsExactly(ContentKind.ZIP, ContentKind.GZIP, ContentKind.TWO_BIT);
        assertThat(ContentKind.PDF.noun()).isEqualTo("a PDF document");
        assertThat(ContentKind.PDF.remedy()).isEqualTo("save the text in a file of its own");
    }

    @Test
    void namesWithoutAFileAreRefused() {
        String missing = folder.resolve("missing").toString();
        assertThatThrownBy(() -> Inputs.open(missing)).hasMessage(missing + ": there is no such file; check the name");
        assertThatThrownBy(() -> Inputs.open(folder.toString()))
                .hasMessage(folder + ": the input is a folder; give the name of a file in it");
        assertThatThrownBy(() -> Inputs.open(""))
                .hasMessage("the name of an input is empty; name a file, or '-' for standard input");
    }

    @Test
    void standardInputAndPipesAreReadOnce() throws IOException {
        assertThat(Inputs.isReadOnce("-")).isTrue();
        assertThat(Inputs.isReadOnce(
                        Files.write(folder.resolve("f"), new byte[1]).toString()))
                .isFalse();
        assertThat(Inputs.isReadOnce(folder.resolve("missing").toString())).isFalse();
        assertThat(Inputs.name("-")).isEqualTo("standard input");
        assertThat(Inputs.name("f")).isEqualTo("f");
    }
}
