package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.expomotif.run.Checksum;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.Vcf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every table of every command: the header first, without {@code #}, then the rows, then the comments. */
class TableLayoutTest {
    /** Commands that write no table of results of their own. */
    private static final Set<String> WITHOUT_TABLE = Set.of("seqlets", "export", "import", "merge", "demo", "peaks");

    /** The tables, and the command lines that write them; {@code @} is the folder. */
    private static final List<String> COMMANDS = List.of(
            "synth classes -n 60 --out-dir @",
            "train --sequences @/sequences.fa --labels @/labels.tsv --network cnn-2 --epochs 1 -o @/model.zip",
            "predict --model @/model.zip --sequences @/sequences.fa -o @/predictions.tsv",
            "evaluate --model @/model.zip --sequences @/sequences.fa --labels @/labels.tsv -o @/metrics.tsv",
            "filters --model @/model.zip --sequences @/sequences.fa --table @/filters.tsv"
                    + " --verdict @/filter_verdicts.tsv -o @/filters.meme",
            "attribute --model @/model.zip --sequences @/sequences.fa --class 1 --method saliency --limit 3"
                    + " --sites @/sites.bed -o @/scores.tsv",
            "attribute --model @/model.zip --sequences @/sequences.fa --class 1 --method deeplift --limit 3"
                    + " --summary @/sums.tsv -o @/deeplift.npz",
            "discover --scores test-data/galaxy/scores.npz --null test-data/galaxy/null_scores.npz --out-dir @/discovered",
            "instances --scores @/deeplift.npz --null @/deeplift.npz --motifs @/motifs.meme --summary @/instances.tsv"
                    + " -o @/instances.bed",
            "variants --vcf @/variants.vcf --genome @/genome.fa --model @/model.zip --motifs @/motifs.meme --null 2"
                    + " -o @/variants.tsv",
            "motifs @/motifs.meme -o @/motifs.tsv",
            "logo @/motifs.meme --out-dir @/logos",
            "tomtom-match --query @/filters.meme --target @/motifs.meme --threshold 1 --truth @/motifs.meme"
                    + " --summary @/verdicts.tsv --verdict @/match_verdicts.tsv -o @/matches.tsv",
            "cluster --motifs @/motifs.meme --table @/clusters.tsv -o @/clusters.meme",
            "scan --motifs @/motifs.meme --sequences @/sequences.fa --counts @/counts.tsv -o @/hits.tsv",
            "scan --motifs @/motifs.meme --sequences @/sequences.fa --sort --qvalue -o @/sorted.tsv.gz",
            "enrich --motifs @/motifs.meme --sequences @/sequences.fa --threshold 1e9 --central @/central.tsv"
                    + " --sites @/enriched_sites.tsv -o @/enriched.tsv",
            "localize --motifs @/motifs.meme --sequences @/sequences.fa --sites @/sites.bed -o @/localization.tsv",
            "dataset --positives @/peaks.bed --genome @/genome.fa --length 60 --test-chromosomes chr2 --out-dir @/dataset",
            "benchmark attribution -n 60 --limit 2 --epochs 1 --networks cnn-local --activations relu"
                    + " --methods saliency --out-dir @/benchmark",
            "benchmark paper -n 60 --limit 2 --epochs 1 --trials 1 --networks cnn-local --activations relu --out-dir @/study");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void runEveryCommand() throws IOException {
        String repeated = "ACGTTGCAAC".repeat(40);
        Files.writeString(folder.resolve("genome.fa"), ">chr1\n" + repeated + "\n>chr2\n" + repeated + "\n");
        Files.writeString(folder.resolve("peaks.bed"), "chr1\t100\t160\nchr2\t100\t160\nchr2\t1\t9\n");
        Vcf.of("chr1", 150, "C", "A").and("chr1", 151, "G", ".").write(folder.resolve("variants.vcf"));
        for (String line : COMMANDS) {
            run(line);
        }
    }

    private static CommandLineRun line(String line) {
        return CommandLineRun.parse(folder, line);
    }

    private static CommandResult run(String line) {
        return line(line).run().succeeds();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static void assertLayout(String name, List<String> lines, boolean commented) {
        assertThat(lines).as(name).hasSizeGreaterThan(1);
        int columns = lines.getFirst().split("\t", -1).length;
        assertThat(lines.getFirst()).as(name).doesNotStartWith("#");
        assertThat(columns).as(name).isGreaterThan(1);
        List<String> rows =
                lines.stream().takeWhile(line -> !line.startsWith("#")).toList();
        assertThat(rows).as(name).hasSizeGreaterThan(1).allMatch(row -> row.split("\t", -1).length == columns);
        List<String> comments = lines.subList(rows.size(), lines.size());
        assertThat(comments).as(name).allMatch(line -> line.startsWith("# "));
        if (commented) {
            assertThat(comments.getFirst()).as(name).matches("# expomotif [0-9.]+\\S* [a-z-]+");
        } else {
            assertThat(comments).as(name).isEmpty();
        }
    }

    @Test
    void everyTableHasItsHeaderFirstAndItsCommentsLast() throws IOException {
        List<String> seen = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.tsv(\\.gz)?"))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString();
                seen.add(name);
                // What a folder holds is recorded in the folder's run.json.
                boolean ofAFolder = name.matches("(.*/)?labels.tsv|(benchmark|study)/models/.*");
                assertLayout(name, lines(Rows.text(file)), !ofAFolder);
            }
        }
        assertThat(seen)
                .contains(
                        "labels.tsv",
                        "model.history.tsv",
                        "predictions.tsv",
                        "metrics.tsv",
                        "filters.tsv",
                        "scores.tsv",
                        "scores.evaluation.tsv",
                        "sums.tsv",
                        "motifs.tsv",
                        "verdicts.tsv",
                        "matches.tsv",
                        "clusters.tsv",
                        "counts.tsv",
                        "hits.tsv",
                        "sorted.tsv.gz",
                        "localization.tsv",
                        "dataset/dropped.tsv",
                        "dataset/composition.tsv",
                        "dataset/leaks.tsv",
                        "benchmark/attribution.tsv",
                        "benchmark/attribution.trials.tsv",
                        "study/trials.tsv",
                        "study/summary.tsv");
    }

    /** Galaxy shows these names above the columns and offers them where a tool asks for a column. */
    @ParameterizedTest
    @CsvSource({
        "cluster,table,clusters.tsv",
        "tomtom_match,matches,matches.tsv",
        "tomtom_match,summary,verdicts.tsv",
        "tomtom_match,verdicts,match_verdicts.tsv",
        "localize,output,localization.tsv",
        "dataset,dropped,dataset/dropped.tsv",
        "dataset,composition,dataset/composition.tsv",
        "dataset,leaks,dataset/leaks.tsv",
        "filters,table,filters.tsv",
        "filters,verdicts,filter_verdicts.tsv",
        "evaluate,output,metrics.tsv",
        "attribute,scores,scores.tsv",
        "attribute,evaluation,scores.evaluation.tsv",
        "attribute,summary,sums.tsv",
        "train,history,model.history.tsv",
        "motifs,output,motifs.tsv",
        "scan,output,hits.tsv",
    })
    void galaxyKnowsTheNamesOfTheColumns(String tool, String output, String table) throws IOException {
        String wrapper = Files.readString(GalaxyTool.FOLDER.resolve("expomotif_" + tool + ".xml"));
        String data = wrapper.substring(wrapper.indexOf("<data name=\"" + output + "\""));
        String header = Rows.of(folder.resolve(table)).getFirst();
        assertThat(data.substring(0, data.indexOf("</data>")))
                .contains("<action name=\"column_names\" type=\"metadata\" default=\"" + header.replace('\t', ',')
                        + "\"/>");
    }

    @Test
    void noCommandIsLeftOut() {
        Set<String> covered = new TreeSet<>(WITHOUT_TABLE);
        COMMANDS.forEach(line -> covered.add(line.split(" ")[0]));
        assertThat(Commands.COMMANDS).extracting(Commands.Entry::name).containsExactlyInAnyOrderElementsOf(covered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict --model @/model.zip --sequences -",
                "scan --motifs @/motifs.meme --sequences -",
                "scan --motifs @/motifs.meme --sequences - --sort",
                "attribute --model @/model.zip --sequences - --class 1 --method saliency",
                "evaluate --model @/model.zip --sequences - --labels @/labels.tsv",
                "localize --motifs @/motifs.meme --sequences - --sites @/sites.bed",
            })
    void standardInputIsRecordedWithTheChecksumOfItsBytes(String line) throws IOException {
        Path fasta = folder.resolve("sequences.fa");
        List<String> lines = fromStandardInput(line, fasta);
        assertLayout(line, lines, true);
        assertThat(lines).as(line).contains("# input: - " + Checksum.of(fasta.toString()));
    }

    @Test
    void compressedStandardInputIsRecordedAsItArrives() throws IOException {
        Path packed = TextFile.write(folder.resolve("packed.fa.gz"), Files.readString(folder.resolve("sequences.fa")));
        assertThat(fromStandardInput("predict --model @/model.zip --sequences -", packed))
                .contains("# input: - " + Checksum.of(packed.toString()));
    }

    /** The comments of these formats come first, before the input has been read; its checksum is their last line. */
    @ParameterizedTest
    @ValueSource(strings = {"bed", "gff3"})
    void sitesOfStandardInputEndWithItsChecksum(String format) throws IOException {
        Path fasta = folder.resolve("sequences.fa");
        String command = "scan --motifs @/motifs.meme --format " + format + " --sequences ";
        List<String> lines = fromStandardInput(command + "-", fasta);
        assertThat(lines.getLast()).isEqualTo("# input: - " + Checksum.of(fasta.toString()));
        CommandResult ofFile = run(command + "@/sequences.fa");
        assertThat(lines(ofFile.out()).getLast()).doesNotStartWith("#");
        assertThat(lines).filteredOn(line -> !line.startsWith("#")).isEqualTo(ofFile.rows());
    }

    @Test
    void motifsAndLogosFromStandardInputAreRecordedToo() throws IOException {
        Path motifs = folder.resolve("motifs.meme");
        String sum = Checksum.of(motifs.toString());
        assertThat(fromStandardInput("motifs -", motifs)).contains("# input: - " + sum);
        assertThat(fromStandardInput("motifs - --format meme", motifs)).contains("# input: - " + sum);
        assertThat(String.join("\n", fromStandardInput("logo - --id YY1", motifs)))
                .contains("input: - " + sum);
    }

    private static List<String> fromStandardInput(String line, Path file) throws IOException {
        return lines(line(line).run(Files.readAllBytes(file)).succeeds().out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict --model @/model.zip --sequences @/hash.fa",
                "attribute --model @/model.zip --class 1 --method saliency --sequences @/hash.fa",
                "scan --motifs @/motifs.meme --sequences @/hash.fa --format bed",
                "scan --motifs @/motifs.meme --sequences @/hash.fa --counts @/hash.counts.tsv -o @/hash.tsv"
            })
    void aNameThatWouldMakeItsRowACommentIsRefused(String line) {
        Fasta.of("#1", "ACGT".repeat(50)).write(folder.resolve("hash.fa"));
        line(line).run().exitsWith(1).reports("would be read as a comment", "found \"#1\"");
        assertThat(folder.resolve("hash.tsv")).doesNotExist();
    }

    @Test
    void suchANameIsEscapedInGff3() {
        Fasta.of("#1", "ACGT".repeat(50)).write(folder.resolve("hash.fa"));
        run("scan --motifs @/motifs.meme --threshold 1 --motif MA0095.2 --sequences @/hash.fa --format gff3")
                .prints("\n%231\texpomotif\t");
    }
}
