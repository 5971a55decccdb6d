package org.expomotif.io.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipReaderTest {
    @TempDir
    private Path folder;

    /** A zip with the entries {@code a.txt} of five bytes and {@code n.npy} of two numbers. */
    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a.txt"));
            out.write(new byte[] {1, 2, 3, 4, 0});
            out.closeEntry();
            Npz.add(out, "n", NpyArray.of(new int[] {7, 8}));
        }
        return bytes.toByteArray();
    }

    private ZipReader open(byte[] bytes) throws IOException {
        return ZipReader.open(Files.write(folder.resolve("x.zip"), bytes).toString());
    }

    @Test
    void entriesAreReadOneByOne() throws IOException {
        try (ZipReader zip = open(zip())) {
            assertThat(zip.next()).contains("a.txt");
            assertThat(zip.bytes(5)).containsExactly(1, 2, 3, 4, 0);
            assertThat(zip.next()).contains("n.npy");
            assertThat(zip.bytes(1000))
                    .startsWith(0x93, 'N', 'U', 'M', 'P', 'Y')
                    .endsWith(7, 0, 0, 0, 8, 0, 0, 0);
            assertThat(zip.next()).isEmpty();
        }
    }

    @Test
    void anEntryIsNotLargerThanItMayBe() throws IOException {
        try (ZipReader zip = open(zip())) {
            zip.next();
            assertThatThrownBy(() -> zip.bytes(4))
                    .isInstanceOf(UserException.class)
                    .hasMessage(folder.resolve("x.zip")
                            + ", a.txt: an entry of the zip is too large: expected at most 4 bytes");
        }
    }

    @Test
    void arraysAreTheEntriesThatEndInNpy() throws IOException {
        try (ZipReader zip = open(zip())) {
            assertThat(zip.arrays()).containsOnlyKeys("n");
        }
        try (ZipReader zip = open(zip())) {
            assertThatThrownBy(() -> zip.arrays((name, shape) -> {
                        throw new UserException(name + Arrays.toString(shape));
                    }))
                    .hasMessage("n[2]");
        }
    }

    @Test
    void arraysOfAZipWithoutItsEndAreRefused() throws IOException {
        byte[] whole = zip();
        try (ZipReader zip = open(Arrays.copyOf(whole, whole.length - 1))) {
            assertThatThrownBy(zip::arrays)
                    .isInstanceOf(ZipException.class)
                    .hasMessage("the directory at the end is missing");
        }
    }

    /** The end of the zip is its last 22 bytes, however they are read. */
    @Test
    void theEndIsCheckedAcrossReads() throws IOException {
        byte[] whole = zip();
        for (int size : new int[] {1, 2, 5, 21, 22, 23, 1000}) {
            CompleteZipInput in = new CompleteZipInput(new ByteArrayInputStream(whole));
            byte[] bytes = new byte[whole.length];
            for (int at = 0, count = 0; count >= 0; at += count) {
                count = in.read(bytes, at, Math.min(size, bytes.length - at));
                if (at + count == bytes.length) {
                    break;
                }
            }
            assertThat(bytes).isEqualTo(whole);
            in.requireEnd();
            CompleteZipInput cut = new CompleteZipInput(new ByteArrayInputStream(whole, 0, whole.length - 1));
            assertThat(cut.readNBytes(size)).hasSize(Math.min(size, whole.length - 1));
            assertThatThrownBy(cut::requireEnd)
                    .isInstanceOf(ZipException.class)
                    .hasMessage("the directory at the end is missing");
        }
    }

    @Test
    void singleBytesAreReadWithoutSign() throws IOException {
        byte[] whole = zip();
        CompleteZipInput in = new CompleteZipInput(new ByteArrayInputStream(whole));
        for (byte expected : whole) {
            assertThat(in.read()).isEqualTo(expected & 0xFF);
        }
        assertThat(in.read()).isEqualTo(-1);
        in.requireEnd();
    }
}
