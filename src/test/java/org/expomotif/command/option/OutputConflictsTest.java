package org.expomotif.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.command.Captured;
import org.expomotif.command.Commands;
import org.expomotif.command.Main;
import org.expomotif.command.PlannedOutputs;
import org.expomotif.command.TinyModels;
import org.expomotif.command.TinyMotifs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputConflictsTest {
    @TempDir
    Path folder;

    @Test
    void anOutputNeverReplacesAnInput() throws IOException {
        Path in = Files.writeString(folder.resolve("m.meme"), TinyMotifs.MEME);
        Path link = Files.createSymbolicLink(folder.resolve("link.meme"), in);
        for (String output : List.of(in.toString(), folder + "/./m.meme", link.toString())) {
            Captured run = Captured.run("motifs", in.toString(), "-o", output);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("expomotif motifs: error: --output " + output
                            + " would replace a file that is read here (FILE); name another file\n");
            assertThat(in).hasContent(TinyMotifs.MEME);
        }
    }

    @Test
    void twoOutputsNeedTwoNames() throws IOException {
        Path in = Files.writeString(folder.resolve("m.meme"), TinyMotifs.MEME);
        String out = folder.resolve("groups.tsv").toString();
        Captured run = Captured.run("cluster", "--motifs", in.toString(), "--table", out, "-o", out);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("name the same file, " + out + "; give two different names");
        assertThat(folder.resolve("groups.tsv")).doesNotExist();
    }

    @Test
    void whatIsNoFileMayBeNamedTwice() throws IOException {
        Path in = Files.writeString(folder.resolve("m.meme"), TinyMotifs.MEME);
        Captured run =
                Captured.run("cluster", "--motifs", in.toString(), "--table", "/dev/null", "--tree", "/dev/null");
        assertThat(run.err()).doesNotContain("error");
        assertThat(run.code()).isZero();
    }

    /** The case that destroyed the user's labels. */
    @Test
    void theHistoryNeverReplacesTheLabels() throws IOException {
        Path labels = Files.writeString(folder.resolve("q.history.tsv"), "id\tsplit\ta\n");
        String output = folder.resolve("q.zip").toString();
        Captured run = Captured.run(
                "train",
                "--sequences",
                "missing.fa",
                "--labels",
                labels.toString(),
                "--network",
                "cnn-2",
                "-o",
                output);
        assertRefused(
                run,
                "train: error: --output " + output + " would write " + labels
                        + " and so replace a file that is read here (--labels); name another file\n");
        assertThat(labels).hasContent("id\tsplit\ta\n");
        assertThat(folder.resolve("q.zip")).doesNotExist();
    }

    /** The case that destroyed the user's motifs; a link to the folder, and one to the file. */
    @Test
    void aFileOfTheFolderOfResultsNeverReplacesAnInput() throws IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        Path motifs = Files.writeString(made.resolve("motifs.meme"), TinyMotifs.MEME);
        Path linkToFolder = Files.createSymbolicLink(folder.resolve("folder"), made);
        Path link = Files.createSymbolicLink(folder.resolve("m"), motifs);
        Path hard = Files.createLink(folder.resolve("hard"), motifs);
        for (Path input : List.of(motifs, link, hard, linkToFolder.resolve("motifs.meme"))) {
            for (Path output : List.of(made, linkToFolder, folder.resolve("none/../made"))) {
                Captured run =
                        Captured.run("synth", "classes", "--motifs", input.toString(), "--out-dir", output.toString());
                assertRefused(
                        run,
                        "synth: error: --out-dir " + output + " would write " + output + "/motifs.meme"
                                + " and so replace a file that is read here (--motifs); name another folder\n");
                assertThat(PlannedOutputs.files(made)).containsExactly(motifs.toString());
                assertThat(motifs).hasContent(TinyMotifs.MEME);
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
                "merge @/p @/in -o @/q | q | PART",
                "synth classes --background @/in --out-dir @/ | sequences.fa | --background",
                "synth classes --motifs @/in --out-dir @/ | run.json | --motifs",
                "synth billboard --background-motifs @/in --gzip --out-dir @/ | labels.tsv.gz | --background-motifs"
            })
    void everyOutputIsComparedWithEveryInput(String line, String output, String option) throws IOException {
        Path in = Files.writeString(folder.resolve("in"), "kept");
        Files.createLink(folder.resolve(output), in);
        Captured run = Captured.run(line.replace("@", folder.toString()).split(" "));
        assertThat(run.err()).contains("replace a file that is read here (" + option + "); name another ");
        assertThat(run.code()).isEqualTo(2);
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
            Captured run = Captured.run("scan", "--motifs", "missing", "--sequences", in.toString(), "-o", output);
            assertRefused(
                    run,
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
        Captured run = Captured.run(("scan --motifs m --sequences s --sort -o @/q.bed.gz --counts " + derived)
                .replace("@", folder.toString())
                .split(" "));
        assertRefused(
                run,
                "scan: error: --output " + folder + "/q.bed.gz and --counts " + derived + " would both write " + derived
                        + "; name another file\n");
    }

    @Test
    void classesWhoseFilesHaveTheSameNameAreRefused() throws IOException {
        String model = folder.resolve("m.zip").toString();
        TinyModels.write(model, List.of("a/b", "a_b"));
        Captured run = attributeEveryClass(model);
        assertRefused(
                run,
                "attribute: error: --out " + folder + "/s.npz would write two files of the same name, " + folder
                        + "/s.a_b.npz; write them in two runs\n");
    }

    @Test
    void theFileOfAClassNeverReplacesAnInput() throws IOException {
        String model = folder.resolve("s.b.npz").toString();
        TinyModels.write(model, List.of("a", "b"));
        byte[] before = Files.readAllBytes(Path.of(model));
        Captured run = attributeEveryClass(model);
        assertThat(run.err()).contains("write " + model + " and so replace a file that is read here (--model)");
        assertThat(run.code()).isEqualTo(2);
        assertThat(Path.of(model)).hasBinaryContent(before);
    }

    private Captured attributeEveryClass(String model) {
        return Captured.run(
                "attribute",
                "--model",
                model,
                "--sequences",
                "missing",
                "--method",
                "saliency",
                "--class",
                "all",
                "-o",
                folder + "/s.npz");
    }

    /** A shell opens the file; the program sees standard input alone. */
    @Test
    void standardInputFromAFileIsAnInput() throws Exception {
        Path in = Files.writeString(folder.resolve("m.meme"), TinyMotifs.MEME);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "motifs",
                        "-",
                        "-o",
                        in.toString())
                .redirectInput(in.toFile())
                .start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(err).contains("--output " + in + " would replace a file that is read here (FILE)");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(in).hasContent(TinyMotifs.MEME);
    }

    /** A motif may have the name of an existing file. */
    @Test
    void aWordIsNotAnInput() throws IOException {
        Files.writeString(folder.resolve("s.fa"), ">s\nAATAAT\n");
        Files.writeString(folder.resolve("m.meme"), TinyMotifs.MEME.replace("M1", folder + "/hits"));
        String out = Files.writeString(folder.resolve("hits"), "old").toString();
        Captured run = Captured.run(
                "scan", "--motifs", folder + "/m.meme", "--sequences", folder + "/s.fa", "--motif", out, "-o", out);
        assertThat(run.code()).as(run.err()).isZero();
    }

    @Test
    void helpNeedsNoFiles() {
        for (Commands.Entry entry : Commands.COMMANDS) {
            assertThat(Captured.run(entry.name(), "--help").code()).isZero();
            assertThat(Captured.run(entry.name(), "--version").code()).isZero();
        }
    }

    private static void assertRefused(Captured run, String message) {
        assertThat(run.err()).startsWith("expomotif " + message);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }
}
