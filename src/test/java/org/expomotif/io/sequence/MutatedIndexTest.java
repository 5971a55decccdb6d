package org.expomotif.io.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With any damage to an index, the letters are correct or there is an error. */
class MutatedIndexTest {
    @TempDir
    private Path folder;

    @Test
    void aMutatedIndexNeverGivesOtherLetters() throws IOException {
        String path = Files.writeString(folder.resolve("g.fa"), IndexedSequencesTest.FASTA)
                .toString();
        Path index = Path.of(path + ".fai");
        Random random = new Random(11);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder(IndexedSequencesTest.INDEX);
            for (int fault = random.nextInt(3); fault >= 0; fault--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, "0123456789\tabc\n".charAt(random.nextInt(15)));
                    case 1 -> text.deleteCharAt(at);
                    case 2 -> text.insert(at, random.nextInt(10));
                    default -> text.setLength(Math.max(1, at));
                }
            }
            Files.writeString(index, text);
            try {
                IndexedSequencesTest.check(path, Warnings.NONE);
            } catch (UserException e) {
                assertThat(e.getMessage()).as(text.toString()).startsWith(path);
            }
        }
    }

    @Test
    void aMutatedGziNeverGivesOtherLetters() throws IOException {
        Path file = folder.resolve("b.fa.gz");
        Map<String, String> sequences = IndexedSequencesTest.blocks(file);
        IndexedSequencesTest.check(sequences, file.toString(), Warnings.NONE);
        Path kept = folder.resolve("b.fa.gz.gzi");
        byte[] whole = Files.readAllBytes(kept);
        Random random = new Random(12);
        for (int round = 0; round < 60; round++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(kept, bytes);
            try {
                IndexedSequencesTest.check(sequences, file.toString(), Warnings.NONE);
            } catch (UserException e) {
                assertThat(e.getMessage()).startsWith(file.toString());
            }
        }
    }
}
