package org.expomotif.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.expomotif.motif.Motif;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class LogoSvgTest {
    private static final double[][] MATRIX = {{1, 0, 0, 0}, {0, 0.5, 0.5, 0}, {0.25, 0.25, 0.25, 0.25}};

    @Test
    void letterHeightsAreProbabilityTimesInformation() {
        double[][] heights = LogoSvg.informationHeights(MATRIX);
        assertThat(heights[0]).containsExactly(2, 0, 0, 0);
        assertThat(heights[1]).containsExactly(0, 0.5, 0.5, 0);
        assertThat(heights[2]).containsExactly(0, 0, 0, 0);
        double[][] unscaled = LogoSvg.informationHeights(new double[][] {{3, 1, 0, 0}});
        assertThat(unscaled[0][0]).isCloseTo(0.75 * (2 - 0.8112781244591328), within(1e-12));
    }

    @Test
    void drawsOnePathPerLetterInTheUsualColours() throws Exception {
        Document svg = parse(LogoSvg.render(Motif.of("m", MATRIX), LogoOptions.DEFAULT.withAxes(false)));
        var paths = svg.getElementsByTagName("path");
        assertThat(paths.getLength()).isEqualTo(3);
        String a = paths.item(0).getAttributes().getNamedItem("d").getTextContent();
        assertThat(paths.item(0).getAttributes().getNamedItem("fill").getTextContent())
                .isEqualTo("#109648");
        assertThat(a).startsWith("M9.07 0L").contains(" 120L");
        String c = paths.item(1).getAttributes().getNamedItem("d").getTextContent();
        assertThat(c).startsWith("M46.6 99.9A");
    }

    @Test
    void hasAnEscapedTitleForScreenReaders() throws Exception {
        Motif odd = new Motif("<b>&\"'", "", MATRIX, 0, "");
        String text = LogoSvg.render(odd, LogoOptions.SMALL);
        assertThat(text).doesNotContain("<b>");
        Document svg = parse(text);
        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("<b>&\"' ASN");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("<b>&\"' ASN");
    }

    @Test
    void negativeScoresAreUpsideDownBelowTheZeroLine() throws Exception {
        double[][] scores = {{3, 0, 0, 0}, {0, 0, 0, -1}};
        Document svg = parse(LogoSvg.renderScores(scores, new LogoOptions("w", 10, 100, false, 1)));
        var paths = svg.getElementsByTagName("path");
        assertThat(paths.getLength()).isEqualTo(2);
        assertThat(path(paths, 0)).startsWith("M3.78 0L").contains(" 75L").doesNotContain(" 100");
        assertThat(path(paths, 1)).startsWith("M10.58 100L").contains(" 75L");
    }

    @Test
    void axisTicksAreRoundNumbersIncludingZero() {
        assertThat(LogoSvg.ticks(-0.026, 0.039)).containsExactly(-0.02, 0, 0.02);
        assertThat(LogoSvg.ticks(0, 7)).containsExactly(0, 2, 4, 6);
        assertThat(LogoSvg.Scale.number(-0.02)).isEqualTo("-0.02");
        assertThat(LogoSvg.Scale.number(0)).isEqualTo("0");
        assertThat(LogoSvg.Scale.number(2500)).isEqualTo("2.5e+03");
        assertThat(LogoSvg.Scale.number(0.30000000000000004)).isEqualTo("0.3");
        assertThat(LogoSvg.Scale.number(200)).isEqualTo("200");
    }

    @Test
    void scoresOfZeroAreDrawn() throws Exception {
        parse(LogoSvg.renderScores(new double[5][4], LogoOptions.DEFAULT));
        assertThatThrownBy(() -> LogoSvg.renderScores(new double[][] {{Double.NaN, 0, 0, 0}}, LogoOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coordinatesAreShortDecimals() {
        assertThat(Markup.decimal(0)).isEqualTo("0");
        assertThat(Markup.decimal(-0.004)).isEqualTo("0");
        assertThat(Markup.decimal(-1.5)).isEqualTo("-1.5");
        assertThat(Markup.decimal(2.05)).isEqualTo("2.05");
        assertThat(Markup.decimal(1234567)).isEqualTo("1234567");
    }

    private static String path(org.w3c.dom.NodeList paths, int index) {
        return paths.item(index).getAttributes().getNamedItem("d").getTextContent();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
