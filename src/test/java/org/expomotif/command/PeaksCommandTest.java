package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code peaks} on a made genome, where the enriched motifs, their places and the sites are known. */
class PeaksCommandTest {
    private static final String INPUTS = "peaks --peaks test-data/peaks/peaks.narrowPeak"
            + " --genome test-data/peaks/genome.fa.gz --motifs test-data/jaspar2016_62.meme"
            + " --blacklist test-data/peaks/blacklist.bed --length 100 --trials 2 --scored 12 ";

    private static final String SRF = "MA0083.3";

    @TempDir
    private static Path folder;

    private static CommandResult run;

    @BeforeAll
    static void analyse() {
        run = PlannedOutputs.assertAreWhatAppears(
                folder, CommandLineRun.parse(folder, INPUTS + "--quiet --out-dir @/p"));
    }

    private static List<String[]> rows(String name) throws IOException {
        return Files.readAllLines(folder.resolve("p").resolve(name)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static String text(String name) throws IOException {
        return Files.readString(folder.resolve("p").resolve(name));
    }

    @Test
    void theSummarySaysWhatWasUsedAndFound() {
        run.prints(
                "355 of 359 peaks are used, as windows of 100 bases; 0 were merged into others, and 4 dropped",
                "2 networks: AUROC ",
                "enriched known motifs:\n  SRF          E ",
                "report.html");
    }

    @Test
    void theMotifsInPeaksAreEnrichedAndThoseEverywhereAreNot() throws IOException {
        List<String[]> rows = rows("enriched.tsv");

        assertThat(rows.get(1)[2]).isEqualTo(SRF);
        assertThat(rows.get(2)[2]).isEqualTo("MA0477.1"); // FOSL1
        assertThat(rows).extracting(row -> row[2]).doesNotContain("MA0466.2"); // CEBPB
    }

    /** SRF was planted within some bases of the summit, FOSL1 beside it. */
    @Test
    void onlyTheMotifInTheMiddleIsCentral() throws IOException {
        List<String[]> rows = rows("enriched.tsv");
        int central = List.of(rows.getFirst()).indexOf("CENTRAL_EVALUE");

        assertThat(Double.parseDouble(rows.get(1)[central])).isLessThan(1e-50);
        assertThat(Double.parseDouble(rows.get(2)[central])).isGreaterThan(1);
    }

    @Test
    void sitesAreThePlantedOnesWithTheNamesOfTheirPeaks() throws IOException {
        Set<String> planted = new HashSet<>();
        Set<String> used = new HashSet<>();
        rows("peaks.bed").forEach(row -> used.add(row[3]));
        for (String line : Files.readAllLines(Path.of("test-data/peaks/sites.bed"))) {
            String[] cells = line.split("\t");
            if (cells[3].equals(SRF) && used.contains(cells[6])) {
                planted.add(cells[0] + ":" + cells[1] + " " + cells[6]);
            }
        }
        Set<String> found = new HashSet<>();
        for (String[] row : rows("sites.bed")) {
            if (row[3].equals(SRF)) {
                found.add(row[0] + ":" + row[1] + " " + row[11]);
            }
        }
        Set<String> both = new HashSet<>(found);
        both.retainAll(planted);

        assertThat(planted).hasSizeGreaterThan(250);
        assertThat((double) both.size() / planted.size()).isGreaterThan(0.9);
        assertThat((double) both.size() / found.size()).isGreaterThan(0.9);
    }

    @Test
    void aFilterOfTheNetworksIsThePlantedMotif() throws IOException {
        List<String[]> enriched = rows("filter_enrichment.tsv");
        String best = enriched.get(1)[2];

        assertThat(rows("filter_matches.tsv"))
                .filteredOn(row -> row[0].equals(best))
                .first()
                .extracting(row -> row[1])
                .isEqualTo(SRF);
        assertThat(rows("filter_verdicts.tsv"))
                .filteredOn(row -> row[0].equals(best))
                .first()
                .extracting(row -> row[1], row -> row[9])
                .containsExactly(SRF, "match");
    }

    /** The bases with the highest scores of a strong peak are those of its site. */
    @Test
    void theBasesOfSitesHaveTheHighestScores() throws IOException {
        int inSite = 0;
        int peaks = 0;
        Set<String> sites = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("test-data/peaks/sites.bed"))) {
            String[] cells = line.split("\t");
            if (cells[3].equals(SRF)) {
                for (int i = Integer.parseInt(cells[1]); i < Integer.parseInt(cells[2]); i++) {
                    sites.add(cells[0] + ":" + i);
                }
            }
        }
        String highest = "";
        double score = Double.NEGATIVE_INFINITY;
        List<String[]> rows = rows("attribution.tsv");
        for (int i = 1; i < rows.size(); i++) {
            String[] row = rows.get(i);
            String place = row[0].substring(row[0].indexOf("::") + 2);
            int start = Integer.parseInt(place.substring(place.indexOf(':') + 1, place.indexOf('-')));
            if (Double.parseDouble(row[3]) > score) {
                score = Double.parseDouble(row[3]);
                highest = place.substring(0, place.indexOf(':')) + ":" + (start + Integer.parseInt(row[1]) - 1);
            }
            if (row[1].equals("100")) {
                peaks++;
                inSite += sites.contains(highest) ? 1 : 0;
                score = Double.NEGATIVE_INFINITY;
            }
        }

        assertThat(peaks).isEqualTo(12);
        assertThat(inSite).isGreaterThanOrEqualTo(11);
    }

    @Test
    void thePlantedMotifStandsOutInTheScores() throws IOException {
        assertThat(rows("discovered/motifs.tsv").get(1)).contains("positive_1", SRF);
        assertThat(text("report.html"))
                .contains("what stands out in the base scores of the strongest peaks: positive_1 like SRF");
    }

    @Test
    void thePageShowsMotifsNetworksAndPeaks() throws IOException {
        assertThat(text("report.html"))
                .contains("Motifs in peaks.narrowPeak", "<strong>SRF</strong>", "2 of 2", "base scores of peak_")
                .contains("<a href=\"sites.bed\">", "4 dropped");
    }

    @Test
    void everyStepIsInTheScript() throws IOException {
        assertThat(text("commands.sh").lines())
                .filteredOn(line -> line.startsWith("expomotif "))
                .extracting(line -> line.split(" ")[1])
                .containsExactly(
                        "dataset",
                        "enrich",
                        "scan",
                        "train",
                        "evaluate",
                        "filters",
                        "evaluate",
                        "filters",
                        "cluster",
                        "tomtom-match",
                        "enrich",
                        "scan",
                        "attribute",
                        "attribute",
                        "attribute",
                        "discover");
        assertThat(text("commands.sh")).contains(" --trials 2 --scored 12 --out-dir " + folder.resolve("p") + "\n");
    }

    /** A run after a change repeats the first step whose files have changed, and all that follow. */
    @Test
    void aSecondRunRepeatsOnlyWhatHasChanged() throws IOException {
        byte[] page = Files.readAllBytes(folder.resolve("p/report.html"));
        byte[] matches = Files.readAllBytes(folder.resolve("p/filter_matches.tsv"));
        CommandLineRun again = CommandLineRun.parse(folder, INPUTS + "--out-dir @/p");

        assertThat(again.run().succeeds().err()).doesNotContain("$ expomotif").contains("done before: training");

        Files.delete(folder.resolve("p/filter_matches.tsv"));
        assertThat(again.run().succeeds().err().lines())
                .filteredOn(line -> line.startsWith("$ "))
                .extracting(line -> line.split(" ")[2])
                .containsExactly("tomtom-match", "enrich", "scan", "attribute", "attribute", "attribute", "discover");
        assertThat(folder.resolve("p/filter_matches.tsv")).hasBinaryContent(matches);
        assertThat(folder.resolve("p/report.html")).hasBinaryContent(page);
    }

    /** Sequences without any motif: the run ends with a page that says so. */
    @Test
    void peaksWithoutMotifsEndWithAPageThatSaysSo() throws IOException {
        StringBuilder bed = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            for (int chromosome = 1; chromosome <= 3; chromosome++) {
                bed.append("chr" + chromosome + "\t" + (600 + 640 * i + 480) + "\t" + (600 + 640 * i + 500) + "\n");
            }
        }
        Files.writeString(folder.resolve("nothing.bed"), bed);
        CommandLineRun.parse(
                        folder,
                        "peaks --peaks @/nothing.bed --genome test-data/peaks/genome.fa.gz"
                                + " --motifs test-data/cases/ebox.motif --length 60 --epochs 1 --trials 1 --scored 1"
                                + " --quiet --no-warnings --out-dir @/n")
                .run()
                .succeeds()
                .prints("no known motif is enriched");
        assertThat(folder.resolve("n/sites.bed")).doesNotExist();
        assertThat(folder.resolve("n/report.html")).content().contains("No motif of the database is enriched");
        assertThat(folder.resolve("n/commands.sh")).content().contains("# no motif is enriched: expomotif scan");
    }

    @Test
    void aFaultOfAStepEndsTheRunWithItsMessage() throws IOException {
        Files.writeString(folder.resolve("other.bed"), "2L\t10\t200\n2R\t10\t200\n");
        CommandLineRun.parse(
                        folder,
                        "peaks --peaks @/other.bed --genome test-data/peaks/genome.fa.gz"
                                + " --motifs test-data/jaspar2016_62.meme --out-dir @/o")
                .run()
                .isRefused(1)
                .reports("expomotif dataset: error: ", "chr1");
    }

    /** The splits are whole chromosomes; what needs no network is made nevertheless. */
    @Test
    void peaksOnOneChromosomeGiveTheKnownMotifsAndSayWhyNotMore() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("test-data/peaks/peaks.narrowPeak")).stream()
                .filter(line -> line.startsWith("chr1\t"))
                .toList();
        Files.write(folder.resolve("one.narrowPeak"), lines);
        CommandLineRun.parse(
                        folder,
                        "peaks --peaks @/one.narrowPeak --genome test-data/peaks/genome.fa.gz"
                                + " --motifs test-data/jaspar2016_62.meme --length 100 --out-dir @/one")
                .run()
                .isRefused(1)
                .reports(
                        "networks cannot be trained on these peaks",
                        "0 peaks and 0 controls in valid",
                        "enriched.html");
        assertThat(folder.resolve("one/enriched.html")).content().contains("SRF");
    }

    @Test
    void aFileInThePlaceOfAFolderIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("f"));
        Files.writeString(folder.resolve("f/trials"), "kept");
        CommandLineRun.parse(folder, INPUTS + "--out-dir @/f")
                .run()
                .isRefused(1)
                .reports("f/trials: the folder of the results is a file; give another --out-dir");
        assertThat(folder.resolve("f/trials")).hasContent("kept");
    }

    @Test
    void badOptionsAreRefused() {
        for (String bad : List.of(
                "--length 5",
                "--trials 0",
                "--trials 101",
                "--epochs 0",
                "--scored 0",
                "--network x",
                "--negatives none")) {
            CommandLineRun.parse(
                            folder,
                            "peaks --peaks test-data/peaks/peaks.narrowPeak --genome test-data/peaks/genome.fa.gz"
                                    + " --motifs test-data/jaspar2016_62.meme --out-dir @/b " + bad)
                    .run()
                    .isRefused(2)
                    .reports(bad.split(" ")[0] + ": expected");
        }
    }
}
