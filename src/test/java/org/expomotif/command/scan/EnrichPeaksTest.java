package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code enrich} on peaks: on a genome of random bases, in whose peaks GGCGCG is planted. */
class EnrichPeaksTest {
    private static final String MOTIF = "GGCGCG";
    private static final String REVERSE = "CGCGCC";
    private static final int PEAKS = 60;
    private static final int DISTANCE = 400;

    @TempDir
    Path folder;

    private String chr1 = "";

    @BeforeEach
    void writeInputs() throws IOException {
        StringBuilder bases = new StringBuilder();
        Random random = new Random(7);
        random.ints(PEAKS * DISTANCE, 0, 12).forEach(base -> bases.append("ACGTACGTATat".charAt(base)));
        StringBuilder peaks = new StringBuilder();
        for (int i = 0; i < PEAKS; i++) {
            int start = i * DISTANCE + 150;
            String word = i % 2 == 0 ? MOTIF : REVERSE;
            if (i % 5 != 0) {
                bases.replace(start + 40, start + 40 + word.length(), word);
            }
            peaks.append("chr1\t" + start + "\t" + (start + 100) + "\tpeak" + i + "\t0\t" + (i % 3 == 0 ? "-" : "+"))
                    .append('\n');
        }
        chr1 = bases.toString();
        write("g.fa", ">chr1\n" + chr1 + "\n>chr2\n" + "ACGTTGCAAC".repeat(300) + "\n");
        write("p.bed", peaks.toString());
        StringBuilder matrix = new StringBuilder("MEME version 4\n\nMOTIF m\nletter-probability matrix: w= 6\n");
        MOTIF.chars().forEach(letter -> matrix.append(letter == 'C' ? "0 1 0 0\n" : "0 0 1 0\n"));
        write("m.meme", matrix.toString());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private CommandResult run(String line) {
        CommandResult run = CommandLineRun.parse(folder, line).run();
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private CommandResult enrich(String options) {
        return run("enrich --motifs @/m.meme --threshold 1e9 " + options);
    }

    private static List<List<String>> cells(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t")))
                .toList();
    }

    /** A cell of the only row of a table. */
    private static String cell(CommandResult run, String column) {
        List<List<String>> lines = cells(run.out());
        assertThat(lines).hasSize(2);
        return lines.get(1).get(lines.getFirst().indexOf(column));
    }

    /** The figures of the only row: those that depend on the sequences alone. */
    private static List<String> figures(CommandResult run) {
        List<String> row = new ArrayList<>(cells(run.out()).get(1));
        List<String> header = cells(run.out()).getFirst();
        row.set(header.indexOf("CONTROLS"), "");
        return row;
    }

    @Test
    void controlsAreTheNegativesOfDataset() throws IOException {
        run("dataset --positives @/p.bed --genome @/g.fa --length 80 --split 1,0,0 --seed 5 --out-dir @/d");
        StringBuilder positives = new StringBuilder();
        StringBuilder negatives = new StringBuilder();
        for (String line : Files.readAllLines(folder.resolve("d/sequences.fa"))) {
            StringBuilder to =
                    line.startsWith(">peak") || !line.startsWith(">") && negatives.isEmpty() ? positives : negatives;
            to.append(line).append('\n');
        }
        write("positives.fa", positives.toString());
        write("negatives.fa", negatives.toString());
        CommandResult given =
                enrich("--sequences @/positives.fa --controls @/negatives.fa --hold-out 0 --seed 5 --quiet");
        CommandResult drawn = enrich("--peaks @/p.bed --genome @/g.fa --length 80 --controls genome --hold-out 0"
                + " --seed 5 --quiet --html @/page.html");

        assertThat(figures(drawn)).isEqualTo(figures(given));
        assertThat(cell(drawn, "CONTROLS")).isEqualTo("genome");
        assertThat(cell(drawn, "POSITIVES")).isEqualTo("60");
        assertThat(cell(drawn, "NEGATIVES")).isEqualTo("60");
        assertThat(Integer.parseInt(cell(drawn, "TP"))).isGreaterThanOrEqualTo(48);
        assertThat(Files.readString(folder.resolve("page.html")))
                .contains("60 sequences of", "g.fa without a peak, matched in GC content and repeat fraction");
    }

    @Test
    void controlsDependOnTheSeedAlone() {
        String options = "--peaks @/p.bed --genome @/g.fa --length 80 --controls genome --quiet ";
        List<List<String>> once = cells(enrich(options + "--threads 1").out());

        assertThat(cells(enrich(options + "--threads 3").out())).isEqualTo(once);
        assertThat(cells(enrich(options + "--seed 2").out())).isNotEqualTo(once);
    }

    @Test
    void sitesInBedAreInCoordinatesOfTheGenome() throws IOException {
        enrich("--peaks @/p.bed --genome @/g.fa --length 80 --hold-out 0 --sites @/s.bed");
        Set<Integer> planted = new HashSet<>();
        for (List<String> site : cells(Files.readString(folder.resolve("s.bed")))) {
            int start = Integer.parseInt(site.get(1));
            assertThat(site.get(0)).isEqualTo("chr1");
            assertThat(site.get(3)).isEqualTo("m");
            assertThat(site.get(7)).isEqualTo(MOTIF);
            assertThat(chr1.substring(start, Integer.parseInt(site.get(2))).toUpperCase(Locale.ROOT))
                    .isEqualTo(site.get(5).equals("+") ? MOTIF : REVERSE);
            planted.add(start);
        }

        for (int i = 0; i < PEAKS; i++) {
            assertThat(planted.contains(i * DISTANCE + 190)).as("peak %s", i).isEqualTo(i % 5 != 0);
        }
    }

    @Test
    void aSiteInTwoWindowsIsWrittenOnce() throws IOException {
        enrich("--peaks @/p.bed --genome @/g.fa --length 80 --hold-out 0 --sites @/once.bed");
        String peaks = Files.readString(folder.resolve("p.bed"));
        write("twice.bed", peaks + peaks);
        enrich("--peaks @/twice.bed --genome @/g.fa --length 80 --hold-out 0 --sites @/twice.bed.bed --quiet");
        List<String> once = places("once.bed");

        assertThat(once).hasSizeGreaterThan(40).doesNotHaveDuplicates();
        assertThat(places("twice.bed.bed")).doesNotHaveDuplicates().containsAll(once);
    }

    private List<String> places(String file) throws IOException {
        return cells(Files.readString(folder.resolve(file))).stream()
                .map(site -> site.get(0) + " " + site.get(1) + " " + site.get(2) + " " + site.get(5))
                .toList();
    }

    @Test
    void sitesInATableAreInCoordinatesOfTheWindows() throws IOException {
        enrich("--peaks @/p.bed --genome @/g.fa --length 80 --hold-out 0 --sites @/s.tsv");
        List<String> sites = cells(Files.readString(folder.resolve("s.tsv"))).stream()
                .map(site -> site.get(2) + " " + site.get(3) + " " + site.get(5))
                .toList();

        // Peak 4 is on the plus strand; its window begins 10 bases after the peak, the site 40 bases after it.
        assertThat(sites).contains("peak4::chr1:1760-1840 31 +");
    }

    @Test
    void peaksThatAreLeftOutAreCountedWithTheReason() throws IOException {
        write(
                "p.bed",
                Files.readString(folder.resolve("p.bed"))
                        + "chr1\t0\t10\tedge\nchr1\t23990\t24100\tbeyond\nchr9\t5\t9\tunknown\n");
        CommandResult run = enrich("--peaks @/p.bed --genome @/g.fa --length 80 --controls genome");

        assertThat(run.err())
                .contains("p.bed: 1 region was dropped on a sequence that " + folder + "/g.fa does not have: chr9:5-9"
                        + " (line 63)")
                .contains("p.bed: 2 regions were dropped for not being within the sequence: chr1:0-10 (line 61),"
                        + " chr1:23990-24100 (line 62)");
        assertThat(run.out()).contains("\tgenome\t");
    }

    @Test
    void peaksOfAnotherAssemblyAreAnError() throws IOException {
        write("q.bed", "1\t100\t200\n1\t300\t400\n");
        CommandResult names = CommandLineRun.parse(
                        folder, "enrich --motifs @/m.meme --peaks @/q.bed --genome @/g.fa --controls genome")
                .run();
        write("q.bed", "chr1\t100000\t100200\nchr1\t300000\t300400\n");
        CommandResult lengths = CommandLineRun.parse(
                        folder, "enrich --motifs @/m.meme --peaks @/q.bed --genome @/g.fa --controls genome")
                .run();

        assertThat(names.code()).isEqualTo(1);
        assertThat(names.err()).contains("no region lies in any of the sequences", "chr");
        assertThat(lengths.code()).isEqualTo(1);
        assertThat(lengths.err()).contains("2 regions are not within their sequences");
    }

    /** The motif begins 40 bases into each peak, which is 10 bases before its middle and 30 after its summit. */
    @Test
    void windowsLieAroundTheSummitsOrTheMiddles() throws IOException {
        String peaks = Files.readString(folder.resolve("p.bed"));
        write(
                "p.narrowPeak",
                peaks.lines().map(line -> line + "\t1\t1\t1\t10\n").collect(Collectors.joining()));
        String options = " --genome @/g.fa --length 80 --hold-out 0 --quiet --sites @/";
        enrich("--peaks @/p.narrowPeak" + options + "summit.tsv");
        enrich("--peaks @/p.narrowPeak --centre summit" + options + "same.tsv");
        enrich("--peaks @/p.narrowPeak --centre middle" + options + "middle.tsv");
        enrich("--peaks @/p.bed" + options + "bed.tsv");

        // A window begins 40 bases before its centre; on the minus strand sites are counted from its end.
        assertThat(starts("summit.tsv", "chr1:520-600")).contains("71");
        assertThat(starts("same.tsv", "chr1:520-600")).isEqualTo(starts("summit.tsv", "chr1:520-600"));
        assertThat(starts("middle.tsv", "chr1:560-640")).contains("31");
        assertThat(starts("middle.tsv", "chr1:560-640")).isEqualTo(starts("bed.tsv", "chr1:560-640"));
        assertThat(starts("middle.tsv", "chr1:520-600")).isEmpty();
        CommandLineRun.parse(folder, "enrich --motifs @/m.meme --sequences @/g.fa --centre middle")
                .run()
                .isRefused(2, "--centre needs --peaks");
    }

    /** Starts, counted from 1, of the sites in a window. */
    private List<String> starts(String file, String window) throws IOException {
        return cells(Files.readString(folder.resolve(file))).stream()
                .filter(cells -> cells.get(2).contains(window))
                .map(cells -> cells.get(3))
                .toList();
    }

    /** The remedy holds for every command that reads summits, also for those without --centre. */
    @Test
    void aSummitOutsideItsPeakIsRefusedWithARemedyThatEnrichHas() throws IOException {
        write("p.narrowPeak", "chr1\t150\t250\tpeak\t0\t.\t1\t1\t1\t100\n");
        CommandLineRun.parse(folder, "enrich --motifs @/m.meme --peaks @/p.narrowPeak --genome @/g.fa")
                .run()
                .isRefused(
                        1,
                        "p.narrowPeak, line 1: the summit lies outside its peak: expected a distance from the start below"
                                + " 100 in column 10, found 100; where column 10 is not a summit, remove it to use the"
                                + " middles");
        write("p.narrowPeak", "chr1\t150\t250\tpeak\t0\t.\t1\t1\t1\n".repeat(2));
        run("enrich --motifs @/m.meme --peaks @/p.narrowPeak --genome @/g.fa");
    }
}
