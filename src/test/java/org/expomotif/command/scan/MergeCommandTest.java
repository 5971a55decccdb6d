package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
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
        TextFile.write(path("m.meme"), MEME);
        Bed.of("s2", 3, 40).and("s2", 41, 60).and("s0", 0, 7).and("s3", 5, 6).write(path("r.bed"));
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

    private CommandResult scan(String output, Object... more) {
        return CommandLineRun.of("scan", "-q")
                .motifs(path("m.meme"))
                .sequences(path(sequences))
                .to(path(output))
                .with(more)
                .run();
    }

    private List<Path> parts(int count, String suffix, Object... more) {
        List<Path> parts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Path part = path("part" + i + "of" + count + suffix);
            CommandLineRun.of("scan", "-q")
                    .motifs(path("m.meme"))
                    .sequences(path(sequences))
                    .to(part)
                    .with(more)
                    .with("--shard", i + "/" + count)
                    .run()
                    .succeeds();
            parts.add(part);
        }
        return parts;
    }

    private CommandResult merge(String output, List<Path> parts) {
        return CommandLineRun.of("merge", "-q").to(path(output)).with(parts).run();
    }

    private void assertPartsMakeTheWhole(String suffix, Object... more) {
        scan("whole" + suffix, more).succeeds();
        for (int count : suffix.equals(".gff3") ? new int[] {1, 30} : new int[] {4}) {
            List<Path> parts = parts(count, suffix, more);
            Collections.shuffle(parts, new Random(count));
            merge("merged" + suffix, parts).succeeds();
            assertThat(path("merged" + suffix))
                    .as(count + " parts of " + Arrays.toString(more))
                    .hasSameBinaryContentAs(path("whole" + suffix));
        }
    }

    /** Counting the bases makes the index, and the scan uses it. */
    @Test
    void regionsOfSequencesWithoutAnIndex() {
        assertThat(path("s.fa.fai")).doesNotExist();
        List<Path> parts = parts(2, ".bed", "--regions", path("r.bed"));
        assertThat(path("s.fa.fai")).exists();
        merge("merged.bed", parts).succeeds();
        scan("whole.bed", "--regions", path("r.bed")).succeeds();
        assertThat(path("merged.bed")).hasSameBinaryContentAs(path("whole.bed"));
    }

    @Test
    void partsOfEveryFormatMakeTheWhole() {
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
        scan("whole.bed", "--threshold", "0.3", "--no-revcomp").succeeds();
        assertThat(Files.readAllLines(path("whole.bed")).size()).isGreaterThan(kept);
        assertThat(kept).isGreaterThan(50);
        assertThat(Files.readAllLines(path("whole.tsv")).stream()
                        .filter(line -> line.startsWith("three\t"))
                        .map(line -> line.split("\t")[8])
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void regionsAndPlacesAreSharedOutToo() {
        assertPartsMakeTheWhole(".bed", "--threshold", "0.3", "--regions", path("r.bed"));
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
        TextFile.write(path("s.fa.gz"), fasta);
        Bed.of("s2", 3, 40)
                .and("s2", 30, 701)
                .and("s0", 0, 32)
                .and("s5", 50, 90)
                .and("s2", 600, 700)
                .and("x", 1, 2)
                .write(path("r.bed"));
        Object[] rest = {"--threshold", "0.3", "--regions", path("r.bed"), "--skip-outside"};
        assertPartsMakeTheWhole(".bed", rest);
        List<String> indexed = Rows.of(path("whole.bed"));
        sequences = "s.fa.gz";
        assertPartsMakeTheWhole(".bed", rest);
        assertThat(Rows.of(path("whole.bed")))
                .isEqualTo(indexed)
                .anyMatch(line -> line.matches("s2\t6\\d\\d\t.*"))
                .noneMatch(line -> line.matches("s2\t[45]\\d+\t.*|s0\t.*"));
    }

    @Test
    void partsHaveEqualWork() {
        for (Path part : parts(4, ".bed", "--threshold", "1", "--motif", "one", "--no-revcomp")) {
            assertThat(Rows.of(part)).as(part.toString()).hasSizeBetween(195, 207);
        }
    }

    @Test
    void aMissingPartIsReported() {
        List<Path> three = parts(3, ".bed", "--threshold", "0.3");
        assertRefused(three.subList(0, 2), "shard 3 of 3 is missing");
        assertRefused(three.subList(1, 3), "shard 1 of 3 is missing");
        assertRefused(List.of(three.get(0), three.get(1), three.get(1), three.get(2)), "shard 2 of 3 is given twice");
    }

    @Test
    void aPartOfAnotherRunIsReported() {
        List<Path> three = parts(3, ".bed", "--threshold", "0.3");
        List<Path> others = parts(2, ".bed", "--threshold", "0.2");
        assertRefused(List.of(three.get(0), others.get(1), three.get(2)), "belongs to another scan", "--threshold 0.3");
    }

    @Test
    void aFileThatIsNotAPartIsReported() {
        assertRefused(List.of(path("m.meme")), "not a shard of a scan", "scan --shard");
        scan("whole.bed").succeeds();
        assertRefused(List.of(path("whole.bed")), "not a shard of a scan");
    }

    @Test
    void aTruncatedPartIsReported() throws IOException {
        List<Path> parts = parts(2, ".tsv", "--threshold", "0.3", "--qvalue");
        Path cut = parts.get(1);
        byte[] bytes = Files.readAllBytes(cut);
        for (int length : new int[] {bytes.length - 2, bytes.length - 6, bytes.length / 2, 900}) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertRefused(parts, cut.toString(), "again");
        }
    }

    private void assertRefused(List<Path> parts, String... texts) {
        merge("refused.bed", parts).isRefused(1, texts);
        assertThat(path("refused.bed")).doesNotExist();
    }

    @Test
    void invalidSharesAreUsageErrors() {
        for (String share : List.of("0/3", "4/3", "1", "a/b", "1/0", "-1/3")) {
            scan("x.bed", "--shard", share).isRefused(2, "--shard: expected a shard");
        }
        CommandLineRun.of("merge").run().isRefused(2);
    }

    @Test
    void whatCannotBeCutIsAUsageError() {
        CommandLineRun.of("scan", "--shard", "1/2")
                .motifs(path("m.meme"))
                .sequences("-")
                .run()
                .isRefused(2, "reads the sequences twice");
        scan("x.bed", "--shard", "1/2", "--best").isRefused(2, "--shard cuts sequences");
    }
}
