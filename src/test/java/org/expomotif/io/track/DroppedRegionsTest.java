package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.expomotif.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedRegionsTest {
    @TempDir
    private Path folder;

    private final DroppedRegions dropped = new DroppedRegions("peaks.bed", true);
    private final List<String> warnings = new ArrayList<>();

    private void outside(int start, long line) {
        dropped.outside("chr1", start, start + 10, "p" + line, line, "the region", 100);
    }

    private List<String> warned(Set<String> names) {
        dropped.warn("genome.fa", names, warnings::add);
        return warnings;
    }

    @Test
    void nothingDroppedIsNotReported() {
        assertThat(warned(Set.of("chr1"))).isEmpty();
        assertThat(dropped.hasOutside()).isFalse();
    }

    @Test
    void oneRegionOfEachKind() {
        outside(95, 2);
        dropped.unknown("chrX", 0, 5, "x", 3);
        dropped.clipped();
        assertThat(dropped.hasOutside()).isTrue();
        assertThat(warned(Set.of("chr1")))
                .containsExactly(
                        "peaks.bed: 1 region was dropped on a sequence that genome.fa does not have: chrX:0-5 (line 3)",
                        "peaks.bed: 1 region was dropped for not being within the sequence: chr1:95-105 (line 2)",
                        "peaks.bed: 1 region was cut off at the end of the sequence");
    }

    /** Regions come in any order; the first three lines are the examples. */
    @Test
    void severalRegionsOfEachKind() {
        for (int line : new int[] {9, 4, 7, 5, 8}) {
            outside(100 * line, line);
        }
        for (int line : new int[] {3, 2}) {
            dropped.unknown("chr" + line, 0, 5, "x", line);
        }
        dropped.clipped();
        dropped.clipped();
        assertThat(warned(Set.of("2", "3")))
                .containsExactly(
                        "peaks.bed: 2 regions were dropped on 2 sequences that genome.fa does not have:"
                                + " chr2:0-5 (line 2), chr3:0-5 (line 3); "
                                + ChromosomeNames.advice(List.of("chr3", "chr2"), Set.of("2", "3"))
                                        .orElseThrow(),
                        "peaks.bed: 5 regions were dropped for not being within the sequence: chr1:400-410 (line 4),"
                                + " chr1:500-510 (line 5), chr1:700-710 (line 7) and 2 more",
                        "peaks.bed: 2 regions were cut off at the end of the sequence");
    }

    @Test
    void aRegionOutsideIsRefused() {
        dropped.outside("chr1", 0, 10, "p", 6, "the window of the region", 1);
        assertThat(dropped.refusal(OutsideRule.REFUSE))
                .hasMessage("peaks.bed, line 6: the window of the region is not within the 1 base of chr1:"
                        + " found chr1:0-10 (line 6); give the sequences that the regions belong to,"
                        + " or leave such regions out with --skip-outside");
    }

    @Test
    void regionsOutsideAreRefusedAtTheFirst() {
        outside(700, 7);
        outside(600, 6);
        assertThat(dropped.refusal(OutsideRule.SKIP))
                .hasMessage("peaks.bed, line 6: 2 regions are not within their sequences; for the first, the region is"
                        + " not within the 100 bases of chr1: found chr1:600-610 (line 6), chr1:700-710 (line 7);"
                        + " give the sequences that the regions belong to");
    }

    @Test
    void whenNothingIsLeftNamesAreCompared() {
        dropped.unknown("chrB", 0, 5, "x", 9);
        dropped.unknown("chrA", 0, 5, "x", 8);
        assertThat(dropped.nothingLeft(Set.of("two", "one")))
                .hasMessage("peaks.bed, line 8: no region lies in any of the sequences: expected names such as one,"
                        + " found names such as chrA; take the regions and the sequences from one assembly");
        assertThat(dropped.nothingLeft(Set.of()))
                .hasMessageContaining("expected names such as none, found names such as chrA");
        assertThat(dropped.nothingLeft(Set.of("A")))
                .hasMessageEndingWith("the sequences are named without chr, such as A:"
                        + " take it off the regions with sed 's/^chr//'");
    }

    @Test
    void namesMayDifferByTheirPrefix() {
        assertThat(ChromosomeNames.advice(List.of("9", "X"), Set.of("chrX")))
                .contains("the sequences are named with chr, such as chrX: put it before the regions with"
                        + " sed 's/^/chr/'");
        assertThat(ChromosomeNames.advice(List.of("chr9", "chrX"), Set.of("X")))
                .contains("the sequences are named without chr, such as X: take it off the regions with"
                        + " sed 's/^chr//'");
        assertThat(ChromosomeNames.advice(List.of("chr9", "Y"), Set.of("X", "chrX")))
                .isEmpty();
        assertThat(ChromosomeNames.advice(List.of("xxxY"), Set.of("Y"))).isEmpty();
    }

    @Test
    void theTableIsInTheOrderOfTheLines() throws IOException {
        dropped.unknown("chrX", 0, 5, "x", 9);
        outside(95, 3);
        Path table = folder.resolve("dropped.tsv");
        dropped.write(table.toString(), Provenance.of(List.of("made")));
        assertThat(Files.readString(table)).isEqualTo("""
                sequence\tstart\tend\tname\tfile\tline\treason
                chr1\t95\t105\tp3\tpeaks.bed\t3\tthe region is not within the 100 bases of chr1
                chrX\t0\t5\tx\tpeaks.bed\t9\tthe sequence is not among the sequences read
                # made
                """);
    }

    @Test
    void rowsAreKeptForATableAlone() throws IOException {
        DroppedRegions counted = new DroppedRegions("-", false);
        counted.unknown("chrX", 0, 5, "x", 9);
        Path table = folder.resolve("dropped.tsv");
        counted.write(table.toString(), Provenance.of(List.of()));
        assertThat(Files.readString(table)).isEqualTo("sequence\tstart\tend\tname\tfile\tline\treason\n");
        assertThat(counted.nothingLeft(Set.of("a"))).hasMessageStartingWith("standard input, line 9: no region");
    }
}
