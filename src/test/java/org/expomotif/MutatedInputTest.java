package org.expomotif;

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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.Bed;
import org.expomotif.io.Labels;
import org.expomotif.io.SequenceFile;
import org.expomotif.motif.MotifFile;
import org.expomotif.network.Activation;
import org.expomotif.network.Initialization;
import org.expomotif.network.LayerSpec;
import org.expomotif.network.Model;
import org.expomotif.network.ModelInfo;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkSpec;
import org.expomotif.run.UserException;
import org.expomotif.scan.BackgroundFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers of valid files with random faults: they return or throw {@link UserException}, never anything else. */
class MutatedInputTest {
    private static final int ROUNDS = 300;

    private static final String MEME = """
            MEME version 4.12

            ALPHABET= ACGT

            strands: + -

            Background letter frequencies (from uniform background):
            A 0.25 C 0.25 G 0.25 T 0.25

            MOTIF MA0001.1 one
            letter-probability matrix: alength= 4 w= 2 nsites= 20 E= 0
             0.5  0.25 0.125 0.125
             1.000000\t0.000000\t0.000000\t0.000000
            URL http://example.org/one

            MOTIF two
            letter-probability matrix:
             0.25 0.25 0.25 0.25
            """;
    private static final String JASPAR = ">MA0001.1\tAGL3\nA [ 0 3 79 ]\nC [ 94 75 4 ]\nG [ 1 0 3 ]\nT [ 2 19 11 ]\n";
    private static final String TRANSFAC = "AC M1\nXX\nID V$ONE\nPO A C G T\n01 1 2 3 4 N\n02 0 0 10 0 G\nXX\n//\n";
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

    private static final String BED = "track name=x\n# c\nchr1\t0\t10\tm\t0.5\t+\nchr2\t5\t9\n";
    private static final String LABELS = "id\tsplit\tA\tB\na\ttrain\t0\t1\nb\ttest\tNA\t0\nc\tvalid\t1\t1\n";

    @TempDir
    Path folder;

    private Path input = Path.of("unset");

    @BeforeEach
    void nameInput() {
        input = folder.resolve("input");
    }

    @Test
    void motifs() {
        mutate(MEME, file -> MotifFile.read(file));
        mutate(JASPAR, file -> MotifFile.read(file));
        mutate(TRANSFAC, file -> MotifFile.read(file));
    }

    /** The test files of all motif formats, with faults. */
    @Test
    void motifsOfEveryFormat() throws IOException {
        for (String name : List.of(
                "known.homer",
                "cisbp_full.txt",
                "clusterbuster.cb",
                "jaspar_old.pfm",
                "stamp.txt",
                "uniprobe.txt",
                "uniprobe_full.txt",
                "transfac_full.dat",
                "universalmotif.txt",
                "universalmotif_0.txt",
                "meme.xml",
                "streme.xml",
                "dreme.txt")) {
            mutate(Files.readAllBytes(Path.of("test-data/motifs", name)), file -> MotifFile.read(file));
        }
    }

    @Test
    void sequences() throws IOException {
        mutate(FASTA, file -> SequenceFile.readAll(file));
        mutate(gzip(FASTA), file -> SequenceFile.readAll(file));
        mutate(GENBANK, file -> SequenceFile.readAll(file));
        mutate(HexFormat.of().parseHex(TWO_BIT.replace(" ", "")), file -> SequenceFile.readAll(file));
    }

    @Test
    void tables() {
        mutate(BED, file -> Bed.readAll(file));
        mutate(LABELS, file -> Labels.read(file));
        mutate("# order 0\nA 0.3\nC 0.2\nG 0.2\nT 0.3\nAA 0.1\n", file -> BackgroundFile.read(file));
    }

    @Test
    void models() throws IOException {
        NetworkSpec spec = new NetworkSpec(
                "tiny",
                8,
                1,
                List.of(
                        new LayerSpec.Convolution(2, 3, LayerSpec.Padding.SAME, true, Activation.named("relu"), 0),
                        new LayerSpec.MaxPool(4, LayerSpec.Padding.VALID)));
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 1);
        new Model(network, ModelInfo.of(spec, List.of("c"), Map.of("--seed", "1"), Map.of("loss", 0.5), 1, "0"))
                .write(input.toString());
        byte[] whole = Files.readAllBytes(input);
        mutate(whole, file -> Model.read(file));
        Random random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            read(mutatedEntry(whole, random), file -> Model.read(file));
        }
    }

    private void mutate(String valid, Consumer<String> reader) {
        mutate(valid.getBytes(StandardCharsets.UTF_8), reader);
    }

    private void mutate(byte[] valid, Consumer<String> reader) {
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
            "-1", "NaN", "1e999", "\n", "\t", "\r", "0", "99999999999", "\0", "\u00e9", "{", "]", "\"", ">", " "
        };
        return words[random.nextInt(words.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] bytes, int from, byte[] middle, int to) {
        byte[] result = Arrays.copyOf(bytes, from + middle.length + bytes.length - to);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }

    private static byte[] mutatedEntry(byte[] zip, Random random) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = random.nextInt(4);
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

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
