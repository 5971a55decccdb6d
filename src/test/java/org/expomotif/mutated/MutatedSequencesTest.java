package org.expomotif.mutated;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sequences of every format, and their indexes, with random faults. */
class MutatedSequencesTest {
    private static final String FASTA = ">a first\nACGTNacgtn\nRYK\n>b\r\nGGGTTT\r\n\n>c\n";
    private static final String GENBANK = """
            LOCUS       AB000001                  12 bp    DNA     linear   UNK
            DEFINITION  none.
            ACCESSION   AB000001
            VERSION     AB000001.1
            FEATURES             Location/Qualifiers
                 source          1..12
                                 /organism="x"
            ORIGIN
                    1 acgtacgtac gt
            //
            """;
    /** A .2bit file of the sequence a, ACGTN in lower case. */
    private static final String TWO_BIT =
            "4327411a 00000000 01000000 00000000 01 61 16000000 05000000 01000000 04000000"
                    + " 01000000 01000000 00000000 05000000 00000000 9c 00";

    /** Lines of equal length, which an index can hold. */
    private static final String LINES = ">a\nACGTACGT\nACG\n>b\nACGTACGT\n";

    @TempDir
    private Path folder;

    @Test
    void whole() throws IOException {
        Mutation mutation = new Mutation(folder);
        mutation.of(FASTA, file -> SequenceFile.readAll(file));
        mutation.of(Mutation.gzip(FASTA), file -> SequenceFile.readAll(file));
        mutation.of(GENBANK, file -> SequenceFile.readAll(file));
        mutation.of(HexFormat.of().parseHex(TWO_BIT.replace(" ", "")), file -> SequenceFile.readAll(file));
        mutation.of(bgzip(LINES), file -> SequenceFile.readAll(file));
    }

    @Test
    void byAnIndexThatIsMade() throws IOException {
        Mutation mutation = new Mutation(folder);
        mutation.of(LINES, MutatedSequencesTest::readParts);
        mutation.of(HexFormat.of().parseHex(TWO_BIT.replace(" ", "")), MutatedSequencesTest::readParts);
        mutation.of(bgzip(LINES), MutatedSequencesTest::readParts);
    }

    /** An index with faults is used when it still fits, and else made again. */
    @Test
    void indexes() throws IOException {
        Path plain = Files.writeString(folder.resolve("input.fa"), LINES);
        Mutation mutation = new Mutation(folder);
        byte[] fai = "a\t11\t3\t8\t9\nb\t8\t19\t8\t9\n".getBytes(StandardCharsets.UTF_8);
        mutation.ofAny(fai, index -> readWith(plain, index, ".fai"));
        byte[] first = bgzip(LINES.substring(0, 16));
        byte[] both = bgzip(LINES.substring(0, 16), LINES.substring(16));
        Path packed = Files.write(folder.resolve("input.fa.gz"), both);
        int offset = first.length - END.length() / 2;
        byte[] gzi = ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(1)
                .putLong(offset)
                .putLong(16)
                .array();
        mutation.ofAny(gzi, index -> readWith(packed, index, ".gzi"));
    }

    private static void readWith(Path file, String index, String suffix) {
        try {
            Path kept = Path.of(file + suffix);
            Files.write(kept, Files.readAllBytes(Path.of(index)));
            readParts(file.toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void readParts(String file) {
        try {
            Files.deleteIfExists(Path.of(file.endsWith("input") ? file + ".fai" : file + ".none"));
            Files.deleteIfExists(Path.of(file.endsWith("input") ? file + ".gzi" : file + ".none"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        IndexedSequences.open(file, Warnings.NONE)
                .ifPresentOrElse(
                        sequences -> {
                            try (sequences) {
                                for (String name : sequences.names()) {
                                    sequences.letters(name, 0, sequences.length(name));
                                }
                            }
                        },
                        () -> SequenceFile.readAll(file));
    }

    private static final String END = "1f8b08040000000000ff0600424302001b0003000000000000000000";

    /** A bgzip file of a block for each text. */
    private static byte[] bgzip(String... texts) {
        ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] packed = new byte[1024];
            int length;
            try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
                deflater.setInput(bytes);
                deflater.finish();
                length = deflater.deflate(packed);
            }
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            file.put(HexFormat.of().parseHex("1f8b08040000000000ff060042430200"))
                    .putShort((short) (length + 25))
                    .put(packed, 0, length)
                    .putInt((int) checksum.getValue())
                    .putInt(bytes.length);
        }
        file.put(HexFormat.of().parseHex(END));
        byte[] whole = new byte[file.flip().remaining()];
        file.get(whole);
        return whole;
    }
}
