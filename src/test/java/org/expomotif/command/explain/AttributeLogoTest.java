package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The logo of the scores in a window. */
class AttributeLogoTest extends ExplainedFixture {
    @Test
    void aWindowIsDrawnAsALogo() throws IOException {
        explained
                .attribute("--method saliency --logo @/w.svg --window s2:11-20 -o @/w.tsv")
                .succeeds();
        String svg = Files.readString(folder.resolve("w.svg"));
        assertThat(svg).startsWith("<svg").contains("<title>s2:11-20</title>").contains(">score</text>");
        assertThat(svg.split("<path fill=\"#", -1)).hasSizeGreaterThan(1);
    }

    @Test
    void theLogoIsPngByItsName() throws IOException {
        explained
                .attribute("--method saliency --logo @/w.png --window s2:11-20 -o @/w.tsv")
                .succeeds();
        BufferedImage picture = ImageIO.read(folder.resolve("w.png").toFile());
        explained
                .attribute("--method saliency --logo @/v.svg --window s2:11-20 -o @/v.tsv")
                .succeeds();
        assertThat(Files.readString(folder.resolve("v.svg")))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + picture.getWidth() + "\" height=\""
                        + picture.getHeight() + "\"");
    }

    @Test
    void aWindowOutsideTheSequencesIsRefused() {
        explained
                .attribute("--method saliency --logo @/x.svg --window s2:11-201 -o @/x.tsv")
                .isRefused(
                        1,
                        "the window of the logo extends beyond the sequence: expected bases from 1 to 200, found 11-201");
        explained
                .attribute("--method saliency --logo @/x.svg --window nobody:1-2 -o @/x.tsv")
                .isRefused(1, "no explained sequence has the name of the logo's window");
        assertThat(folder.resolve("x.svg")).doesNotExist();
    }

    @Test
    void aWindowNeedsALogo() {
        explained.attribute("--method saliency --window s2:1-2").isRefused(2, "--window needs --logo");
    }
}
