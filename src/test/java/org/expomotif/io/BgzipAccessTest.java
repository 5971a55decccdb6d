package org.expomotif.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small blocks, made by hand as the SAM specification describes them (section 4.1). */
class BgzipAccessTest {
    private static final String TEXT = "abcdefghijklmnopqrstuvwxyz";

    @TempDir
    private Path folder;

    /** A block with the bytes of a text. */
    private static byte[] block(String text) {
        byte[] content = text.getBytes(US_ASCII);
        byte[] packed = new byte[100 + 2 * content.length];
        int size;
        try (Deflater deflater = new Deflater(0, true)) {
            deflater.setInput(content);
            deflater.finish();
            size = deflater.deflate(packed);
        }
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ByteBuffer block = ByteBuffer.allocate(18 + size + 8).order(ByteOrder.LITTLE_ENDIAN);
        block.put(new byte[] {31, (byte) 139, 8, 4, 0, 0, 0, 0, 0, (byte) 255, 6, 0, 'B', 'C', 2, 0});
        block.putShort((short) (block.capacity() - 1)).put(packed, 0, size);
        return block.putInt((int) checksum.getValue()).putInt(content.length).array();
    }

    private Path write(byte[]... blocks) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] block : blocks) {
            file.writeBytes(block);
        }
        return Files.write(folder.resolve("a.gz"), file.toByteArray());
    }

    /** The letters of the alphabet in blocks of 3, 0, 10, 12 and 1 bytes, and the empty block at the end. */
    private Path alphabet() throws IOException {
        return write(block("abc"), block(""), block("defghijklm"), block("nopqrstuvwxy"), block("z"), block(""));
    }

    private static BgzipAccess open(Path path) throws IOException {
        PlainAccess file = new PlainAccess(path);
        return new BgzipAccess(path, file, BgzipIndex.of(file, path));
    }

    private static BgzipAccess open(Path path, Path gzi) throws IOException {
        PlainAccess file = new PlainAccess(path);
        return new BgzipAccess(path, file, BgzipIndex.read(gzi, file, path));
    }

    private Path gzi(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.gz.gzi"), bytes);
    }

    private Path gzi(long... numbers) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return gzi(bytes.array());
    }

    private static void everyRange(BgzipAccess access) throws IOException {
        assertThat(access.size()).isEqualTo(26);
        for (int from = 0; from <= 26; from++) {
            for (int count = 0; count <= 28; count++) {
                assertThat(new String(access.read(from, count), US_ASCII))
                        .isEqualTo(TEXT.substring(from, Math.min(26, from + count)));
            }
        }
    }

    @Test
    void everyRangeIsRead() throws IOException {
        try (BgzipAccess access = open(alphabet())) {
            everyRange(access);
        }
    }

    @Test
    void theIndexIsThatOfBgzip() throws IOException {
        Path path = alphabet();
        try (PlainAccess file = new PlainAccess(path)) {
            BgzipIndex index = BgzipIndex.of(file, path);
            byte[] gzi = index.gzi();
            int[] lengths = {34, 31, 41, 43, 32, 31};
            assertThat(file.size()).isEqualTo(Arrays.stream(lengths).sum());
            long[] numbers = new long[gzi.length / 8];
            ByteBuffer.wrap(gzi).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(numbers);
            assertThat(numbers).containsExactly(5, 34, 3, 65, 3, 106, 13, 149, 25, 181, 26);
            try (BgzipAccess access = open(path, gzi(gzi))) {
                everyRange(access);
            }
        }
    }

    @Test
    void anIndexMayNameTheFirstBlockAndLeaveBlocksOut() throws IOException {
        Path path = alphabet();
        for (Path gzi : List.of(gzi(3L, 0, 0, 34, 3, 65, 3), gzi(0L))) {
            try (BgzipAccess access = open(path, gzi)) {
                everyRange(access);
            }
        }
    }

    /** One block and no blocks have an index of no entries. */
    @Test
    void anEmptyIndex() throws IOException {
        for (byte[][] blocks : new byte[][][] {{}, {block("a")}}) {
            Path path = write(blocks);
            try (PlainAccess file = new PlainAccess(path)) {
                assertThat(BgzipIndex.of(file, path).gzi()).isEqualTo(new byte[8]);
                assertThat(BgzipIndex.of(file, path).size()).isEqualTo(blocks.length);
            }
        }
    }

    @Test
    void moreBlocksThanTheFirstArraysHold() throws IOException {
        byte[][] blocks = new byte[40][];
        Arrays.fill(blocks, block("xy"));
        try (BgzipAccess access = open(write(blocks))) {
            assertThat(access.size()).isEqualTo(80);
            assertThat(new String(access.read(1, 78), US_ASCII)).isEqualTo("yx".repeat(39));
        }
    }

    @Test
    void anIndexOfAnotherFileIsRefused() throws IOException {
        Path path = alphabet();
        refusedIndex(path, gzi(new byte[7]), "its size is not that of its number of blocks");
        refusedIndex(path, gzi(-1L), "its size is not that of its number of blocks");
        refusedIndex(path, gzi(1L, 34), "its size is not that of its number of blocks");
        refusedIndex(path, gzi(1L, 34, 3, 0), "its size is not that of its number of blocks");
        refusedIndex(path, gzi(2L, 34, 3, 34, 3), "its offsets do not ascend from block to block within the file");
        refusedIndex(path, gzi(2L, 34, 3, 65, 2), "its offsets do not ascend from block to block within the file");
        refusedIndex(path, gzi(1L, 65_537, 3), "its offsets do not ascend from block to block within the file");
        refusedIndex(path, gzi(1L, 34, 65_537), "its offsets do not ascend from block to block within the file");
        refusedIndex(path, gzi(1L, 213, 3), "its offsets do not ascend from block to block within the file");
        refusedIndex(path, gzi(2L, 34, 3, 0, 0), "its offsets do not ascend from block to block within the file");
        refusedIndex(path, gzi(1L, 33, 3), "no block begins at its last offset");
    }

    private void refusedIndex(Path path, Path gzi, String reason) {
        assertThatThrownBy(() -> open(path, gzi))
                .isInstanceOf(UserException.class)
                .hasMessage(gzi + ": the index does not fit its file (" + reason + ")");
    }

    @Test
    void theLastOffsetMayBeTheEndOfTheFile() throws IOException {
        Path path = write(block("abc"), block("d"));
        long size = Files.size(path);
        try (BgzipAccess access = open(path, gzi(2L, 34, 3, size, 4))) {
            assertThat(access.read(0, 9)).containsExactly('a', 'b', 'c', 'd');
        }
    }

    @Test
    void aDamagedBlockIsNamedWhenItIsRead() throws IOException {
        byte[] second = block("defghijklm");
        for (int at : new int[] {18, 25, second.length - 8, second.length - 4}) {
            byte[] damaged = second.clone();
            damaged[at] ^= 2;
            Path path = write(block("abc"), damaged, block("n"));
            try (BgzipAccess access = open(path)) {
                assertThat(access.read(0, 3)).containsExactly('a', 'b', 'c');
                assertThatThrownBy(() -> access.read(3, 1))
                        .isInstanceOf(UserException.class)
                        .hasMessage(path + ", block at byte 34: the bgzip file is damaged, or its .gzi index is another"
                                + " file's; copy the file again, and make the index again: bgzip --reindex " + path);
            }
        }
    }

    /** With offsets that are right and starts that are not, the length of a block differs. */
    @Test
    void startsOfAnotherFileAreFoundWhenABlockIsRead() throws IOException {
        Path path = write(block("abc"), block("defg"), block("hi"));
        for (int start : new int[] {2, 4}) {
            try (BgzipAccess access = open(path, gzi(1L, 34, start))) {
                assertThatThrownBy(() -> access.read(0, 1)).hasMessageContaining("block at byte 0: the bgzip file is");
            }
        }
    }

    @Test
    void aFileThatIsNotWholeHasNoIndex() throws IOException {
        Path path = write(block("abc"), Arrays.copyOf(block("defg"), 34));
        assertThatThrownBy(() -> open(path))
                .isInstanceOf(UserException.class)
                .hasMessage(path + ", block at byte 34: the bgzip file is damaged or ends early;"
                        + " copy or download it again");
    }

    @Test
    void theHeaderOfABlock() {
        byte[] block = block("abc");
        assertThat(BgzipIndex.blockLength(block)).isEqualTo(block.length);
        assertThat(BgzipIndex.blockLength(Arrays.copyOf(block, 18))).isEqualTo(block.length);
        assertThat(BgzipIndex.blockLength(Arrays.copyOf(block, 17))).isEqualTo(-1);
        assertThat(BgzipIndex.headerLength(block)).isEqualTo(18);
        for (int at : new int[] {0, 1, 2, 3, 12, 13, 14, 15}) {
            byte[] other = block.clone();
            other[at]++;
            assertThat(BgzipIndex.blockLength(other)).as("byte %d", at).isEqualTo(-1);
            assertThat(BgzipIndex.headerLength(other)).as("byte %d", at).isEqualTo(-1);
        }
        byte[] large = block.clone();
        large[16] = (byte) 0xFE;
        large[17] = (byte) 0xFF;
        assertThat(BgzipIndex.blockLength(large)).isEqualTo(65_535);
        large[10] = (byte) 0x80;
        large[11] = (byte) 0x81;
        assertThat(BgzipIndex.headerLength(large)).isEqualTo(12 + 0x8180);
    }

    @Test
    void plainFilesAreReadUpToTheirEnd() throws IOException {
        Path path = Files.writeString(folder.resolve("p"), TEXT);
        try (PlainAccess access = new PlainAccess(path)) {
            assertThat(access.size()).isEqualTo(26);
            assertThat(access.read(3, 2)).containsExactly('d', 'e');
            assertThat(access.read(25, 5)).containsExactly('z');
            assertThat(access.read(26, 5)).isEmpty();
            assertThat(access.read(99, 5)).isEmpty();
            Files.writeString(path, "abc");
            assertThat(access.read(1, 5)).containsExactly('b', 'c');
        }
    }
}
