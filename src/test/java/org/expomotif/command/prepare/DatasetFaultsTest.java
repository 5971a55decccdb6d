package org.expomotif.command.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.Test;

/** Wrong input and wrong command lines of dataset end with one sentence, and nothing is written. */
class DatasetFaultsTest extends DatasetFixture {
    private void refused(int code, String message, String line) {
        CommandResult run = run("dataset --genome @/g.fa --out-dir @/none " + line);
        assertThat(run.err()).contains(message);
        assertThat(run.code()).isEqualTo(code);
        assertThat(folder.resolve("none/sequences.fa")).doesNotExist();
    }

    @Test
    void anotherAssemblyIsReported() throws IOException {
        write("P.bed", "1\t50\t90\n2\t40\t60\n");
        refused(
                1,
                "P.bed, line 1: no region lies in any of the sequences: expected names such as chr1, found names such as"
                        + " 1; the sequences are named with chr, such as chr1",
                "--positives @/P.bed --length 20");
        write("P.bed", "chr1\t50\t90\nchr2\t40\t60\nchr2\t90\t130\nchr2\t500\t600\n");
        CommandResult run = dataset("--positives @/P.bed --length 20 --negatives none");
        assertThat(run.err())
                .contains("P.bed: 2 records of 4 extend beyond the end of the sequence: the peaks may be of another"
                        + " assembly than the genome");
        assertThat(lines("dropped.tsv"))
                .contains(
                        "chr2:90-130\tP.bed\t3\tthe region is not within the 100 bases of chr2",
                        "chr2:500-600\tP.bed\t4\tthe region is not within the 100 bases of chr2");
    }

    @Test
    void nothingLeftIsAnErrorWithTheReasons() throws IOException {
        write("P.bed", "chr3\t10\t40\nchr3\t52\t72\nchr1\t0\t5\n");
        refused(
                1,
                "no peak is left: expected at least one peak that can be used, found 1 dropped: not within the sequence, 1"
                        + " dropped: overlaps the blacklist, 1 dropped: unknown bases",
                "--positives @/P.bed --length 20 --blacklist @/black.bed");
        write("P.bed", "chr1\t0\t200\nchr2\t0\t100\nchr3\t0\t100\n");
        refused(1, "g.fa: the genome has no window for negatives", "--positives @/P.bed --length 60");
        write("empty.bed", "# nothing\n");
        refused(1, "empty.bed: the file has no regions", "--positives @/empty.bed");
        refused(
                1,
                "the genome has no sequence 2: expected names such as chr1, chr2, chr3; write chr2 in"
                        + " --valid-chromosomes",
                "--positives @/A.narrowPeak --length 20 --valid-chromosomes 2");
        refused(
                1,
                "there are fewer chromosomes with positives than folds",
                "--positives @/A.narrowPeak --length 20" + " --folds 4");
        assertThat(run("dataset --positives @/A.narrowPeak --genome - --out-dir @/none")
                        .err())
                .contains("standard input: the genome cannot be read twice");
    }

    @Test
    void wrongCommandLinesAreRefused() {
        refused(2, "--length: expected a whole number of 1 to 1000000", "--positives @/B.bed --length 0");
        refused(2, "--ratio: expected a number above 0", "--positives @/B.bed --ratio 0");
        refused(2, "--max-unknown: expected a share of 0 to 1", "--positives @/B.bed --max-unknown 5");
        refused(2, "--negatives: none cannot be combined", "--positives @/B.bed --negatives none genome");
        refused(2, "--top-by: expected score, signal", "--positives @/B.bed --top-by height");
        refused(2, "--folds: expected a whole number of 3 to 100, found 2", "--positives @/B.bed --folds 2");
        refused(2, "exclude each other", "--positives @/B.bed --folds 5 --split 1,0,0");
        refused(2, "--split: expected three shares", "--positives @/B.bed --split 1,1,1");
        refused(2, "found chr1 in both", "--positives @/B.bed --valid-chromosomes chr1 --test-chromosomes chr1,chr2");
        refused(2, "expected 1 names, one per file of --positives, found 2", "--positives @/B.bed --classes X,Y");
        refused(2, "\"B\" twice", "--positives @/B.bed @/B.bed");
    }
}
