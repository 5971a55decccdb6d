package org.expomotif.peaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.run.ShellWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrongestFirstIT {
    @TempDir
    private Path folder;

    private static String line(String id, String kind, String strength) {
        return "chr1\t10\t20\t" + id + "\t0\t+\ttrain\t" + kind + "\tpeak\t0.5\t0\tp.bed:1\t" + strength + "\n";
    }

    /** Equal strengths stay in order; a negative one is below a small one; a missing one is last. */
    @Test
    void theShellCommandInTheScriptMakesTheSameFile() throws IOException, InterruptedException {
        Path regions = folder.resolve("the regions.bed");
        Files.writeString(
                regions,
                "# expomotif\n" + line("a", "positive", "9") + line("b", "genome", ".") + line("c", "positive", "1e+02")
                        + line("d", "positive", "-3.5") + line("e", "positive", "9") + line("f", "given", "50")
                        + line("g", "positive", "0.001") + "# input\n");
        Path ours = folder.resolve("ours.bed");
        Path theirs = folder.resolve("their's.bed");
        StrongestFirst.write(regions.toString(), ours.toString());
        String command =
                StrongestFirst.shell(ShellWords.quoted(regions.toString()), ShellWords.quoted(theirs.toString()));

        assertThat(new ProcessBuilder("sh", "-c", command).start().waitFor()).isZero();
        assertThat(ours).hasSameTextualContentAs(theirs);
        assertThat(Files.readAllLines(ours))
                .extracting(text -> text.split("\t")[3])
                .containsExactly("c", "a", "e", "g", "d");
    }
}
