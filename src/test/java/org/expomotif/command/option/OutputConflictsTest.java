package org.expomotif.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.command.Commands;
import org.expomotif.command.PlannedOutputs;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Meme;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutputConflictsTest {
    private static final Meme MOTIF = Meme.of("M1 one", "MT");
    private static final String EVERY_CLASS = " --sequences missing --method saliency --class all -o @/s.npz";

    @TempDir
    private Path folder;

    private CommandResult run(String line) {
        return CommandLineRun.parse(folder, line).run();
    }

    private static void assertKept(Path motifs) {
        assertThat(motifs).hasContent(MOTIF.text());
    }

    @Test
    void anOutputNeverReplacesAnInput() throws IOException {
        Path in = MOTIF.write(folder.resolve("m.meme"));
        Path link = Files.createSymbolicLink(folder.resolve("link.meme"), in);
        for (String output : List.of(in.toString(), folder + "/./m.meme", link.toString())) {
            assertRefused(
                    CommandLineRun.of("motifs", in).to(output).run(),
                    "motifs: error: --output " + output
                            + " would replace a file that is read here (FILE); name another file\n");
            assertKept(in);
        }
    }

    @Test
    void twoOutputsNeedTwoNames() {
        MOTIF.write(folder.resolve("m.meme"));
        run("cluster --motifs @/m.meme --table @/groups.tsv -o @/groups.tsv")
                .isRefused(2, "name the same file, " + folder + "/groups.tsv; give two different names");
        assertThat(folder.resolve("groups.tsv")).doesNotExist();
    }

    @Test
    void aDeviceMayBeNamedTwice() {
        MOTIF.write(folder.resolve("m.meme"));
        run("cluster --motifs @/m.meme --table /dev/null --tree /dev/null")
                .succeeds()
                .standardError()
                .doesNotContain("error");
    }

    /** The case that destroyed the user's labels. */
    @Test
    void theHistoryNeverReplacesTheLabels() throws IOException {
        Path labels = Files.writeString(folder.resolve("q.history.tsv"), "id\tsplit\ta\n");
        String output = folder + "/q.zip";
        assertRefused(
                run("train --sequences missing.fa --labels @/q.history.tsv --network cnn-2 -o @/q.zip"),
                "train: error: --output " + output + " would write " + labels
                        + " and so replace a file that is read here (--labels); name another file\n");
        assertThat(labels).hasContent("id\tsplit\ta\n");
        assertThat(folder.resolve("q.zip")).doesNotExist();
    }

    /** The case that destroyed the user's motifs; a link to the folder, and one to the file. */
    @Test
    void aFileOfTheFolderOfResultsNeverReplacesAnInput() throws IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        Path motifs = MOTIF.write(made.resolve("motifs.meme"));
        Path linkToFolder = Files.createSymbolicLink(folder.resolve("folder"), made);
        Path link = Files.createSymbolicLink(folder.resolve("m"), motifs);
        Path hard = Files.createLink(folder.resolve("hard"), motifs);
        for (Path input : List.of(motifs, link, hard, linkToFolder.resolve("motifs.meme"))) {
            for (Path output : List.of(made, linkToFolder, folder.resolve("none/../made"))) {
                assertRefused(
                        CommandLineRun.of("synth", "classes", "--out-dir", output)
                                .motifs(input)
                                .run(),
                        "synth: error: --out-dir " + output + " would write " + output + "/motifs.meme"
                                + " and so replace a file that is read here (--motifs); name another folder\n");
                assertThat(PlannedOutputs.files(made)).containsExactly(motifs.toString());
                assertKept(motifs);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train --sequences @/in --labels @/l --network cnn-2 -o @/q.zip | q.zip.checkpoint | --sequences",
                "train --sequences @/in --labels @/l --network cnn-2 --trials 3 -o @/q.zip | q.3.zip | --sequences",
                "train --sequences @/s --labels @/l --network cnn-2 --init-from @/in -o @/q.zip | q.zip | --init-from",
                "train --sequences @/s --labels @/l --network @/in -o @/q.zip | q.history.tsv | --network",
                "scan --motifs @/in --sequences @/s --sort -o @/q.bed.gz | q.bed.gz.tbi | --motifs",
                "scan --motifs @/in --sequences @/s --scores @/q.bw | q.bw | --motifs",
                "scan --motifs @/m --sequences @/s --background @/in --counts @/q | q | --background",
                "attribute --model @/m --sequences @/s --method saliency --sites @/in -o @/q.npz"
                        + " | q.evaluation.tsv | --sites",
                "attribute --model @/m --sequences @/s --method saliency --reference @/in -o @/q.npz"
                        + " | q.npz | --reference",
                "attribute --model @/m --sequences @/s --method saliency --labels @/in -o @/q.npz --logo @/q.svg"
                        + " | q.svg | --labels",
                "tomtom-match --query @/m --target @/t @/in --html @/q.html | q.html | --target",
                "filters --model @/m --sequences @/s --matches @/in --logos @/q | q | --matches",
                "merge @/p @/in -o @/q | q | SHARD",
                "synth classes --background @/in --out-dir @/ | sequences.fa | --background",
                "synth classes --motifs @/in --out-dir @/ | run.json | --motifs",
                "synth billboard --background-motifs @/in --gzip --out-dir @/ | labels.tsv.gz | --background-motifs"
            })
    void everyOutputIsComparedWithEveryInput(String line, String output, String option) throws IOException {
        Path in = Files.writeString(folder.resolve("in"), "kept");
        Files.createLink(folder.resolve(output), in);
        run(line).isRefused(2, "replace a file that is read here (" + option + "); name another ");
        assertThat(PlannedOutputs.files(folder))
                .containsExactlyInAnyOrder(in.toString(), folder.resolve(output).toString());
        assertThat(in).hasContent("kept");
    }

    /** Whether the index is there or will be made. */
    @ParameterizedTest
    @CsvSource({".fai, true", ".fai, false", ".gzi, false", ".tbi, true"})
    void anOutputNeverReplacesTheIndexOfAnInput(String suffix, boolean exists) throws IOException {
        Path in = Files.writeString(folder.resolve("g.fa"), ">a\nACGT\n");
        String index = in + suffix;
        if (exists) {
            Files.writeString(Path.of(index), "kept");
        }
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), folder);
        for (String output : List.of(index, folder + "/link/g.fa" + suffix, real + "/../g.fa" + suffix)) {
            assertRefused(
                    CommandLineRun.of("scan")
                            .motifs("missing")
                            .sequences(in)
                            .to(output)
                            .run(),
                    "scan: error: --output " + output
                            + " would replace the index of a file that is read here (--sequences); name another file\n");
            assertThat(Files.exists(Path.of(index))).isEqualTo(exists);
        }
    }

    /** Two outputs that do not exist yet. */
    @Test
    void derivedOutputsNeedNamesOfTheirOwn() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder);
        String derived = folder + "/link/q.bed.gz.tbi";
        assertRefused(
                run("scan --motifs m --sequences s --sort -o @/q.bed.gz --counts " + derived),
                "scan: error: --output " + folder + "/q.bed.gz and --counts " + derived + " would both write " + derived
                        + "; name another file\n");
    }

    @Test
    void classesWhoseFilesHaveTheSameNameAreRefused() {
        TinyModel.write(TinyModel.ofEightBases("a/b", "a_b"), folder.resolve("m.zip"));
        assertRefused(
                run("attribute --model @/m.zip" + EVERY_CLASS),
                "attribute: error: --out " + folder + "/s.npz would write two files of the same name, " + folder
                        + "/s.a_b.npz; write them in two runs\n");
    }

    @Test
    void theFileOfAClassNeverReplacesAnInput() throws IOException {
        Path model = TinyModel.write(TinyModel.ofEightBases("a", "b"), folder.resolve("s.b.npz"));
        byte[] before = Files.readAllBytes(model);
        run("attribute --model @/s.b.npz" + EVERY_CLASS)
                .isRefused(2, "write " + model + " and so replace a file that is read here (--model)");
        assertThat(model).hasBinaryContent(before);
    }

    @Test
    void aMotifMayHaveTheNameOfAnExistingFile() throws IOException {
        Fasta.of("s", "AATAAT").write(folder.resolve("s.fa"));
        Meme.of(folder + "/hits one", "MT").write(folder.resolve("m.meme"));
        Files.writeString(folder.resolve("hits"), "old");
        run("scan --motifs @/m.meme --sequences @/s.fa --motif @/hits -o @/hits")
                .succeeds();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpNeedsNoFiles(String command) {
        CommandLineRun.of(command, "--help").run().succeeds();
        CommandLineRun.of(command, "--version").run().succeeds();
    }

    static Stream<String> commands() {
        return Commands.COMMANDS.stream().map(Commands.Entry::name);
    }

    private static void assertRefused(CommandResult run, String message) {
        run.isRefused(2).standardError().startsWith("expomotif " + message);
    }
}
