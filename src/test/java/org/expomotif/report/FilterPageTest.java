package org.expomotif.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.expomotif.compare.MotifMatch;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class FilterPageTest {
    private static final Motif FILTER =
            new Motif("filter0", "<i>x</i>", new double[][] {{0, 1, 0, 0}, {1, 0, 0, 0}}, 57, "");
    private static final Motif IDLE = new Motif("filter1", "", new double[][] {{.25, .25, .25, .25}}, 0, "");
    private static final Motif TARGET =
            new Motif("MA1.1", "ABC", new double[][] {{0, 0, 0, 1}, {0, 0, 1, 0}, {0, 0, 1, 0}}, 10, "");
    private static final MotifMatch MATCH =
            new MotifMatch("filter0", "MA1.1", 1, 1e-5f, .001f, .0005f, 2, "CA", "CCA", '-');

    @Test
    void oneRowPerMotifWithItsBestMatch() {
        String page = FilterPage.render(
                "Filters & <more>",
                List.of("2 motifs"),
                MotifRow.of(List.of(FILTER, IDLE), List.of(MATCH), List.of(TARGET)),
                List.of("expomotif 0.1.0 <x>"));
        assertThat(page).contains("<h1>Filters &amp; &lt;more&gt;</h1>").contains("<li>2 motifs</li>");
        assertThat(page)
                .contains("&lt;i&gt;x&lt;/i&gt;")
                .doesNotContain("<i>x</i>")
                .contains("0.1.0 &lt;x&gt;");
        assertThat(page)
                .contains("<td class=\"number\" data-key=\"57\">57</td>")
                .contains("data-key=\"4.0\"");
        assertThat(page).contains("<strong>ABC</strong> MA1.1 (-)").contains("data-key=\"0.0005\"");
        assertThat(page).contains("class=\"soft\">none</td>");
        assertThat(Pattern.compile("<svg").matcher(page).results()).hasSize(2);
        assertThat(page).contains("aria-label=\"filter0 CA over MA1.1 ABC (-) CCA\"");
    }

    @Test
    void verdictsHaveTheirNullRate() {
        List<MotifRow> rows = MotifRow.of(List.of(FILTER, IDLE), List.of(MATCH), List.of(TARGET));
        assertThat(FilterPage.render("t", List.of(), rows, List.of())).doesNotContain("Verdict");
        String page = FilterPage.render(
                "t",
                List.of(),
                List.of(
                        rows.getFirst().withVerdict(new MotifRow.Verdict("planted", "matches <it>", true, 0.05)),
                        rows.getLast()),
                List.of());
        assertThat(page)
                .contains("<button>Verdict</button>")
                .contains("<button>Null rate</button>")
                .contains("data-key=\"planted\"><span class=\"good\">planted</span>")
                .contains("<td class=\"number\" data-key=\"0.05\">0.05</td>")
                .contains("<dt>planted</dt><dd>matches &lt;it&gt;</dd>")
                .contains("<dt>Null rate</dt>");
    }

    /** The query is shifted to the right by the largest left overhang of a target. */
    @Test
    void furtherMatchesAreCollapsedAndAligned() {
        List<MotifMatch> matches = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int offset = i == 2 ? 2 : -1;
            matches.add(new MotifMatch("filter0", "MA1.1", offset, 1e-5f, .001f, i / 1000f, 1, "CA", "CCA", '-'));
        }
        List<MotifRow> rows = MotifRow.of(List.of(FILTER), matches, List.of(TARGET));
        String page = FilterPage.render("t", List.of(), rows, List.of());
        String folded = page.substring(page.indexOf("<details"), page.indexOf("</details>"));
        assertThat(folded).contains("<summary>then ABC, ABC, ABC and 8 more</summary>");
        assertThat(folded)
                .contains("<div>ABC MA1.1 (-), q 0.002</div>")
                .contains("q 0.009<")
                .doesNotContain("q 0.01<");
        assertThat(folded)
                .as("TGG, reverse complemented: A and C are drawn, G and T are not")
                .contains("aria-label=\"MA1.1 CCA\"")
                .contains("#109648", "#255c99")
                .doesNotContain("#f7a501")
                .doesNotContain("#d62839");
        assertThat(folded).contains("<div>2 more in the table of matches</div>");
        assertThat(Pattern.compile("<svg").matcher(folded).results()).hasSize(10);
        assertThat(Pattern.compile("x1=\"(\\d+)\"").matcher(folded).results().map(found -> found.group(1)))
                .startsWith("18", "27", "0", "27");
        rows = MotifRow.of(List.of(FILTER), matches.subList(0, 1), List.of(TARGET));
        assertThat(FilterPage.render("t", List.of(), rows, List.of())).doesNotContain("<details");
    }

    /** With 20 pixels for two bits, letters of 0.18 pixels are omitted and those of 0.58 pixels are drawn. */
    @Test
    void invisibleLettersAreOmittedFromCollapsedLogosOnly() {
        LogoOptions twenty = new LogoOptions("", 10, 20, false, 1);
        Motif sharp = new Motif("sharp", "", new double[][] {{.97, .01, .01, .01}}, 10, "");
        Motif dull = new Motif("dull", "", new double[][] {{.85, .05, .05, .05}}, 10, "");
        assertThat(paths(AlignedLogos.shifted(sharp, 0, twenty))).isEqualTo(1);
        assertThat(paths(AlignedLogos.shifted(dull, 0, twenty))).isEqualTo(4);
        assertThat(paths(AlignedLogos.render(sharp, sharp, 0, '+', twenty))).isEqualTo(8);
    }

    private static long paths(String svg) {
        return Pattern.compile("<path ").matcher(svg).results().count();
    }

    @Test
    void thePageRefersToNoOtherFiles() {
        String page = FilterPage.render("t", List.of(), MotifRow.of(List.of(FILTER)), List.of());
        String own = page.replace("http://www.w3.org/2000/svg", "");
        assertThat(own)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=")
                .doesNotContain("@import")
                .doesNotContain("url(");
        assertThat(page).doesNotContain("Best match").doesNotContain("<details>");
    }

    @Test
    void alignedColumnsAreBelowOneAnother() {
        LogoOptions ten = new LogoOptions("", 10, 40, false, 1);
        String svg = AlignedLogos.render(FILTER, TARGET, 1, '-', ten);
        assertThat(svg).contains("width=\"30\" height=\"85\"");
        assertThat(svg).contains("<rect fill=\"currentColor\" fill-opacity=\"0.06\" x=\"10\" width=\"20\"");
        assertThat(svg).contains("x1=\"10\" x2=\"30\" y1=\"39.5\"").contains("x1=\"0\" x2=\"30\" y1=\"84.5\"");
        String reversed = AlignedLogos.render(TARGET, FILTER, -1, '+', ten);
        assertThat(reversed).contains("x1=\"0\" x2=\"30\" y1=\"39.5\"").contains("x1=\"10\" x2=\"30\" y1=\"84.5\"");
    }

    @Test
    void matchesOfMissingTargetsAreRefused() {
        assertThatThrownBy(() -> MotifRow.of(List.of(FILTER), List.of(MATCH), List.of(IDLE)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("MA1.1");
    }
}
