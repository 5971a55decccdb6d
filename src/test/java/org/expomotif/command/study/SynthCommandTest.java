package org.expomotif.command.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.Split;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthCommandTest {
    private static final String MOTIFS = "--motifs test-data/jaspar2016_62.meme";

    @TempDir
    private Path folder;

    private CommandResult synth(String line) {
        return CommandLineRun.parse(folder, "synth " + line).run();
    }

    private List<Motif> motifs(String file) {
        return MotifFile.read(folder + "/" + file).motifs();
    }

    @Test
    void classesHaveTheBuiltInMotifs() throws IOException {
        synth("classes -n 100 --seed 4 --out-dir @/new").succeeds();
        Labels labels = Labels.read(folder + "/new/labels.tsv");
        assertThat(labels.classes()).hasSize(12).startsWith("Arid3a", "CEBPB").endsWith("STAT1", "YY1");
        assertThat(labels.of(Split.TEST)).hasSize(20);
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("sequences.fa", "labels.tsv", "sites.bed", "motifs.meme", "run.json");
        }
        synth("classes -n 100 --seed 4 --out-dir @/again " + MOTIFS).succeeds();
        assertThat(folder.resolve("again/sequences.fa")).hasSameBinaryContentAs(folder.resolve("new/sequences.fa"));
    }

    @Test
    void theFolderRecordsItsRun() {
        synth("classes -n 100 --seed 4 --out-dir @/new").succeeds();
        assertThat(folder.resolve("new/run.json"))
                .content()
                .contains(
                        "\"command\": \"synth\"",
                        "\"command_line\": \"expomotif synth classes --number 100 --seed 4\"",
                        "\"seed\": 4",
                        "\"--length\": \"200\"",
                        "\"--seed\": \"4\"",
                        "\"TASK\": \"classes\"");
    }

    @Test
    void allMotifsOfAFileMayBeTheCore() {
        Meme.of("one", "ACG").and("two", "ACG").write(folder.resolve("core.meme"));
        synth("billboard --motifs @/core.meme --names all --background-motifs test-data/jaspar2016_62.meme -n 9"
                        + " --out-dir @/all")
                .succeeds();
        assertThat(motifs("all/motifs.meme")).extracting(Motif::id).contains("one", "two");
    }

    @Test
    void aBillboardHasOneClassAndAllMotifsInItsFile() {
        synth("billboard --names SP1,MA0095.2 -n 50 --gzip --out-dir @ " + MOTIFS)
                .succeeds();
        Labels labels = Labels.read(folder + "/labels.tsv.gz");
        assertThat(labels.classes()).containsExactly("core");
        assertThat(labels.rows()).filteredOn(row -> row.values()[0] == 1).hasSize(25);
        assertThat(motifs("motifs.meme")).hasSize(52).extracting(Motif::id).startsWith("MA0079.3", "MA0095.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 | classes --split 0.5,0.6,0.2 --out-dir @ | sum to 1",
                "2 | classes -n 0 --out-dir @ | -n: expected a whole number of 1 to 100000000, found 0",
                "2 | classes --background-names x --out-dir @ | apply to billboard",
                "2 | nothing --out-dir @ | TASK: expected classes or billboard, found nothing",
                "1 | classes --names nobody --out-dir @ | there is no motif of the name or id nobody",
                "1 | classes --motifs @/none --out-dir @ | no such file",
            })
    void faultsLeaveNothing(int code, String line, String message) {
        synth(line).isRefused(code, message);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFolderMustHaveAName() {
        CommandLineRun.of("synth", "classes", "--out-dir", "")
                .run()
                .isRefused(2, "--out-dir: expected the name of a folder, found ''");
    }

    @Test
    void aFolderIsWrittenWholeOrNotAtAll() throws IOException {
        Files.createDirectories(folder.resolve("out/run.json"));
        synth("classes -n 3 --quiet --out-dir @/out").isRefused(1, "run.json");
        assertThat(folder.resolve("out").toFile().list()).containsExactly("run.json");
    }
}
