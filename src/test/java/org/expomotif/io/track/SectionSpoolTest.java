package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionSpoolTest {
    @TempDir
    private Path folder;

    @Test
    void itsFileHasNoNameWhileItIsOpen() throws IOException {
        try (SectionSpool spool = SectionSpool.beside("" + folder.resolve("x.bw"))) {
            spool.add(0, 0, 1, BigWig.little(8).putLong(1));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> SectionSpool.beside("" + folder.resolve("no/x.bw")))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(folder.resolve("no") + ": the temporary file for the track cannot be created");
    }

    /** Random bytes, which do not become fewer by compression; the buffer has 8,192 bytes at first. */
    @Test
    void sectionsOfAnySizeAreFollowedByTheirIndex() throws IOException, DataFormatException {
        Random random = new Random(9);
        for (int size : new int[] {0, 1, 8_128, 8_129, 8_192, 30_000}) {
            byte[] plain = new byte[size];
            random.nextBytes(plain);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (SectionSpool spool = SectionSpool.beside("" + folder.resolve("x.bw"))) {
                spool.add(3, 10, 20, BigWig.little(8).putLong(7));
                long before = spool.size();
                spool.add(3, 30, 40, BigWig.little(size + 5).put(plain));
                assertThat(spool.count()).isEqualTo(2);
                spool.copyTo(out, 1000);
                assertThat(out.size()).isEqualTo((int) spool.sizeWithIndex());
                ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
                assertThat(inflated(out.toByteArray(), (int) before, (int) (spool.size() - before)))
                        .isEqualTo(plain);
                int index = (int) spool.size();
                assertThat(bytes.getLong(index + 8)).isEqualTo(2);
                assertThat(bytes.getLong(index + 32)).isEqualTo(1000 + spool.size());
                int second = index + 48 + 4 + 32;
                assertThat(bytes.getLong(second + 16)).isEqualTo(1000 + before);
                assertThat(bytes.getLong(second + 24)).isEqualTo(spool.size() - before);
            }
        }
    }

    private static byte[] inflated(byte[] packed, int from, int count) throws DataFormatException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed, from, count);
            byte[] plain = new byte[40_000];
            int size = inflater.inflate(plain);
            assertThat(inflater.finished()).isTrue();
            return Arrays.copyOf(plain, size);
        }
    }
}
