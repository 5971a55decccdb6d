package org.expomotif.command.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dataset --h5}: its outputs, and the options that it can be combined with. */
class DatasetHdf5Test {
    private static final String STUDY = "test-data/hdf5/study.h5";

    @TempDir
    private Path folder;

    private CommandResult run(String line) {
        return CommandLineRun.parse(folder, "dataset --out-dir @/d " + line).run();
    }

    @Test
    void thePageAndTheRecordHaveTheCounts() throws IOException {
        run("--h5 " + STUDY + " --classes A,B&B,C --seed 7 --threads 2")
                .succeeds()
                .reports("train: 12 sequences (X_train, N x L x 4) with labels of 3 classes (Y_train)");
        try (Stream<Path> files = Files.list(folder.resolve("d"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("sequences.fa", "labels.tsv", "dataset.html", "dataset.json");
        }
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("d/dataset.json").toFile());
        assertThat(json.get("command_line").asText())
                .isEqualTo("expomotif dataset --classes 'A,B&B,C' --h5 " + STUDY + " --seed 7");
        assertThat(json.get("inputs").get(STUDY).asText()).startsWith("sha256:");
        JsonNode valid = json.get("dataset").get("splits").get(1);
        assertThat(valid.toString())
                .isEqualTo("{\"split\":\"valid\",\"file\":\"" + STUDY + "\",\"array\":\"X_valid\","
                        + "\"axes\":\"N x L x 4\",\"labels\":\"Y_valid\",\"sequences\":5,\"positives\":5,\"unknown\":3,"
                        + "\"unlabelled\":1,\"classes\":{\"A\":1,\"B&B\":2,\"C\":2}}");
        assertThat(folder.resolve("d/dataset.html"))
                .content()
                .contains(
                        "24 sequences of 21 bases with labels of 3 classes",
                        "<td data-key=\"B&amp;B\">B&amp;B</td><td class=\"number\" data-key=\"4\">4</td>",
                        "<td data-key=\"N x L x 4\">",
                        "7 sequences have unknown bases");
    }

    @Test
    void optionsThatDoNotApplyAreNamed() {
        run("--h5 " + STUDY + " --genome g.fa --length 300 --drop-leaks")
                .isRefused(
                        2,
                        "--h5 reads a finished data set and cannot be combined with --length, --genome, --drop-leaks");
        run("--h5 " + STUDY + " --positives a.bed")
                .isRefused(2, "--h5 reads a finished data set and cannot be combined with --positives");
        run("--h5 " + STUDY + " --classes A,A,B").isRefused(2, "--classes: the classes need names of their own");
    }

    @Test
    void eitherPeaksWithAGenomeOrHdf5AreNeeded() {
        for (String line : List.of("--length 20", "--positives a.bed", "--genome g.fa", "--classes A")) {
            run(line).isRefused(2, "give --positives and --genome, or --h5");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        run("--h5 @/none.h5").isRefused(1, folder + "/none.h5");
        run("--h5 -").isRefused(1, "HDF5 cannot be read from standard input; give the name of a file");
    }
}
