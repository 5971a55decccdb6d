package org.expomotif.command.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.command.Main;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.Split;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
    private static final String MOTIFS = "test-data/jaspar2016_62.meme";

    @TempDir
    private Path folder;

    private String run(int expected, String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            assertThat(Main.run(arguments)).as("%s", heard).isEqualTo(expected);
        } finally {
            System.setErr(before);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Test
    void makesTaskOneOfTheBuiltInMotifs() throws IOException {
        String out = folder.resolve("new").toString();
        run(0, "synth", "classes", "-n", "100", "--seed", "4", "--out-dir", out);
        Labels labels = Labels.read(out + "/labels.tsv");
        assertThat(labels.classes()).hasSize(12).startsWith("Arid3a", "CEBPB").endsWith("STAT1", "YY1");
        assertThat(labels.of(Split.TEST)).hasSize(20);
        try (var files = Files.list(Path.of(out))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("sequences.fa", "labels.tsv", "sites.bed", "motifs.meme", "run.json");
        }
        assertThat(Files.readString(Path.of(out, "run.json")))
                .contains(
                        "\"command\": \"synth\"",
                        "\"command_line\": \"expomotif synth classes --number 100 --seed 4\"",
                        "\"seed\": 4",
                        "\"--length\": \"200\"",
                        "\"--seed\": \"4\"",
                        "\"TASK\": \"classes\"");
        String again = folder.resolve("again").toString();
        run(0, "synth", "classes", "--motifs", MOTIFS, "-n", "100", "--seed", "4", "--out-dir", again);
        assertThat(Path.of(again, "sequences.fa")).hasSameBinaryContentAs(Path.of(out, "sequences.fa"));
    }

    @Test
    void allMotifsOfAFileMayBeTheCore() throws IOException {
        String core = Files.writeString(folder.resolve("core.meme"), "MEME version 4\n" + motif("one") + motif("two"))
                .toString();
        String out = folder.resolve("all").toString();
        run(
                0,
                "synth",
                "billboard",
                "--motifs",
                core,
                "--names",
                "all",
                "--background-motifs",
                MOTIFS,
                "-n",
                "9",
                "--out-dir",
                out);
        assertThat(MotifFile.read(out + "/motifs.meme").motifs())
                .extracting(Motif::id)
                .contains("one", "two");
    }

    private static String motif(String id) {
        return "\nMOTIF " + id + "\nletter-probability matrix: alength= 4 w= 3\n1 0 0 0\n0 1 0 0\n0 0 1 0\n";
    }

    @Test
    void makesTaskThree() {
        String out = folder.toString();
        run(
                0,
                "synth",
                "billboard",
                "--motifs",
                MOTIFS,
                "--names",
                "SP1,MA0095.2",
                "-n",
                "50",
                "--gzip",
                "--out-dir",
                out);
        Labels labels = Labels.read(out + "/labels.tsv.gz");
        assertThat(labels.classes()).containsExactly("core");
        assertThat(labels.rows()).filteredOn(row -> row.values()[0] == 1).hasSize(25);
        List<Motif> motifs = MotifFile.read(out + "/motifs.meme").motifs();
        assertThat(motifs).hasSize(52).extracting(Motif::id).startsWith("MA0079.3", "MA0095.2");
    }

    @Test
    void reportsErrorsOfTheCommandLine() {
        String out = folder.toString();
        assertThat(run(2, "synth", "classes", "--split", "0.5,0.6,0.2", "--out-dir", out))
                .contains("sum to 1");
        assertThat(run(2, "synth", "classes", "-n", "0", "--out-dir", out))
                .contains("-n: expected a whole number of 1 to 100000000, found 0");
        assertThat(run(2, "synth", "classes", "--background-names", "x", "--out-dir", out))
                .contains("apply to billboard");
        assertThat(run(2, "synth", "nothing", "--out-dir", out))
                .contains("TASK: expected classes or billboard, found nothing");
        assertThat(run(1, "synth", "classes", "--names", "nobody", "--out-dir", out))
                .contains("there is no motif of the name or id nobody");
        assertThat(run(1, "synth", "classes", "--motifs", out + "/none", "--out-dir", out))
                .contains("no such file");
        assertThat(folder).isEmptyDirectory();
    }
}
