package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positives and controls of {@code enrich} by labels, and the motifs that stand for groups. */
class EnrichLabelsTest {
    private static final String MOTIFS = "test-data/jaspar2016_62.meme";

    @TempDir
    private Path folder;

    /** The sequences of two files in one, with labels of two classes. */
    @BeforeEach
    void joinTheFiles() throws IOException {
        List<String> fasta = new ArrayList<>();
        List<String> labels = new ArrayList<>(List.of("id\tsplit\tA\tB"));
        add("test-data/enrich/positives.fa", "p", "1\tNA", fasta, labels);
        add("test-data/enrich/controls.fa", "n", "0\t0", fasta, labels);
        Files.write(folder.resolve("all.fa"), fasta);
        Files.write(folder.resolve("labels.tsv"), labels);
    }

    private static void add(String file, String prefix, String values, List<String> fasta, List<String> labels)
            throws IOException {
        int number = 0;
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.startsWith(">")) {
                String id = prefix + number;
                fasta.add(">" + id);
                labels.add(id + "\t" + (number % 2 == 0 ? "train" : "test") + "\t" + values);
                number++;
            } else {
                fasta.add(line);
            }
        }
    }

    private CommandResult enrich(String more) {
        return CommandLineRun.parse(folder, "enrich --motifs " + MOTIFS + " --hold-out 0 -q " + more)
                .run();
    }

    private static List<String> rows(CommandResult result) {
        return result.succeeds()
                .out()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void labelsGiveTheFiguresOfTwoFiles() {
        List<String> files =
                rows(enrich("--sequences test-data/enrich/positives.fa --controls test-data/enrich/controls.fa"));

        assertThat(rows(enrich("--sequences @/all.fa --labels @/labels.tsv"))).isEqualTo(files);
        assertThat(rows(enrich("--sequences @/all.fa --labels @/labels.tsv --class A")))
                .isEqualTo(files);
    }

    @Test
    void aSplitIsPartOfTheSequences() {
        String header =
                rows(enrich("--sequences @/all.fa --labels @/labels.tsv")).getFirst();
        int column = List.of(header.split("\t")).indexOf("POSITIVES");
        int all = Integer.parseInt(rows(enrich("--sequences @/all.fa --labels @/labels.tsv"))
                .get(1)
                .split("\t")[column]);
        int ofSplits = 0;
        for (String split : List.of("train", "test")) {
            ofSplits += Integer.parseInt(rows(enrich("--sequences @/all.fa --labels @/labels.tsv --split " + split))
                    .get(1)
                    .split("\t")[column]);
        }

        assertThat(ofSplits).isEqualTo(all);
    }

    /** With the label NA in class B the positives of A are in neither set. */
    @Test
    void sequencesOfUnknownLabelBelongToNeitherSet() {
        enrich("--sequences @/all.fa --labels @/labels.tsv --class B")
                .isRefused(1, "positives of ", "too few sequences", "found 0");
    }

    @Test
    void faultsNameTheOptionOrTheFile() throws IOException {
        enrich("--sequences @/all.fa --labels @/labels.tsv --class C").isRefused(1, "labels.tsv", "A, B");
        enrich("--sequences @/all.fa --class A").isRefused(2, "--class needs --labels");
        enrich("--sequences @/all.fa --split test").isRefused(2, "--split needs --labels");
        Files.writeString(folder.resolve("labels.tsv"), "id\tsplit\tA\np0\ttrain\t1\n");
        enrich("--sequences @/all.fa --labels @/labels.tsv").isRefused(1, "sequences without a label");
    }

    @Test
    void theRepresentativesAreTheFirstMotifsOfTheGroups() throws IOException {
        List<String> rows = rows(enrich("--sequences @/all.fa --labels @/labels.tsv --representatives @/r.meme"));
        int group = List.of(rows.getFirst().split("\t")).indexOf("GROUP");
        List<String> groups = rows.stream()
                .skip(1)
                .map(row -> row.split("\t")[group])
                .distinct()
                .toList();

        assertThat(Files.readAllLines(folder.resolve("r.meme")))
                .filteredOn(line -> line.startsWith("MOTIF "))
                .extracting(line -> line.split(" ")[1])
                .isEqualTo(groups);
    }
}
