package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import htsjdk.samtools.util.BlockCompressedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.io.TempDir;

/** Files of sequences in a folder of the test. */
abstract class SequenceFixture {
    @TempDir
    Path folder;

    String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    String file(String text) throws IOException {
        return file("in.fa", text.getBytes(ISO_8859_1));
    }

    static List<String> flat(List<DnaSequence> sequences) {
        return sequences.stream()
                .map(s -> s.name() + "|" + s.description() + "|" + new String(s.letters(), ISO_8859_1))
                .toList();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] bgzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new BlockCompressedOutputStream(out, (File) null)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    /** Lines of many lengths, so that blocks end at every kind of place. */
    static byte[] randomFasta(int size) {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        int name = 0;
        while (text.length() < size) {
            text.append(">name").append(name++).append(" about\r\n");
            for (int i = random.nextInt(400); i >= 0; i--) {
                for (int j = random.nextInt(80); j >= 0; j--) {
                    text.append("ACGTacgtN".charAt(random.nextInt(9)));
                }
                text.append(random.nextBoolean() ? "\r\n" : "\n");
            }
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    static void assertRejected(String path, String... parts) {
        assertThatThrownBy(() -> SequenceFile.readAll(path))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll(parts);
    }

    /** A slow pipe: one to seven bytes per read, and never any bytes available. */
    static final class Trickle extends InputStream {
        private final ByteArrayInputStream bytes;
        private int turn;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, Math.min(length, 1 + turn++ % 7));
        }
    }
}
