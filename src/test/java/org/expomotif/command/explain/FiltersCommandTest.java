package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.filter.FilterVerdict;
import org.expomotif.io.table.TsvReader;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiltersCommandTest {
    @TempDir
    private Path folder;

    private CommandResult filters(String more) {
        return CommandLineRun.parse(
                        folder,
                        "filters --model test-data/galaxy/model.zip --sequences test-data/galaxy/sequences.fa -q -t 2"
                                + " -o @/filters.meme " + more)
                .run();
    }

    @Test
    void verdictsHaveTheirReasonInTheTableAndOnThePage() throws IOException {
        filters("--verdict @/v.tsv --targets test-data/galaxy/motifs.meme --logos @/logos.html")
                .succeeds();
        List<FilterVerdict> verdicts = TsvReader.readAll("" + folder.resolve("v.tsv"), FilterVerdict.class);
        assertThat(verdicts).hasSize(8);
        String page = Files.readString(folder.resolve("logos.html"));
        assertThat(page).contains("Verdict and reason");
        assertThat(verdicts)
                .allSatisfy(each -> assertThat(page)
                        .contains(each.reason())
                        .contains(each.verdict().meaning()));
    }

    @Test
    void optionsThatBelongTogetherAreRequiredTogether() {
        filters("--trial-models test-data/galaxy/model.zip").isRefused(2, "--trial-models: expected --verdict with it");
        filters("--targets test-data/galaxy/motifs.meme --logos @/l.html")
                .isRefused(2, "--matches, --targets: expected both or neither");
    }

    @Test
    void aTrialOfAnotherInputLengthIsRefused() {
        TinyModel.write(TinyModel.ofEightBases("a"), folder.resolve("eight.zip"));
        filters("--verdict @/v.tsv --trial-models @/eight.zip")
                .isRefused(1, "eight.zip: the input length of a further trial differs from that of the model");
        assertThat(folder.resolve("v.tsv")).doesNotExist();
    }
}
