package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that hold an escape sequence, in arguments and in files, do not reach standard error as they are. */
class HostileNamesTest {
    private static final String ESCAPE = "\u001b]0;x\u0007\u202e";
    private static final String SHOWN = "\\u001b]0;x\\u0007\\u202e";

    @TempDir
    Path folder;

    private static Captured run(int code, String... words) {
        Captured run = Captured.run(words);
        assertThat(run.err()).contains(SHOWN).doesNotContainPattern("[\\p{Cc}&&[^\n\t]]|\\p{Cf}");
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        return run;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void inCommandsOptionsAndValues() {
        run(2, ESCAPE);
        run(2, "scan", "--motifs", "m", "--sequences", "s", "--" + ESCAPE);
        run(2, "scan", "--motifs", "m", "--sequences", "s", "--threshold", ESCAPE);
        run(2, "train", "--sequences", "s", "--labels", "l", "-o", "m.zip", "--network", ESCAPE);
        run(2, "logo", "m", ESCAPE);
        run(2, "synth", ESCAPE, "--out-dir", "d", "--debug");
    }

    @Test
    void inNamesOfFiles() throws IOException {
        run(1, "motifs", folder + "/" + ESCAPE);
        String twice = file(
                ESCAPE + ".meme", TinyMotifs.MEME + "\n" + TinyMotifs.MEME.substring(TinyMotifs.MEME.indexOf("MOTIF")));
        assertThat(run(0, "motifs", twice, "-o", folder + "/o").err()).startsWith("warning: ");
        run(2, "motifs", twice, "-o", twice);
        assertThat(Files.readString(folder.resolve("o")))
                .contains("# input: " + folder + "/\\u001b]0;x\\u0007\u202e.meme sha256:")
                .doesNotContainPattern("[\\p{Cc}&&[^\n\t]]");
    }

    @Test
    void inFiles() throws IOException {
        String motifs = file("m.meme", TinyMotifs.MEME);
        run(1, "motifs", file("name.meme", TinyMotifs.MEME.replace("M1", "M1" + ESCAPE)));
        run(1, "motifs", file("row.meme", TinyMotifs.MEME.replace("0 0 0 1", "0 0 0 " + ESCAPE)));
        run(1, "scan", "--motifs", motifs, "--sequences", file("s.fa", ">s" + ESCAPE + "\nACGT\n"));
        String sequences = file("ok.fa", ">s " + ESCAPE + "\nACGT\n");
        String regions = file("r.bed", "s" + ESCAPE + "\t0\t4\n");
        run(1, "scan", "--motifs", motifs, "--sequences", sequences, "--regions", regions);
        String labels = file("l.tsv", "id\tsplit\tc" + ESCAPE + "\ns\ttrain\t1\n");
        run(1, "train", "--sequences", sequences, "--labels", labels, "--network", "cnn-2", "-o", folder + "/m.zip");
    }

    /** The description in a header may contain any text, because it is not written to an output. */
    @Test
    void theRestOfAHeaderIsNotRead() throws IOException {
        String sequences = file("ok.fa", ">s " + ESCAPE + "\nACGT\n");
        Captured run = Captured.run("scan", "--motifs", file("m.meme", TinyMotifs.MEME), "--sequences", sequences);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("\u001b");
    }
}
