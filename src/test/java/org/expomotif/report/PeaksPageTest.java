package org.expomotif.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.enrich.ControlKind;
import org.expomotif.enrich.table.EnrichmentRow;
import org.expomotif.motif.Motif;
import org.junit.jupiter.api.Test;

class PeaksPageTest {
    private static final double[][] MATRIX = {{0.7, 0.1, 0.1, 0.1}, {0.1, 0.1, 0.7, 0.1}};

    private static String page(List<PeaksPage.Learned> learned, List<PeaksPage.Explained> explained) {
        return PeaksPage.render(
                "Motifs in <p>",
                new PeaksPage.Content(List.of("1 < 2"), List.of(), learned, 3, explained, Map.of("a&b.tsv", "x < y")),
                List.of("command: <c>"));
    }

    @Test
    void namesFromFilesAreText() {
        String page = page(
                List.of(new PeaksPage.Learned(
                        new Motif("<i>", "", MATRIX, 5, ""), 2, 4, Optional.empty(), Optional.empty())),
                List.of(new PeaksPage.Explained(
                        "<script>",
                        "chr<1>:1-2",
                        0.5,
                        new double[][] {{1, 0, 0, 0}, {0, 0, -1, 0}},
                        List.of(new PeaksPage.Site("<m>", 0, 2, '+')))));

        assertThat(page)
                .contains(
                        "Motifs in &lt;p&gt;", "1 &lt; 2", "&lt;i&gt;", "&lt;script&gt;", "chr&lt;1&gt;", "&lt;m&gt; +")
                .contains("href=\"a&amp;b.tsv\"", "x &lt; y", "command: &lt;c&gt;")
                .doesNotContain("<i>", "<m>", "<p>Motifs");
    }

    @Test
    void whatWasNotFoundIsSaid() {
        assertThat(page(List.of(), List.of()))
                .contains("No motif of the database is enriched", "No filter is enriched in the test peaks")
                .doesNotContain("base by base");
    }

    @Test
    void aGroupOfFiltersSaysHowManyNetworksLearnedIt() {
        assertThat(page(
                        List.of(new PeaksPage.Learned(
                                new Motif("cluster_1", "", MATRIX, 5, ""), 2, 4, Optional.empty(), Optional.empty())),
                        List.of()))
                .contains("4 filters", "2 of 3", "above 0.05", "not enriched");
    }

    /** A column that can be sorted by needs a key in each of its cells. */
    @Test
    void columnsOfPicturesCannotBeSortedBy() {
        assertThat(page(
                        List.of(new PeaksPage.Learned(
                                new Motif("cluster_1", "", MATRIX, 5, ""), 2, 4, Optional.empty(), Optional.empty())),
                        List.of()))
                .contains("<th>Logo, match below</th>", "<th><button>Verdict</button></th>");
    }

    @Test
    void anEnrichedMotifWithoutAMatchIsNewIfTwoNetworksLearnedIt() {
        EnrichmentRow row = new EnrichmentRow(
                1,
                "f",
                "c",
                "",
                "AG",
                9,
                "90.00",
                1,
                "10.00",
                9,
                3,
                "1e-9",
                "-20",
                "1e-8",
                "-18",
                "1e-8",
                "-18",
                10,
                10,
                ControlKind.GIVEN,
                "fisher",
                9,
                3,
                27,
                0.9,
                "1",
                "1",
                "1",
                "0",
                "9",
                "c");
        Motif motif = new Motif("c", "", MATRIX, 5, "");

        assertThat(page(List.of(new PeaksPage.Learned(motif, 2, 2, Optional.empty(), Optional.of(row))), List.of()))
                .contains("<span class=\"good\">new</span>");
        assertThat(page(List.of(new PeaksPage.Learned(motif, 1, 2, Optional.empty(), Optional.of(row))), List.of()))
                .contains("<span class=\"soft\">unconfirmed</span>");
    }

    /** The second bar begins under the first, so that it needs a row of its own; the third fits beside the first. */
    @Test
    void barsThatOverlapAreInDifferentRows() {
        String svg = SiteBars.render(
                List.of(
                        new PeaksPage.Site("A", 0, 10, '+'),
                        new PeaksPage.Site("B", 5, 15, '-'),
                        new PeaksPage.Site("C", 20, 30, '+')),
                40,
                10);

        assertThat(svg).contains("height=\"32\"", "width=\"400\"").contains(">A +<", ">B -<", ">C +<");
        assertThat(svg.split("y=\"17\"")).hasSize(2);
        assertThat(SiteBars.render(List.of(), 40, 10)).isEmpty();
    }
}
