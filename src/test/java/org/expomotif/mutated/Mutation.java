package org.expomotif.mutated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.expomotif.run.UserException;

/** Puts random faults into a valid file: its reader returns or throws {@link UserException}, never anything else. */
public final class Mutation {
    private static final int ROUNDS = 200;

    private final Path input;

    /** Faults of a file, called {@code input}, in a folder. */
    public Mutation(Path folder) {
        input = folder.resolve("input");
    }

    /** Reads a text with faults. */
    public void of(String valid, Consumer<String> reader) {
        of(valid.getBytes(StandardCharsets.UTF_8), reader);
    }

    /** Reads a file with faults. */
    public void of(byte[] valid, Consumer<String> reader) {
        assertThat(read(valid, reader)).as("the file itself is read").isTrue();
        Random random = new Random(17);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            refused += read(mutated(valid, random), reader) ? 0 : 1;
        }
        assertThat(refused).as("some faults are seen").isPositive();
    }

    private boolean read(byte[] bytes, Consumer<String> reader) {
        try {
            Files.write(input, bytes);
            reader.accept(input.toString());
            return true;
        } catch (UserException e) {
            assertThat(e.getMessage()).contains("input").doesNotContainPattern("\\p{Cc}");
            return false;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return fail(e + " on\n" + text(bytes), e);
        }
    }

    private static String text(byte[] bytes) {
        return bytes.length < 2000 && new String(bytes, StandardCharsets.ISO_8859_1).matches("[\\x09-\\x7E]*")
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : HexFormat.of().formatHex(bytes);
    }

    /**
     * One to three faults: a byte changed, removed or put in, a stretch doubled or cut, a word replaced, the end lost.
     */
    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        for (int faults = 1 + random.nextInt(3); faults > 0 && bytes.length > 0; faults--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(12));
            bytes = switch (random.nextInt(7)) {
                case 0 -> joined(bytes, from, new byte[] {(byte) random.nextInt(256)}, from + 1);
                case 1 -> joined(bytes, from, new byte[] {(byte) (' ' + random.nextInt(95))}, from + 1);
                case 2 -> joined(bytes, from, new byte[0], to);
                case 3 -> joined(bytes, from, Arrays.copyOfRange(bytes, from, to), from);
                case 4 -> joined(bytes, from, word(random), to);
                case 5 -> joined(bytes, from, word(random), from);
                default -> Arrays.copyOf(bytes, from);
            };
        }
        return bytes;
    }

    private static byte[] word(Random random) {
        String[] words = {
            "-1",
            "NaN",
            "1e999",
            "2147483647",
            "9223372036854775807",
            "\n",
            "\t",
            "\r",
            "0",
            "99999999999",
            "\0",
            "\0\0\0\0",
            "\u00ff\u00ff\u00ff\u007f",
            "\u00e9",
            "{",
            "]",
            "\"",
            ">",
            " "
        };
        return words[random.nextInt(words.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] bytes, int from, byte[] middle, int to) {
        byte[] result = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }

    /** Reads a file with faults that its reader may do without. */
    public void ofAny(byte[] valid, Consumer<String> reader) {
        Random random = new Random(23);
        for (int i = 0; i < ROUNDS; i++) {
            read(mutated(valid, random), reader);
        }
    }

    /** Reads a zip in which one of the first entries has faults. */
    public void ofEntries(byte[] valid, int entries, Consumer<String> reader) throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            read(mutatedEntry(valid, entries, random), reader);
        }
    }

    private static byte[] mutatedEntry(byte[] zip, int entries, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = random.nextInt(entries);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            int index = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                out.write(index++ == at ? mutated(content, random) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Text in gzip. */
    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
