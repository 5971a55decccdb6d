package org.expomotif.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.expomotif.dataset.build.DatasetRun;
import org.expomotif.dataset.build.DatasetSummary;
import org.expomotif.dataset.build.SplitComposition;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.composition.CompositionCounts;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class DatasetPageTest {
    private static CompositionCounts counts(int... gc) {
        CompositionCounts counts = new CompositionCounts();
        for (int each : gc) {
            counts.add(each * Composition.VALUES);
        }
        return counts;
    }

    private static String page() {
        DatasetSummary summary = new DatasetSummary(
                200,
                List.of(new DatasetSummary.FileCounts(
                        "a<b>.bed",
                        "positives",
                        "A&B",
                        "BED",
                        "middle",
                        5,
                        9,
                        6,
                        1,
                        2,
                        Map.of("unknown bases", 2L),
                        0,
                        0,
                        0)),
                List.of(),
                List.of(new DatasetSummary.Group("train", List.of("chr1", "chr2"), 6, Map.of("A&B", 6L), 1, 2, 3)),
                0,
                0,
                List.of(new DatasetSummary.Matching("train", 1234, 6, 4, 1, 1, List.of())),
                new DatasetSummary.Leaks(31, 0.5, 1, 17, 17),
                List.of("a note about <this>"));
        return DatasetPage.render(
                new DatasetRun.Result(
                        summary,
                        List.of(
                                new SplitComposition(
                                        "train", counts(80, 100), counts(20, 20), counts(80), new CompositionCounts()),
                                new SplitComposition(
                                        "valid",
                                        new CompositionCounts(),
                                        counts(20),
                                        new CompositionCounts(),
                                        new CompositionCounts()))),
                List.of("expomotif 1 <x>"));
    }

    @Test
    void everyCountIsShown() {
        assertThat(page())
                .contains("<li>6 positives and 6 negatives of 200 bases</li>")
                .contains("<li>17 sequences share at least half of their 31-mers with a sequence of an earlier split,"
                        + " dropped</li>")
                .contains("a&lt;b&gt;.bed", "A&amp;B", ">2 unknown bases<", "chr1, chr2", ">1234<")
                .contains("<li>a note about &lt;this&gt;</li>")
                .contains("expomotif 1 &lt;x&gt;")
                .doesNotContain("<b>");
    }

    /** A split without positives has no plot. */
    @Test
    void plotsAreValidXmlWithALineForEachSet() throws Exception {
        List<String> plots = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL)
                .matcher(page())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(plots).hasSize(2);
        for (String plot : plots) {
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(plot)))
                    .getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("svg");
            assertThat(Pattern.compile("stroke-width=\"1.8\"").matcher(plot).results())
                    .hasSize(3);
            assertThat(plot)
                    .contains(">candidates<", ">negatives<", ">positives<")
                    .doesNotContain(">given<");
        }
    }

    /** Positives of 0.4 and 0.5 against candidates of 0.1: one half at 0.4 of the axis, at half of its height. */
    @Test
    void lineHeightsAreShares() {
        DistributionPlot plot = DistributionPlot.shares("GC");
        plot.add("positives", "#d62839", counts(80, 100).gc());
        // The axis ends at 50%: x = 46 + 0.4 * 402, y = 30 at the top and 196 at the bottom.
        assertThat(plot.svg()).contains("L206.8 30L", "L247 30L").contains("M46 196L");
        DistributionPlot cumulative = DistributionPlot.cumulative("GC");
        cumulative.add("positives", "#d62839", counts(80, 100).gc());
        // The axis ends at 100%.
        assertThat(cumulative.svg()).contains("L206.8 113L", "L247 30L").contains("L448 30");
    }
}
