package org.expomotif.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.expomotif.benchmark.paper.Condition;
import org.expomotif.benchmark.paper.Figure;
import org.expomotif.benchmark.paper.PaperTask;
import org.expomotif.benchmark.paper.TrialKey;
import org.expomotif.benchmark.paper.TrialRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class StudyPageTest {
    @TempDir
    private Path folder;

    private static TrialRow row(
            PaperTask task, String network, String activation, long seed, Map<Figure, Double> figures) {
        Condition condition = new Condition(task, network, activation, "glorot-uniform", true, 1e-6);
        TrialKey key = new TrialKey(condition, new TrialKey.Sizes(100, 1, 100, 0), seed);
        return new TrialRow(key, "1", TrialRow.Outcome.TRAINED, 5, 60.5, figures);
    }

    private static TrialRow matched(String activation, long seed, double fraction) {
        return row(PaperTask.CLASSES, "cnn-deep", activation, seed, Map.of(Figure.MATCH_FRACTION, fraction));
    }

    private static TrialRow recovered(String network, String activation) {
        return row(
                PaperTask.BILLBOARD,
                network,
                activation,
                1,
                Map.of(Figure.AUROC, 0.97, Figure.SALIENCY_AUROC, 0.83, Figure.DEEPSHAP_AUROC, 0.84));
    }

    private String matchPlot(List<TrialRow> rows) throws Exception {
        Path file = folder.resolve("plot.svg");
        StudyPage.writeMatchPlot(file.toString(), rows, List.of());
        String svg = Files.readString(file);
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg))))
                .doesNotThrowAnyException();
        return svg;
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void fourTrialsHaveABoxAndFewerHaveMarkersOnly() throws Exception {
        List<TrialRow> three = IntStream.range(0, 3)
                .mapToObj(i -> matched("exponential", i, 0.9 + i / 100.0))
                .toList();
        List<TrialRow> four = Stream.concat(three.stream(), Stream.of(matched("exponential", 3, 0.95)))
                .toList();
        int published = 1;
        assertThat(count(matchPlot(three), "fill-opacity=\"0.7\"")).isEqualTo(3);
        assertThat(count(matchPlot(three), "Z\" fill=\"none\"")).isEqualTo(published);
        assertThat(count(matchPlot(four), "fill-opacity=\"0.7\"")).isEqualTo(4);
        assertThat(count(matchPlot(four), "Z\" fill=\"none\"")).isEqualTo(published + 1);
    }

    @Test
    void controlsHaveAPanelOfTheirOwn() throws Exception {
        assertThat(matchPlot(List.of(matched("exponential", 1, 0.9), matched("shift-tanh", 1, 0))))
                .contains(">cnn-deep<", ">cnn-deep, modified activations<", ">shift-tanh<");
    }

    @Test
    void longLabelsStayWithinThePicture() throws Exception {
        Condition condition = new Condition(PaperTask.CLASSES, "cnn-deep", "exponential", "lecun-uniform", false, 1e-6);
        TrialKey key = new TrialKey(condition, new TrialKey.Sizes(100, 1, 100, 0), 1);
        String svg = matchPlot(
                List.of(new TrialRow(key, "1", TrialRow.Outcome.TRAINED, 5, 60.5, Map.of(Figure.MATCH_FRACTION, 0.9))));
        Matcher label = Pattern.compile("<text x=\"([0-9.]+)\" y=\"([0-9.]+)\" [^>]*rotate\\(-40 [^>]*>([^<]*)<")
                .matcher(svg);
        assertThat(label.find()).isTrue();
        assertThat(label.group(3)).isEqualTo("exponential, lecun-uniform, no batch norm");
        // About 5.5 pixels per character of 11 pixels, along a line that rises by 40 degrees.
        double length = 5.5 * label.group(3).length();
        assertThat(Double.parseDouble(label.group(1)) - length * 0.77).isPositive();
        Matcher height = Pattern.compile(" height=\"([0-9.]+)\"").matcher(svg);
        assertThat(height.find()).isTrue();
        assertThat(Double.parseDouble(label.group(2)) + length * 0.64)
                .isLessThan(Double.parseDouble(height.group(1)) - 24);
    }

    @Test
    void aPlotWithoutTrialsSaysSo() throws Exception {
        assertThat(matchPlot(List.of(recovered("cnn-local", "relu")))).contains(">No trial of Task 1 is complete.<");
        Path file = folder.resolve("recovery.svg");
        StudyPage.writeRecoveryPlot(file.toString(), List.of(matched("relu", 1, 0)), List.of());
        assertThat(Files.readString(file)).contains(">No trial of Task 3 is complete.<");
    }

    @Test
    void everyNetworkAndMethodHasAPanel() throws Exception {
        Path file = folder.resolve("recovery.svg");
        StudyPage.writeRecoveryPlot(
                file.toString(), List.of(recovered("cnn-local", "relu"), recovered("cnn-dist", "tanh")), List.of());
        assertThat(Files.readString(file))
                .contains(">cnn-local, saliency<", ">cnn-dist, deepshap<", "relu, seed 1: 0.970, 0.830");
    }

    @Test
    void thePageHasPlotsAndTables() throws Exception {
        Path file = folder.resolve("study.html");
        StudyPage.write(
                file.toString(),
                List.of(matched("exponential", 1, 0.9), recovered("cnn-local", "exponential")),
                List.of("made by a test"));
        assertThat(Files.readString(file))
                .contains("2 trials of 2 conditions", "0.827 (0.019)", "+0.2", "Task 1,", "Task 3,", "made by a test")
                .doesNotContain(">NaN", "\"NaN", " NaN");
    }

    @Test
    void withoutTrialsThePageIsEmptyButWhole() throws Exception {
        Path file = folder.resolve("study.html");
        StudyPage.write(file.toString(), List.of(), List.of());
        assertThat(Files.readString(file))
                .contains("0 trials of 0 conditions")
                .doesNotContain("Task 1", "Task 3")
                .doesNotContain(">NaN", "\"NaN", " NaN", "\"Infinity");
    }
}
