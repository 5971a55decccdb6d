package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sites with the names of their regions, in a sequence whose sites are at 20 to 28 and at 30 to 38. */
class NamedRegionsTest {
    private static final List<String> FILES = List.of("t.fa", "t.fa.gz");

    @TempDir
    private Path folder;

    @BeforeEach
    void inputs() {
        Meme.of("m1", "ACGTAACC").write(folder.resolve("m.meme"));
        String bases = "T".repeat(20) + "ACGTAACC" + "TT" + "ACGTAACC" + "T".repeat(22);
        FILES.forEach(name -> write(name, ">chrT\n" + bases + "\n"));
        // Two of a name that overlap, one that touches the first, with the summits 19, 24 and, as the middle, 36.
        write("peaks.narrowPeak", """
                chrT\t28\t45\tp2\t0\t.\t1\t1\t1\t-1
                chrT\t10\t28\tp1\t0\t.\t1\t1\t1\t9
                chrT\t20\t40\tp1\t0\t.\t1\t1\t1\t4
                """);
        write("split.bed", "chrT\t10\t24\nchrT\t24\t40\tright\n");
    }

    private void write(String name, String text) {
        TextFile.write(folder.resolve(name), text);
    }

    private CommandResult scan(String options) {
        return CommandLineRun.parse(folder, "scan -q --motifs @/m.meme " + options)
                .run();
    }

    /** Start, region and distance from the summit of sites in BED. */
    private static List<String> sites(CommandResult run) {
        return run.succeeds().rows().stream()
                .map(line -> line.split("\t"))
                .map(cells -> String.join(" ", cells[1], cells[11], cells[12]))
                .toList();
    }

    @Test
    void everyRegionHasItsOwnSites() {
        for (String file : FILES) {
            for (int threads : new int[] {1, 3}) {
                CommandResult run = scan("--format bed --threads " + threads + " --sequences @/" + file
                        + " --regions @/peaks.narrowPeak --name-regions --counts @/counts.tsv");
                assertThat(sites(run)).containsExactly("20 p1 5", "20 p1-2 0", "30 p1-2 10", "30 p2 -2");
                assertThat(Rows.of(folder.resolve("counts.tsv")))
                        .containsExactly("sequence\tm1", "p1\t1", "p1-2\t2", "p2\t1");
            }
        }
    }

    @Test
    void mergedRegionsHaveAllNamesAndTheNearestSummit() {
        for (String file : FILES) {
            CommandResult run = scan("--format bed --sequences @/" + file
                    + " --regions @/peaks.narrowPeak --name-regions --merge-regions --counts @/counts.tsv");
            assertThat(sites(run)).containsExactly("20 p1,p1-2,p2 0", "30 p1,p1-2,p2 -2");
            assertThat(Rows.of(folder.resolve("counts.tsv"))).containsExactly("sequence\tm1", "p1,p1-2,p2\t2");
        }
    }

    @Test
    void aSiteAcrossTwoRegionsLiesInNeither() {
        for (String file : FILES) {
            String options = "--format bed --sequences @/" + file + " --regions @/split.bed --name-regions";
            assertThat(sites(scan(options))).containsExactly("30 right 2");
            assertThat(sites(scan(options + " --merge-regions")))
                    .containsExactly("20 chrT:11-24,right 7", "30 chrT:11-24,right 2");
        }
    }

    @Test
    void tablesAndGff3HaveTheColumns() {
        String options = "--sequences @/t.fa --regions @/split.bed --name-regions --format ";
        List<String> table = scan(options + "tsv").succeeds().rows();
        assertThat(table).hasSize(2);
        assertThat(table.getFirst()).endsWith("\tq-value\tmatched_sequence\tregion\tsummit_distance");
        assertThat(table.getLast()).startsWith("m1\t\tchrT\t31\t38\t+\t").endsWith("\t\tACGTAACC\tright\t2");
        assertThat(scan(options + "gff3").succeeds().rows().getLast())
                .endsWith("sequence=ACGTAACC;region=right;summit_distance=2");
    }

    @Test
    void mergedShardsAreTheWholeScan() {
        for (String format : List.of("tsv", "bed", "gff3")) {
            String options =
                    "--sequences @/t.fa --regions @/peaks.narrowPeak --name-regions --qvalue --format " + format;
            scan(options + " -o @/whole").succeeds();
            scan(options + " --shard 1/2 -o @/1").succeeds();
            scan(options + " --shard 2/2 -o @/2").succeeds();
            CommandLineRun.parse(folder, "merge -q @/2 @/1 -o @/merged").run().succeeds();
            assertThat(Rows.text(folder.resolve("merged")))
                    .contains("p1-2")
                    .isEqualTo(Rows.text(folder.resolve("whole")));
        }
    }

    @Test
    void outputsByPositionNeedRegionsThatDoNotOverlap() {
        String options = "--sequences @/t.fa --name-regions --sort -o @/s.bed.gz --regions @/";
        scan(options + "peaks.narrowPeak")
                .isRefused(1, "regions overlap, so the index", "chrT:21-40", "--merge-regions");
        scan(options + "peaks.narrowPeak --merge-regions").succeeds();
        scan(options + "split.bed").succeeds();
    }

    @Test
    void regionsOffTheEndAreTreatedAsElsewhere() {
        write("off.bed", "chrT\t10\t29\ta\nchrT\t29\t70\tb\n");
        for (String file : FILES) {
            String options = "--format bed --sequences @/" + file + " --regions @/off.bed --name-regions";
            scan(options).isRefused(1, "off.bed, line 2: the region is not within the 60 bases of chrT");
            assertThat(sites(scan(options + " --skip-outside"))).containsExactly("20 a 5");
            assertThat(sites(scan(options + " --clip-outside"))).containsExactly("20 a 5", "30 b -15");
        }
    }

    @Test
    void theOptionsBelongToRegions() {
        scan("--sequences @/t.fa --name-regions").isRefused(2, "--name-regions needs --regions");
        scan("--sequences @/t.fa --regions @/split.bed --merge-regions")
                .isRefused(2, "--merge-regions needs --name-regions");
    }
}
