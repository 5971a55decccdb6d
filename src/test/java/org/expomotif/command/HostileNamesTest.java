package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.expomotif.testing.TextFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that hold an escape sequence, in arguments and in files, do not reach standard error as they are. */
class HostileNamesTest {
    private static final String ESCAPE = "\u001b]0;x\u0007\u202e";
    private static final String SHOWN = "\\u001b]0;x\\u0007\\u202e";

    private static final String MEME = Meme.of("M1 one", "MT").text();

    @TempDir
    private Path folder;

    /** Runs a command line whose standard error must show the escape sequence. */
    private static CommandResult run(int code, Object... words) {
        CommandResult run = CommandLineRun.of(words).run().exitsWith(code);
        run.standardError().contains(SHOWN).doesNotContainPattern("[\\p{Cc}&&[^\n\t]]|\\p{Cf}");
        return run;
    }

    private Path file(String name, String text) {
        return TextFile.write(folder.resolve(name), text);
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
        Path twice = file(ESCAPE + ".meme", MEME + "\n" + MEME.substring(MEME.indexOf("MOTIF")));
        run(0, "motifs", twice, "-o", folder + "/o").standardError().startsWith("warning: ");
        run(2, "motifs", twice, "-o", twice);
        assertThat(Files.readString(folder.resolve("o")))
                .contains("# input: " + folder + "/\\u001b]0;x\\u0007\u202e.meme sha256:")
                .doesNotContainPattern("[\\p{Cc}&&[^\n\t]]");
    }

    @Test
    void inFiles() {
        Path motifs = file("m.meme", MEME);
        run(1, "motifs", file("name.meme", MEME.replace("M1", "M1" + ESCAPE)));
        run(1, "motifs", file("row.meme", MEME.replace("0 0 0 1", "0 0 0 " + ESCAPE)));
        run(1, "scan", "--motifs", motifs, "--sequences", file("s.fa", ">s" + ESCAPE + "\nACGT\n"));
        Path sequences = file("ok.fa", ">s " + ESCAPE + "\nACGT\n");
        Path regions = file("r.bed", "s" + ESCAPE + "\t0\t4\n");
        run(1, "scan", "--motifs", motifs, "--sequences", sequences, "--regions", regions);
        Path labels = file("l.tsv", "id\tsplit\tc" + ESCAPE + "\ns\ttrain\t1\n");
        run(1, "train", "--sequences", sequences, "--labels", labels, "--network", "cnn-2", "-o", folder + "/m.zip");
    }

    /** The description in a header may contain any text, because it is not written to an output. */
    @Test
    void theRestOfAHeaderIsNotRead() {
        Path sequences = file("ok.fa", ">s " + ESCAPE + "\nACGT\n");
        CommandResult run = CommandLineRun.of("scan")
                .motifs(file("m.meme", MEME))
                .sequences(sequences)
                .run()
                .succeeds();
        assertThat(run.out() + run.err()).doesNotContain("\u001b");
    }
}
