package org.expomotif.benchmark.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.expomotif.run.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    private static final TrialKey.Sizes SIZES = new TrialKey.Sizes(20_000, 1, 100, 500);

    private static TrialRow row(String activation, long seed, Map<Figure, Double> figures) {
        TrialKey key = new TrialKey(Condition.of(PaperTask.BILLBOARD, "cnn-local", activation), SIZES, seed);
        return new TrialRow(key, "1", TrialRow.Outcome.TRAINED, 5, 60.5, figures);
    }

    private static SummaryRow figure(List<TrialRow> trials, Figure figure) {
        return Summary.table(trials).stream()
                .filter(row -> row.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDifferenceIsInUnitsOfThePublishedSpread() {
        SummaryRow found = figure(
                List.of(
                        row("relu", 1, Map.of(Figure.SALIENCY_AUROC, 0.78)),
                        row("relu", 2, Map.of(Figure.SALIENCY_AUROC, 0.80))),
                Figure.SALIENCY_AUROC);
        // Published: 0.771, sd 0.013.
        assertThat(found.trials()).isEqualTo(2);
        assertThat(found.mean()).isEqualTo(0.79, within(1e-12));
        assertThat(found.sd()).isEqualTo(0.01, within(1e-12));
        assertThat(found.difference()).isEqualTo(0.019, within(1e-12));
        assertThat(found.units()).isEqualTo(0.019 / 0.013, within(1e-9));
    }

    @Test
    void theSpreadOfARangeOfTenTrialsIsItsExpectedRange() {
        // Published: ten trials from 0.935 to 0.960.
        SummaryRow found = figure(List.of(row("relu", 1, Map.of(Figure.AUROC, 0.960))), Figure.AUROC);
        assertThat(found.difference()).isEqualTo(0.0125, within(1e-12));
        assertThat(found.units()).isEqualTo(3.078 / 2, within(1e-9));
    }

    @Test
    void aValueWithinBoundsDoesNotDiffer() {
        Published bounds = new Published(Double.NaN, Double.NaN, 0, 0.05, PublishedFigures.Kind.BOUNDS);
        assertThat(bounds.difference(0.03)).isZero();
        assertThat(bounds.difference(0.09)).isEqualTo(0.04, within(1e-12));
        assertThat(bounds.spread()).isNaN();
        assertThat(bounds).hasToString("0 to 0.05");
    }

    @Test
    void aTrainingThatDivergedIsCountedAndHasNoFigures() {
        TrialKey key = new TrialKey(Condition.of(PaperTask.BILLBOARD, "cnn-local", "relu"), SIZES, 2);
        TrialRow diverged = new TrialRow(key, "1", TrialRow.Outcome.DIVERGED, 0, 3, Map.of());
        SummaryRow found = figure(List.of(row("relu", 1, Map.of(Figure.AUROC, 0.9)), diverged), Figure.AUROC);
        assertThat(found.trials()).isEqualTo(1);
        assertThat(found.diverged()).isEqualTo(1);
        assertThat(found.mean()).isEqualTo(0.9);
    }

    @Test
    void aTableIsReadAsItWasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("trials.tsv");
        Condition control = Condition.of(PaperTask.CLASSES, "cnn-deep", "exponential:0.5")
                .withInit("normal:0.01")
                .withoutBatchNorm()
                .withL2(0);
        TrialRow odd = new TrialRow(
                new TrialKey(control, new TrialKey.Sizes(30_000, 3, 50, 0), 4),
                "1",
                TrialRow.Outcome.DIVERGED,
                0,
                1,
                Map.of());
        TrialTable table = TrialTable.read(file);
        table.add(row("relu", 1, Map.of(Figure.AUROC, 0.5)), Provenance.of(List.of("made by a test")));
        table.add(odd, Provenance.of(List.of("made by a test")));
        TrialTable read = TrialTable.read(file);
        assertThat(read.rows()).isEqualTo(table.rows());
        String before = Files.readString(file);
        read.write(Provenance.of(List.of("made by a test")));
        assertThat(file).hasContent(before.strip());
    }
}
