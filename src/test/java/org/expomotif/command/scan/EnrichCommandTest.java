package org.expomotif.command.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code enrich}: its outputs agree with one another, and bad input is named. */
class EnrichCommandTest {
    private static final String MOTIFS = "test-data/jaspar2016_62.meme";
    private static final String POSITIVES = "test-data/enrich/positives.fa";
    private static final String CONTROLS = "test-data/enrich/controls.fa";

    @TempDir
    Path folder;

    private CommandResult enrich(String... options) {
        List<String> words = new ArrayList<>(List.of("enrich"));
        for (String option : options) {
            words.add(option.replace("@", folder.toString()));
        }
        return CommandLineRun.of().with(words).run();
    }

    /** The rows of a table by the headers of its columns. */
    private static List<Map<String, String>> rows(String text) {
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        String[] header = lines.getFirst().split("\t");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, String>> rows(CommandResult run) {
        assertThat(run.code()).as(run.err()).isZero();
        return rows(run.out());
    }

    private String fasta(String name, String... lettersOfEach) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lettersOfEach.length; i++) {
            text.append(">s").append(i).append('\n').append(lettersOfEach[i]).append('\n');
        }
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String meme(String consensus) throws IOException {
        StringBuilder text = new StringBuilder("MEME version 4\n\nMOTIF m\nletter-probability matrix: alength= 4 w= "
                + consensus.length() + " nsites= 50\n");
        for (int i = 0; i < consensus.length(); i++) {
            char letter = consensus.charAt(i);
            text.append("ACGT"
                            .chars()
                            .mapToObj(a -> a == letter ? "1" : "0")
                            .reduce((a, b) -> a + " " + b)
                            .orElseThrow())
                    .append('\n');
        }
        return Files.writeString(folder.resolve("m.meme"), text).toString();
    }

    /** Of four positives three have the word, of four controls none: P(X >= 3) = 4 C(4,3)/C(8,3) / 4 = 1/14. */
    @Test
    void theFiguresOfASmallCaseAreThoseByHand() throws IOException {
        String filler = "AAAATTTTAAAATTTT";
        String word = "AAAAGGCGGTTTTTTT";
        CommandResult run = enrich(
                "--motifs",
                meme("GGCGG"),
                "--sequences",
                fasta("p.fa", word, "TTAAAAGGCGGTTTTT", "AAAACCGCCTTTTTTT", filler),
                "--controls",
                fasta("n.fa", filler, "TTTTAAAATTTTAAAA", filler, filler),
                "--hold-out",
                "0");
        Map<String, String> row = rows(run).getFirst();

        assertThat(row)
                .containsEntry("TP", "3")
                .containsEntry("FP", "0")
                .containsEntry("TP%", "75.00")
                .containsEntry("PVALUE", "7.14e-2")
                .containsEntry("ENR_RATIO", "4")
                .containsEntry("AUC", "0.875")
                .containsEntry("TEST", "fisher")
                .containsEntry("CONTROLS", "given");
        // (3.5 * 4.5) / (1.5 * 0.5)
        assertThat(row).containsEntry("ODDS_RATIO", "21");
    }

    @Test
    void theSequencesWithASiteAreThoseThatAreCounted() throws IOException {
        List<Map<String, String>> motifs = rows(enrich(
                "--motifs",
                MOTIFS,
                "--sequences",
                POSITIVES,
                "--controls",
                CONTROLS,
                "--hold-out",
                "0",
                "--sites",
                "@/sites.tsv"));
        Map<String, Set<String>> sequences = new TreeMap<>();
        rows(Files.readString(folder.resolve("sites.tsv")))
                .forEach(site -> sequences
                        .computeIfAbsent(site.get("motif_ID"), id -> new HashSet<>())
                        .add(site.get("seq_ID")));

        assertThat(motifs)
                .hasSizeGreaterThan(5)
                .allSatisfy(motif -> assertThat(sequences.getOrDefault(motif.get("ID"), Set.of()))
                        .hasSize(Integer.parseInt(motif.get("TP"))));
    }

    @Test
    void sitesInBedAreThoseOfTheTable() throws IOException {
        String[] options = {"--motifs", MOTIFS, "--sequences", POSITIVES, "--threshold", "1e-3", "--sites"};
        assertThat(enrich(with(options, "@/sites.tsv")).code()).isZero();
        assertThat(enrich(with(options, "@/sites.bed")).code()).isZero();
        List<String> fromTable = rows(Files.readString(folder.resolve("sites.tsv"))).stream()
                .map(site -> site.get("seq_ID") + " " + (Integer.parseInt(site.get("site_Start")) - 1) + " "
                        + site.get("site_End") + " " + site.get("motif_ID") + " " + site.get("site_Strand") + " "
                        + site.get("site_Sequence"))
                .toList();
        List<String> fromBed = Files.readAllLines(folder.resolve("sites.bed")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(c -> c[0] + " " + c[1] + " " + c[2] + " " + c[3] + " " + c[5] + " " + c[7])
                .toList();

        assertThat(fromTable).hasSizeGreaterThan(20).isEqualTo(fromBed);
    }

    private static String[] with(String[] options, String... more) {
        String[] all = Arrays.copyOf(options, options.length + more.length);
        System.arraycopy(more, 0, all, options.length, more.length);
        return all;
    }

    @Test
    void shuffledControlsDependOnTheSeedAlone() {
        String[] options = {"--motifs", MOTIFS, "--sequences", POSITIVES, "--threshold", "1e9", "--quiet"};
        List<Map<String, String>> once = rows(enrich(with(options, "--threads", "1")));
        List<Map<String, String>> again = rows(enrich(with(options, "--threads", "7")));
        List<Map<String, String>> other = rows(enrich(with(options, "--seed", "2")));

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
        assertThat(once).hasSize(62).allSatisfy(row -> assertThat(row).containsEntry("CONTROLS", "shuffled"));
        assertThat(once.getFirst().get("ALT_ID")).isIn("ELK1", "FEV", "ETV5", "ELF1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "TABLES", "VECTOR"})
    void everyFinderGivesTheSameBytes(String finder) throws IOException {
        String[] options = {"--motifs", MOTIFS, "--sequences", "test-data/enrich/unequal.fa", "--threshold", "1e9"};
        String property = "expomotif.enrich.finder";
        String usual = enrich(with(options, "--sites", "@/usual.bed", "--central", "@/usual.tsv"))
                .out();
        System.setProperty(property, finder);
        try {
            String named = enrich(with(options, "--sites", "@/named.bed", "--central", "@/named.tsv"))
                    .out();
            assertThat(named).isEqualTo(usual);
        } finally {
            System.clearProperty(property);
        }
        assertThat(folder.resolve("named.bed")).hasSameTextualContentAs(folder.resolve("usual.bed"));
        assertThat(folder.resolve("named.tsv")).hasSameTextualContentAs(folder.resolve("usual.tsv"));
    }

    @Test
    void thePageShowsGroupsOfSimilarMotifs() throws IOException {
        List<Map<String, String>> motifs = rows(
                enrich("--motifs", MOTIFS, "--sequences", POSITIVES, "--controls", CONTROLS, "--html", "@/page.html"));
        String page = Files.readString(folder.resolve("page.html"));
        String best = motifs.getFirst().get("ID");

        assertThat(motifs.stream().filter(row -> row.get("GROUP").equals(best))).hasSizeGreaterThan(3);
        assertThat(page)
                .contains("<strong>" + motifs.getFirst().get("ALT_ID") + "</strong>", "similar motifs</summary>")
                .contains("positions of the best sites of")
                .doesNotContain(">NaN<", "\"NaN");
    }

    @Test
    void filtersAreTestedLikeMotifs() {
        List<Map<String, String>> filters = rows(enrich(
                "--model",
                "test-data/galaxy/model.zip",
                "--sequences",
                "test-data/galaxy/sequences.fa",
                "--hold-out",
                "0",
                "--threshold",
                "1e9",
                "--sites",
                "@/sites.bed"));

        assertThat(filters).extracting(row -> row.get("ID")).hasSize(8).allMatch(id -> id.startsWith("filter"));
        assertThat(folder.resolve("sites.bed")).isNotEmptyFile();
    }

    @Test
    void peaksAreWindowsOfTheGenome() {
        List<Map<String, String>> rows = rows(enrich(
                "--motifs",
                MOTIFS,
                "--peaks",
                "test-data/galaxy/regions.bed",
                "--genome",
                "test-data/galaxy/genome.fa",
                "--length",
                "100",
                "--threshold",
                "1e9"));

        assertThat(rows).hasSize(62).allSatisfy(row -> assertThat(row).containsEntry("POSITIVES", "3"));
    }

    @Test
    void aMotifWiderThanAllSequencesHasNoSite() throws IOException {
        String wide = meme("ACGTACGTACGTACGTACGTACGT");
        String sequences = fasta("p.fa", "ACGTACGTACGT", "ACGTACGTACGT", "ACGTNNNN");
        Map<String, String> row =
                rows(enrich("--motifs", wide, "--sequences", sequences)).getFirst();

        assertThat(row)
                .containsEntry("TP", "0")
                .containsEntry("FP", "0")
                .containsEntry("PVALUE", "1.00e0")
                .containsEntry("AUC", "0.5")
                .containsEntry("CENTRAL_PVALUE", "NA");
    }

    @Test
    void unknownBasesAloneAndLowerCaseAreSequences() throws IOException {
        String sequences = fasta("p.fa", "NNNNNNNNNNNNNNNN", "ttttggcggttttttt", "TTTTGGCGGTTTTTTT");
        Map<String, String> row = rows(enrich(
                        "--motifs", meme("GGCGG"), "--sequences", sequences, "--sites", "@/s.bed"))
                .getFirst();

        assertThat(row).containsEntry("POSITIVES", "3");
        assertThat(Integer.parseInt(row.get("CENTRAL_SEQUENCES"))).isEqualTo(2);
    }

    @Test
    void tooFewSequencesAreNamed() throws IOException {
        String motif = meme("GGCGG");
        String two = fasta("two.fa", "ACGTACGTAC", "ACGTACGTAC");
        Files.writeString(folder.resolve("empty.fa"), "");

        assertThat(enrich("--motifs", motif, "--sequences", "@/empty.fa").err())
                .contains("empty.fa: the file holds no sequence");
        assertThat(enrich("--motifs", motif, "--sequences", fasta("one.fa", "ACGTACGTAC", "ACGT"))
                        .err())
                .contains("warning: ", "1 sequence is shorter than 8 bases and left out")
                .contains("one.fa: there are too few sequences to compare: expected at least 2 of at least 8 bases,"
                        + " found 1, and 1 shorter ones");
        CommandResult controls =
                enrich("--motifs", motif, "--sequences", two, "--controls", fasta("n.fa", "ACGTACGTAC"));
        assertThat(controls.err()).contains("n.fa: there are too few sequences to compare");
        assertThat(controls.code()).isEqualTo(1);
    }

    @Test
    void repeatedNamesAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("r.fa"), ">a\nACGTACGTAC\n>a\nACGTACGTAC\n");
        CommandResult run = enrich("--motifs", meme("GGCGG"), "--sequences", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("r.fa, line 3");
    }

    @Test
    void rnaMotifsAreRefused() throws IOException {
        Path motifs = Files.writeString(
                folder.resolve("rna.meme"),
                "MEME version 4\n\nALPHABET= ACGU\n\nMOTIF m\nletter-probability matrix: alength= 4 w= 1\n1 0 0 0\n");
        CommandResult run = enrich("--motifs", motifs.toString(), "--sequences", POSITIVES);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("rna.meme: the motifs are RNA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--sequences p.fa",
                "--motifs m --model z --sequences p.fa",
                "--motifs m",
                "--motifs m --peaks p.bed",
                "--motifs m --sequences p.fa --length 100",
                "--motifs m --sequences p.fa --hold-out 1",
                "--motifs m --sequences p.fa --hold-out NaN",
                "--motifs m --sequences p.fa --central-score -1",
                "--motifs m --sequences p.fa --threshold 0",
                "--motifs m --sequences p.fa --controls genome",
                "--motifs m --sequences p.fa --sites s.gff3",
                "--motifs m --peaks p.bed --genome g.fa --length 7"
            })
    void aWrongCommandLineIsExplained(String options) {
        CommandResult run = enrich(options.split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
