package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.tribble.readers.TabixReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.expomotif.io.track.ReadBigWig;
import org.expomotif.run.Checksum;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    private static final String MEME = """
            MEME version 4

            ALPHABET= ACGT

            Background letter frequencies
            A 0.4 C 0.1 G 0.2 T 0.3

            MOTIF w3 three
            letter-probability matrix: alength= 4 w= 3 nsites= 10
            0.8 0.1 0.1 0
            0 1 0 0
            0.1 0.2 0.3 0.4
            MOTIF w1
            letter-probability matrix: alength= 4 w= 1
            0.7 0.1 0.1 0.1
            """;

    private static final String LOOSE = "--background motif-file --threshold 0.04 --no-revcomp -o @/h.bed ";

    private static final String EVERYWHERE = "scan -q --motifs @/m.meme --sequences @/s.fa --threshold 1 -o @/x.tsv ";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeInputs() {
        TextFile.write(folder.resolve("m.meme"), MEME);
        TextFile.write(folder.resolve("s.fa"), ">chr7:1001-1019 a piece\nACTGGnACGag\r\nuACCRGGT");
        Bed.of("chr7:1001-1019", 0, 3)
                .and("chr7:1001-1019", 6, 9)
                .and("chrNone", 1, 9)
                .write(folder.resolve("r.bed"));
    }

    private CommandResult run(String line) {
        return CommandLineRun.parse(folder, line).run();
    }

    /** A scan with the motif of three positions. */
    private CommandResult scan(String more) {
        return run("scan -q --motifs @/m.meme --sequences @/s.fa --motif w3 " + more);
    }

    private List<String> rows(String name) {
        return Rows.of(folder.resolve(name));
    }

    @Test
    void theSuffixChoosesTheFormatAndAllSitesAgree() throws IOException {
        for (String name : List.of("h.tsv", "h.bed", "h.gff3")) {
            scan("--background motif-file --threshold 0.01 --qvalue -o @/" + name)
                    .succeeds();
        }
        assertThat(rows("h.tsv"))
                .containsExactly(
                        "motif_id\tmotif_alt_id\tsequence_name\tstart\tstop\tstrand\tscore\tp-value\tq-value"
                                + "\tmatched_sequence",
                        "w3\tthree\tchr7:1001-1019\t7\t9\t+\t4.91176\t0.00788\t0.173\tACG");
        assertThat(rows("h.bed"))
                .containsExactly("chr7:1001-1019\t6\t9\tw3\t210\t+\t4.91176\t0.00788\t0.173\tACG\tthree");
        assertThat(Files.readAllLines(folder.resolve("h.gff3"))).startsWith("##gff-version 3");
        assertThat(rows("h.gff3"))
                .containsExactly("chr7:1001-1019\texpomotif\tnucleotide_motif\t7\t9\t21\t+\t.\tName=w3_chr7:1001-1019+;"
                        + "Alias=three;ID=w3-chr7:1001-1019-7+;pvalue=0.00788;qvalue=0.173;sequence=ACG");
        assertThat(Files.readString(folder.resolve("h.tsv"))).contains("# ").contains("sha256");
    }

    @Test
    void sortedSitesAndTheirIndexAppearTogetherOrNotAtAll() throws IOException {
        String sorted = "--threshold 0.1 --sort -o @/h.bed.gz";
        scan(sorted).succeeds();
        try (TabixReader reader = new TabixReader(folder + "/h.bed.gz")) {
            assertThat(reader.query("chr7:1001-1019", 7, 9).next()).startsWith("chr7:1001-1019\t6\t9\tw3");
        }
        Files.delete(folder.resolve("h.bed.gz"));
        Files.delete(folder.resolve("h.bed.gz.tbi"));
        Files.createDirectory(folder.resolve("h.bed.gz.tbi"));
        scan(sorted).isRefused(1, "h.bed.gz.tbi");
        assertThat(folder.resolve("h.bed.gz")).doesNotExist();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("m.meme", "s.fa", "r.bed", "h.bed.gz.tbi");
        }
    }

    @Test
    void aMemeFileWithoutMotifsGivesTablesWithoutSites() throws IOException {
        TextFile.write(folder.resolve("none.meme"), "MEME version 4\n\nALPHABET= ACGT\n");
        run("scan --motifs @/none.meme --sequences @/s.fa --qvalue --counts @/c.tsv -o @/n.tsv")
                .succeeds()
                .reports("warning: " + folder.resolve("none.meme") + ": the file has no motif", "0 sites");
        assertThat(Files.readAllLines(folder.resolve("n.tsv")).getFirst()).startsWith("motif_id\tmotif_alt_id\t");
        assertThat(rows("n.tsv")).hasSize(1);
        assertThat(Files.readAllLines(folder.resolve("c.tsv")).getFirst()).isEqualTo("sequence");
        TextFile.write(folder.resolve("none.transfac"), "VV  none\nXX\n//\n");
        run("scan --motifs @/none.transfac --sequences @/s.fa").isRefused(1, "none.transfac");
    }

    @Test
    void onlyRegionsAreScanned() {
        scan(LOOSE + "--regions @/r.bed").succeeds();
        assertThat(rows("h.bed")).extracting(row -> row.split("\t")[1]).containsExactly("0", "6");
    }

    @Test
    void headersGivePlacesOnTheGenome() {
        scan(LOOSE + "--genomic-coordinates").succeeds();
        assertThat(rows("h.bed"))
                .extracting(row -> row.substring(0, row.indexOf("\tw3")))
                .containsExactly("chr7\t1000\t1003", "chr7\t1006\t1009", "chr7\t1012\t1015");
        scan(LOOSE + "--genomic-coordinates --regions @/r.bed").isRefused(2, "--genomic-coordinates");
    }

    @Test
    void aRegionOffTheEndIsRefused() {
        Bed.of("chr7:1001-1019", 0, 20).write(folder.resolve("r.bed"));
        scan(LOOSE + "--regions @/r.bed").isRefused(1, "r.bed, line 1: ");
    }

    /** With an index, and from a stream, which is read to the end of its sequences. */
    @Test
    void theTrackOfRegionsKnowsHowLongTheSequencesAre() throws IOException, DataFormatException {
        Fasta sequencesOfThree = Fasta.of("one", "ACTGGTACGAGTACCAGGTA")
                .and("two=2", "ACTGGTACGA")
                .and("three", "ACTGG");
        sequencesOfThree.write(folder.resolve("s.fa"));
        sequencesOfThree.write(folder.resolve("z.fa.gz"));
        Bed.of("one", 2, 9).and("two=2", 0, 5).and("one", 4, 12).write(folder.resolve("r.bed"));
        List<Map<String, Float>> tracks = new ArrayList<>();
        for (String sequences : List.of("s.fa", "z.fa.gz")) {
            run("scan -q --motifs @/m.meme --sequences @/" + sequences
                            + " --regions @/r.bed --scores @/t.bw -o @/h.gff3")
                    .succeeds();
            ReadBigWig track = new ReadBigWig(folder.resolve("t.bw"));
            assertThat(track.lengths()).isEqualTo(Map.of("one", 20, "two=2", 10));
            tracks.add(track.values());
        }
        assertThat(tracks.getFirst()).hasSize(10 + 5).isEqualTo(tracks.getLast());
    }

    private List<String> everywhere(String more) {
        run(EVERYWHERE + more).succeeds();
        return rows("x.tsv");
    }

    @Test
    void aMotifMayHaveAPseudocountOfItsOwn() {
        List<String> three = everywhere("--motif-pseudo 3");
        List<String> usual = everywhere("");
        List<String> mixed = everywhere("--motif-pseudo w3=3");
        assertThat(mixed).filteredOn(row -> row.startsWith("w3")).isNotEmpty().isSubsetOf(three);
        assertThat(mixed).filteredOn(row -> row.startsWith("w1")).isNotEmpty().isSubsetOf(usual);
        assertThat(mixed).isNotEqualTo(three).isNotEqualTo(usual);
        assertThat(everywhere("--motif-pseudo w3=0.1 --motif-pseudo 3"))
                .filteredOn(row -> row.startsWith("w3"))
                .isSubsetOf(usual);
    }

    @Test
    void aPseudocountThatCannotBeIsRefused() {
        run(EVERYWHERE + "--motif-pseudo w4=3").isRefused(1, "w4");
        run(EVERYWHERE + "--motif-pseudo w3=-3").isRefused(2, "--motif-pseudo");
        run(EVERYWHERE + "--motif-pseudo much").isRefused(2, "--motif-pseudo");
    }

    @Test
    void aFileOfWhichOnlyPartsAreReadIsRecordedByItsSize() throws IOException {
        scan("--regions @/r.bed -o @/parts.tsv").succeeds();
        assertThat(Files.readAllLines(folder.resolve("parts.tsv")))
                .contains("# input: " + folder + "/s.fa bytes:" + Files.size(folder.resolve("s.fa")));
        scan("-o @/whole.tsv").succeeds();
        assertThat(Files.readAllLines(folder.resolve("whole.tsv")))
                .contains("# input: " + folder + "/s.fa " + Checksum.of(folder + "/s.fa"))
                .anyMatch(line -> line.startsWith("motif_id"));
    }

    @Test
    void filtersOfAModelAreScanned() {
        TinyModel.write(TinyModel.untrained("cnn-deep", "exponential", 1, "a", "b"), folder.resolve("model.zip"));
        Fasta.of("s", "ACGTTGCAAGGCTTAC".repeat(20)).write(folder.resolve("long.fa"));
        String line = "scan -q --model @/model.zip --sequences @/long.fa --threshold 0.01 -o @/f.tsv";
        run(line).succeeds();
        assertThat(rows("f.tsv").get(1))
                .matches("filter\\d+\t\ts\t\\d+\t\\d+\t[+-]\t[-.\\d]+\t0\\.00\\d+\t\t[ACGT]{19}");
        run(line + " --background motif-file").isRefused(2, "--background");
    }

    @Test
    void faultsOfTheCommandLineAreUsageErrors() {
        scan("--threshold 2 -o @/x.tsv").isRefused(2, "--threshold");
        scan("--threshold 0 -o @/x.tsv").isRefused(2, "--threshold");
        scan("--motif-pseudo -1 -o @/x.tsv").isRefused(2, "--motif-pseudo");
        scan("--model @/m.zip -o @/x.tsv").isRefused(2, "--model");
        assertThat(folder.resolve("x.tsv")).doesNotExist();
    }

    @Test
    void faultsOfTheInputLeaveNoTable() {
        scan("--motif-pseudo 0 -o @/x.tsv").isRefused(1, "w3");
        scan("--motif none -o @/x.tsv").isRefused(1, "none");
        scan("--background @/none.txt -o @/x.tsv").isRefused(1, "none.txt");
        assertThat(folder.resolve("x.tsv")).doesNotExist();
    }
}
