package org.expomotif.report.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.expomotif.report.raster.StrokeText.Anchor;
import org.junit.jupiter.api.Test;

class BitmapTest {
    private static final int WHITE = 0xffffff;
    private static final int RED = 0xff0000;

    private static Outline box(double left, double top, double right, double bottom) {
        Outline outline = new Outline();
        outline.move(left, top);
        outline.line(right, top);
        outline.line(right, bottom);
        outline.line(left, bottom);
        outline.close();
        return outline;
    }

    /** The sum over all pixels of how far green is below white: the area of what was drawn in red. */
    private static double redArea(Bitmap picture) {
        double area = 0;
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                area += (0xff - (picture.rgb(column, row) >> 8 & 0xff)) / 255.0;
            }
        }
        return area;
    }

    @Test
    void aPixelThatIsCoveredInPartIsMixedInProportion() {
        Bitmap picture = new Bitmap(4, 3);
        picture.fill(box(1.5, 1, 3, 1.5), RED);
        assertThat(picture.rgb(0, 1)).isEqualTo(WHITE);
        // A quarter of the pixel is red: 255 * 3/4 is 191.25.
        assertThat(picture.rgb(1, 1)).isEqualTo(0xffbfbf);
        assertThat(picture.rgb(2, 1)).isEqualTo(0xff8080);
        assertThat(picture.rgb(3, 1)).isEqualTo(WHITE);
        assertThat(picture.rgb(2, 0)).isEqualTo(WHITE);
        assertThat(picture.rgb(2, 2)).isEqualTo(WHITE);
    }

    @Test
    void whatLiesOutsideIsCutOffAndAHoleStaysEmpty() {
        Bitmap picture = new Bitmap(5, 5);
        Outline ring = box(-3, -3, 9, 9);
        ring.move(1, 1);
        ring.line(4, 1);
        ring.line(4, 4);
        ring.line(1, 4);
        ring.close();
        picture.fill(ring, RED);
        assertThat(redArea(picture)).isCloseTo(16, within(1e-9));
        assertThat(picture.rgb(2, 2)).isEqualTo(WHITE);
        assertThat(picture.rgb(0, 4)).isEqualTo(RED);
    }

    @Test
    void anArcIsThatOfAnEllipse() {
        for (boolean clockwise : new boolean[] {false, true}) {
            Bitmap picture = new Bitmap(100, 60);
            Outline outline = new Outline();
            // Three quarters of an ellipse around (50, 30), and the corner between their ends.
            outline.move(90, 30);
            outline.arc(40, 20, clockwise, 50, clockwise ? 10 : 50);
            outline.line(50, 30);
            outline.close();
            picture.fill(outline, RED);
            assertThat(redArea(picture)).as("clockwise %s", clockwise).isCloseTo(0.75 * Math.PI * 40 * 20, within(6.0));
            assertThat(picture.rgb(20, 30)).isEqualTo(RED);
            assertThat(picture.rgb(70, clockwise ? 20 : 40)).isEqualTo(WHITE);
            assertThat(picture.rgb(70, clockwise ? 40 : 20)).isEqualTo(RED);
        }
    }

    @Test
    void linesHaveTheirThicknessAndTextItsPlace() {
        Bitmap picture = new Bitmap(20, 10);
        picture.line(2, 5, 12, 5, 2, RED);
        assertThat(redArea(picture)).isCloseTo(20, within(1e-9));
        Bitmap text = new Bitmap(40, 20);
        StrokeText.draw(text, "10", 30, 15, Anchor.END, RED);
        assertThat(redArea(text)).isGreaterThan(10);
        for (int row = 0; row < 20; row++) {
            for (int column = 0; column < 40; column++) {
                boolean inside = column >= 17 && column <= 30 && row >= 7 && row <= 15;
                assertThat(inside || text.rgb(column, row) == WHITE).isTrue();
            }
        }
    }

    @Test
    void anotherProgramReadsTheFile() throws IOException {
        Bitmap picture = new Bitmap(7, 3);
        picture.fill(box(2, 1, 4, 2.5), 0x123456);
        byte[] file = Png.of(picture, Map.of("Title", "μ"));
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("iTXtTitle\0\0\0\0\0μ");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
        assertThat(read.getWidth()).isEqualTo(7);
        assertThat(read.getHeight()).isEqualTo(3);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 7; column++) {
                assertThat(read.getRGB(column, row) & WHITE).isEqualTo(picture.rgb(column, row));
            }
        }
        assertThat(picture.rgb(3, 1)).isEqualTo(0x123456);
    }

    @Test
    void aPictureHasPixels() {
        assertThatThrownBy(() -> new Bitmap(0, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bitmap(100_000, 100_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
