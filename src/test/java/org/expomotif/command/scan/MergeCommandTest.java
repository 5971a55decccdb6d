package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.expomotif.command.Captured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merged shards of a scan equal the output of an undivided scan, byte for byte. */
class MergeCommandTest {
    private static final String MEME = """
            MEME version 4

            ALPHABET= ACGT

            MOTIF wide
            letter-probability matrix: alength= 4 w= 9
            0.7 0.1 0.1 0.1
            0.1 0.7 0.1 0.1
            0.1 0.1 0.7 0.1
            0.7 0.1 0.1 0.1
            0.1 0.1 0.1 0.7
            0.7 0.1 0.1 0.1
            0.1 0.1 0.7 0.1
            0.1 0.7 0.1 0.1
            0.1 0.1 0.1 0.7
            MOTIF none
            letter-probability matrix: alength= 4 w= 2
            0.25 0.25 0.25 0.25
            0.25 0.25 0.25 0.25
            MOTIF one
            letter-probability matrix: alength= 4 w= 1
            0.97 0.01 0.01 0.01
            MOTIF three
            letter-probability matrix: alength= 4 w= 3
            0.97 0.01 0.01 0.01
            0.01 0.97 0.01 0.01
            0.01 0.01 0.97 0.01
            """;

    @TempDir
    private Path folder;

    private String sequences = "s.fa";

    @BeforeEach
    void writeInputs() throws IOException {
        Files.writeString(path("m.meme"), MEME);
        Files.writeString(path("r.bed"), "s2\t3\t40\ns2\t41\t60\ns0\t0\t7\ns3\t5\t6\n");
        Random random = new Random(8);
        StringBuilder fasta = new StringBuilder();
        int[] lengths = {31, 0, 700, 6, 1, 90};
        for (int s = 0; s < lengths.length; s++) {
            fasta.append(">s").append(s).append('\n');
            for (int i = 0; i < lengths[s]; i++) {
                fasta.append("ACGTacgtN".charAt(random.nextInt(i % 50 == 0 ? 9 : 8)));
            }
            fasta.append(lengths[s] == 0 ? "" : "\n");
        }
        Files.writeString(path("s.fa"), fasta.toString().replace(">s1\n", ">s1:101-200 place\n"));
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private Captured scan(String output, String... more) {
        List<String> words =
                new ArrayList<>(List.of("scan", "-q", "--motifs", path("m.meme").toString()));
        words.addAll(List.of(
                "--sequences", path(sequences).toString(), "-o", path(output).toString()));
        words.addAll(Arrays.asList(more));
        return Captured.run(words.toArray(String[]::new));
    }

    private List<String> parts(int count, String suffix, String... more) {
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String[] words = Arrays.copyOf(more, more.length + 2);
            words[more.length] = "--shard";
            words[more.length + 1] = i + "/" + count;
            String name = "part" + i + "of" + count + suffix;
            Captured said = scan(name, words);
            assertThat(said.code()).as(said.err()).isZero();
            parts.add(path(name).toString());
        }
        return parts;
    }

    private Captured merge(String output, List<String> parts) {
        List<String> words =
                new ArrayList<>(List.of("merge", "-q", "-o", path(output).toString()));
        words.addAll(parts);
        return Captured.run(words.toArray(String[]::new));
    }

    private void assertPartsMakeTheWhole(String suffix, String... more) throws IOException {
        assertThat(scan("whole" + suffix, more).code()).isZero();
        byte[] whole = Files.readAllBytes(path("whole" + suffix));
        for (int count : suffix.equals(".gff3") ? new int[] {1, 30} : new int[] {4}) {
            List<String> parts = parts(count, suffix, more);
            Collections.shuffle(parts, new Random(count));
            assertThat(merge("merged" + suffix, parts).code()).isZero();
            assertThat(Files.readAllBytes(path("merged" + suffix)))
                    .as(count + " parts of " + String.join(" ", more))
                    .isEqualTo(whole);
        }
    }

    /** Counting the bases makes the index, and the scan uses it. */
    @Test
    void regionsOfSequencesWithoutAnIndex() throws IOException {
        assertThat(path("s.fa.fai")).doesNotExist();
        List<String> parts = parts(2, ".bed", "--regions", path("r.bed").toString());
        assertThat(path("s.fa.fai")).exists();
        assertThat(merge("merged.bed", parts).code()).isZero();
        assertThat(scan("whole.bed", "--regions", path("r.bed").toString()).code())
                .isZero();
        assertThat(path("merged.bed")).hasSameBinaryContentAs(path("whole.bed"));
    }

    @Test
    void partsOfEveryFormatMakeTheWhole() throws IOException {
        for (String suffix : List.of(".tsv", ".bed.gz", ".gff3")) {
            assertPartsMakeTheWhole(suffix, "--threshold", "0.3");
        }
        assertPartsMakeTheWhole(".bed", "--threshold", "0.3", "--sort");
    }

    @Test
    void qValuesAreThoseOfTheWhole() throws IOException {
        assertPartsMakeTheWhole(".tsv", "--threshold", "0.3", "--qvalue");
        assertPartsMakeTheWhole(".bed", "--threshold", "0.3", "--qvalue", "0.95", "--no-revcomp", "--sort");
        int kept = Files.readAllLines(path("whole.bed")).size();
        assertThat(scan("whole.bed", "--threshold", "0.3", "--no-revcomp").code())
                .isZero();
        assertThat(Files.readAllLines(path("whole.bed")).size()).isGreaterThan(kept);
        assertThat(kept).isGreaterThan(50);
        assertThat(Files.readAllLines(path("whole.tsv")).stream()
                        .filter(line -> line.startsWith("three\t"))
                        .map(line -> line.split("\t")[8])
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void regionsAndPlacesAreSharedOutToo() throws IOException {
        assertPartsMakeTheWhole(
                ".bed", "--threshold", "0.3", "--regions", path("r.bed").toString());
        assertPartsMakeTheWhole(".bed", "--threshold", "0.3", "--genomic-coordinates");
        assertPartsMakeTheWhole(".bed", "--threshold", "0.3", "--background", "sequences");
    }

    @Test
    void turnedPlacesAndSkippedRegionsAreSharedOutToo() throws IOException {
        String fasta = Files.readString(path("s.fa"));
        Files.writeString(
                path("s.fa"), fasta.replace(">s0\n", ">a::s:5-36(-)\n").replace(">s2\n", ">s2:701-1400/rc\n"));
        for (String sort : List.of("--qvalue", "--sort")) {
            assertPartsMakeTheWhole(".bed", "--threshold", "0.3", "--genomic-coordinates", sort);
        }
        assertThat(Files.readString(path("whole.bed"))).contains("\ns\t5\t", "\ns2\t1399\t1400\t");
        Files.writeString(path("s.fa"), fasta);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path("s.fa.gz")))) {
            Files.copy(path("s.fa"), out);
        }
        Files.writeString(path("r.bed"), "s2\t3\t40\ns2\t30\t701\ns0\t0\t32\ns5\t50\t90\ns2\t600\t700\nx\t1\t2\n");
        String[] rest = {"--threshold", "0.3", "--regions", path("r.bed").toString(), "--skip-outside"};
        assertPartsMakeTheWhole(".bed", rest);
        String indexed = Files.readString(path("whole.bed"));
        sequences = "s.fa.gz";
        assertPartsMakeTheWhole(".bed", rest);
        assertThat(Files.readString(path("whole.bed")).lines().filter(line -> !line.startsWith("#")))
                .containsExactlyElementsOf(
                        indexed.lines().filter(line -> !line.startsWith("#")).toList())
                .anyMatch(line -> line.matches("s2\t6\\d\\d\t.*"))
                .noneMatch(line -> line.matches("s2\t[45]\\d+\t.*|s0\t.*"));
    }

    @Test
    void partsHaveEqualWork() throws IOException {
        for (String part : parts(4, ".bed", "--threshold", "1", "--motif", "one", "--no-revcomp")) {
            assertThat(Files.readAllLines(Path.of(part)).stream().filter(line -> !line.startsWith("#")))
                    .as(part)
                    .hasSizeBetween(195, 207);
        }
    }

    @Test
    void aMissingPartAndAPartOfAnotherRunAreReported() throws IOException {
        List<String> three = parts(3, ".bed", "--threshold", "0.3");
        assertRefused(three.subList(0, 2), "shard 3 of 3 is missing");
        assertRefused(three.subList(1, 3), "shard 1 of 3 is missing");
        assertRefused(List.of(three.get(0), three.get(1), three.get(1), three.get(2)), "shard 2 of 3 is given twice");
        List<String> others = parts(2, ".bed", "--threshold", "0.2");
        assertRefused(List.of(three.get(0), others.get(1), three.get(2)), "belongs to another scan", "--threshold 0.3");
        assertRefused(List.of(path("m.meme").toString()), "not a shard of a scan", "scan --shard");
        assertThat(scan("whole.bed").code()).isZero();
        assertRefused(List.of(path("whole.bed").toString()), "not a shard of a scan");
    }

    @Test
    void aTruncatedPartIsReported() throws IOException {
        List<String> parts = parts(2, ".tsv", "--threshold", "0.3", "--qvalue");
        Path cut = Path.of(parts.get(1));
        byte[] bytes = Files.readAllBytes(cut);
        for (int length : new int[] {bytes.length - 2, bytes.length - 6, bytes.length / 2, 900}) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertRefused(parts, parts.get(1), "again");
        }
    }

    private void assertRefused(List<String> parts, String... said) {
        Captured refused = merge("refused.bed", parts);
        assertThat(refused.code()).as(refused.err()).isEqualTo(1);
        assertThat(refused.err()).contains(said).doesNotContain("\tat ");
        assertThat(path("refused.bed")).doesNotExist();
    }

    @Test
    void invalidSharesAreUsageErrors() {
        for (String share : List.of("0/3", "4/3", "1", "a/b", "1/0", "-1/3")) {
            Captured refused = scan("x.bed", "--shard", share);
            assertThat(refused.code()).isEqualTo(2);
            assertThat(refused.err()).contains("--shard: expected a shard");
        }
        String[] streamed = {"scan", "--motifs", path("m.meme").toString(), "--sequences", "-", "--shard", "1/2"};
        assertThat(Captured.run(streamed).err()).contains("reads the sequences twice");
        assertThat(Captured.run("merge").code()).isEqualTo(2);
        assertThat(scan("x.bed", "--shard", "1/2", "--best").err()).contains("--shard cuts sequences");
    }
}
