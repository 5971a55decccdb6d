package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.LabelTable;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordinary files of sequences that once gave a wrong answer, through the command line. */
class SequenceCasesTest {
    private static final String CASES = "test-data/cases/";
    private static final String MOTIF = CASES + "m.meme";

    @TempDir
    private Path folder;

    /** Sequence, start and stop of the sites that a scan finds. */
    private static List<String> sites(CommandResult run) {
        return run.succeeds().rows().stream()
                .filter(line -> line.startsWith("m1\t"))
                .map(line -> line.split("\t"))
                .map(cells -> cells[2] + ":" + cells[3] + "-" + cells[4])
                .toList();
    }

    private static CommandResult scan(Object sequences, Object... more) {
        return CommandLineRun.of("scan", "--no-revcomp", "--quiet")
                .motifs(MOTIF)
                .sequences(sequences)
                .with(more)
                .run();
    }

    private Path copy(String name) throws IOException {
        return Files.copy(Path.of(CASES + name), folder.resolve(name));
    }

    @Test
    void aGenbankRecordWithoutBasesIsRefusedByName() {
        scan(CASES + "two.gb")
                .isRefused(1, "two.gb, line 7, record BB2.1: the record has no sequence: expected bases under ORIGIN");
    }

    @Test
    void anIndexOfAnotherLayoutIsNotBelieved() throws IOException {
        Path fasta = copy("stale.fa");
        Path index = copy("stale.fa.fai");
        Path regions = copy("stale.bed");
        Files.setLastModifiedTime(fasta, FileTime.fromMillis(1_000_000));
        Files.setLastModifiedTime(index, FileTime.fromMillis(2_000_000));
        CommandResult run = scan(fasta, "--regions", regions);
        assertThat(sites(run)).containsExactly("chrA:11-18", "chrB:21-28");
        assertThat(run.err())
                .contains("warning: " + index + " is not used (" + fasta + ", sequence chrA: the index does not fit the"
                        + " file: ")
                .contains("; make it again: samtools faidx " + fasta);
        assertThat(index).hasSameTextualContentAs(Path.of(CASES + "stale.fa.fai"));
        assertThat(sites(scan(fasta))).as("without regions").containsExactly("chrA:11-18", "chrB:21-28");
        Files.delete(index);
        CommandResult made = scan(fasta, "--regions", regions);
        assertThat(sites(made)).containsExactly("chrA:11-18", "chrB:21-28");
        assertThat(made.err()).isEmpty();
        assertThat(index).hasContent("chrA\t28\t9\t28\t29\nchrB\t30\t44\t30\t31");
    }

    @Test
    void sequencesOfOneNameAreScannedOneByOne() {
        String twice = CASES + "twice.fa";
        CommandResult run = scan(twice);
        assertThat(sites(run)).containsExactly("chr1:100-108:1-8", "chr1:100-108:3-10");
        assertThat(run.err())
                .isEqualTo("warning: " + twice + ": 1 of 2 sequences repeats the name of an earlier one,"
                        + " the first is \"chr1:100-108\" in line 3 and before in line 1; all are used\n");
        assertThat(sites(scan(twice, "--best"))).containsExactly("chr1:100-108:1-8", "chr1:100-108:3-10");
        assertThat(sites(scan(twice, "--sort"))).containsExactly("chr1:100-108:1-8", "chr1:100-108:3-10");
    }

    @Test
    void qValuesOfRepeatedNamesAreThoseOfDifferentNames() throws IOException {
        String text = Files.readString(Path.of(CASES + "twice.fa"));
        Path different = TextFile.write(folder.resolve("d.fa"), text.replaceFirst("108 b", "109 b"));
        List<String> repeated = scan(CASES + "twice.fa", "--qvalue").succeeds().rows();
        List<String> apart = scan(different, "--qvalue").succeeds().rows();
        assertThat(repeated).filteredOn(line -> line.startsWith("m1\t")).hasSize(2);
        assertThat(apart)
                .extracting(line -> line.replace("chr1:100-109", "chr1:100-108"))
                .isEqualTo(repeated);
    }

    @Test
    void everyCountOfRepeatedNamesHasItsRow() {
        Path counts = folder.resolve("c.tsv");
        scan(CASES + "twice.fa", "--counts", counts).succeeds();
        assertThat(Rows.of(counts))
                .filteredOn(line -> line.startsWith("chr1"))
                .containsExactly("chr1:100-108\t1", "chr1:100-108\t1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan --motifs @/m.meme --sequences @/s.fa --regions @/sites.bed -o @/result",
                "scan --motifs @/m.meme --sequences @/s.fa --scores @/s.bw -o @/result",
                "scan --motifs @/m.meme --sequences @/s.fa --sort -o @/result.bed.gz",
                "localize --motifs @/m.meme --sequences @/s.fa --sites @/sites.bed -o @/result",
                "predict --model @/m.zip --sequences @/t.fa -o @/result",
                "attribute --model @/m.zip --sequences @/t.fa --method saliency -o @/result.npz",
                "evaluate --model @/m.zip --sequences @/t.fa --labels @/l.tsv -o @/result",
                "filters --model @/m.zip --sequences @/t.fa --labels @/l.tsv -o @/result",
                "train --network cnn-2 --sequences @/t.fa --labels @/l.tsv -o @/result.zip"
            })
    void whereverNamesAreKeysARepeatedOneIsRefusedWithBothLines(String line) throws IOException {
        writeRepeatedNames();
        CommandLineRun.parse(folder, line)
                .run()
                .isRefused(
                        1,
                        ".fa, line 5: two sequences have the same name: found \"a\" here and in line 1; give every"
                                + " sequence a name of its own");
    }

    @Test
    void namesThatAreNotUsedMayBeRepeated() throws IOException {
        writeRepeatedNames();
        CommandLineRun.parse(folder, "filters --model @/m.zip --sequences @/t.fa")
                .run()
                .succeeds();
    }

    /** The second sequence named a is in line 5 of both files; the sequences of {@code t.fa} fit the model. */
    private void writeRepeatedNames() throws IOException {
        String first = "ACGTT".repeat(40);
        String last = "GGACT".repeat(40);
        Fasta.of("a", first).and("b", "A").and("a", last).write(folder.resolve("s.fa"));
        TextFile.write(folder.resolve("t.fa"), ">a\n" + first + "\n\n\n>a\n" + last + "\n");
        LabelTable.of("c").and("a", "test", 1).and("b", "test", 0).write(folder.resolve("l.tsv"));
        Bed.of("a", 50, 53, "m", 0, '+').write(folder.resolve("sites.bed"));
        TinyModel.write(TinyModel.untrained("cnn-2", "relu", 1, "c"), folder.resolve("m.zip"));
        copy("m.meme");
    }

    @Test
    void numberedFastaIsScannedAtItsOwnPositions() {
        Path fasta =
                TextFile.write(folder.resolve("n.fa"), ">s\n        1 tttttttttt acgtaacctt\n       21 acgtaacc\n");
        CommandResult run = scan(fasta);
        assertThat(sites(run)).containsExactly("s:11-18", "s:21-28");
        assertThat(run.err())
                .isEqualTo("warning: " + fasta
                        + ": the position numbers in the sequence lines are left out, the first in line 2\n");
    }
}
