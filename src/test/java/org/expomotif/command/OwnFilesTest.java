package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
    private static final String MEME = """
            MEME version 4

            MOTIF M1 one
            letter-probability matrix: alength= 4 w= 2 nsites= 10 E= 0
            0.5 0.5 0 0
            0 0 0 1
            """;

    @TempDir
    Path folder;

    @Test
    void anOutputNeverReplacesAnInput() throws IOException {
        Path in = Files.writeString(folder.resolve("m.meme"), MEME);
        Path link = Files.createSymbolicLink(folder.resolve("link.meme"), in);
        for (String output : List.of(in.toString(), folder + "/./m.meme", link.toString())) {
            Captured run = Captured.run("motifs", in.toString(), "-o", output);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("expomotif motifs: error: --output " + output
                            + " would replace a file that is read here (FILE); name another file\n");
            assertThat(in).hasContent(MEME);
        }
    }

    @Test
    void twoOutputsNeedTwoNames() throws IOException {
        Path in = Files.writeString(folder.resolve("m.meme"), MEME);
        String out = folder.resolve("groups.tsv").toString();
        Captured run = Captured.run("cluster", "--motifs", in.toString(), "--table", out, "-o", out);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("name the same file, " + out + "; name two");
        assertThat(folder.resolve("groups.tsv")).doesNotExist();
    }

    @Test
    void whatIsNoFileMayBeNamedTwice() throws IOException {
        Path in = Files.writeString(folder.resolve("m.meme"), MEME);
        Captured run =
                Captured.run("cluster", "--motifs", in.toString(), "--table", "/dev/null", "--tree", "/dev/null");
        assertThat(run.err()).doesNotContain("error");
        assertThat(run.code()).isZero();
    }

    @Test
    void theListNamesOptionsThatExist() {
        assertThat(Expomotif.everything().getSubcommands().values().stream()
                        .flatMap(command -> command.getCommandSpec().options().stream())
                        .flatMap(option -> Stream.of(option.names())))
                .containsAll(OwnFiles.OUTPUTS);
    }
}
