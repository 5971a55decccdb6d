package org.expomotif.report.raster;

import java.util.Arrays;
import java.util.List;

/** A picture of pixels in red, green and blue, white at first. The same drawing gives the same pixels everywhere. */
public final class Bitmap {
    /** Lines in a row of pixels on which the coverage is measured. */
    private static final int LINES = 16;

    private final int width;
    private final int height;
    private final byte[] pixels;

    /**
     * Makes a white picture.
     *
     * @throws IllegalArgumentException when it has no pixel or more than an array can hold
     */
    public Bitmap(int width, int height) {
        if (width < 1 || height < 1 || 3L * width * height > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels");
        }
        this.width = width;
        this.height = height;
        pixels = new byte[3 * width * height];
        Arrays.fill(pixels, (byte) 0xff);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The colour of a pixel, as 0xRRGGBB. */
    public int rgb(int column, int row) {
        int at = 3 * (row * width + column);
        return (pixels[at] & 0xff) << 16 | (pixels[at + 1] & 0xff) << 8 | pixels[at + 2] & 0xff;
    }

    /** Red, green and blue of the pixels of a row. */
    byte[] row(int row) {
        return Arrays.copyOfRange(pixels, 3 * row * width, 3 * (row + 1) * width);
    }

    /**
     * Fills an outline by the even-odd rule. A pixel that the outline covers in part is mixed in proportion.
     *
     * @param rgb colour, as 0xRRGGBB
     */
    public void fill(Outline outline, int rgb) {
        List<double[]> edges = outline.edges();
        double low = edges.stream().mapToDouble(e -> Math.min(e[1], e[3])).min().orElse(0);
        double high =
                edges.stream().mapToDouble(e -> Math.max(e[1], e[3])).max().orElse(0);
        double[] covered = new double[width];
        double[] crossings = new double[edges.size()];
        int last = (int) Math.min(height, Math.ceil(high));
        for (int row = (int) Math.max(0, Math.floor(low)); row < last; row++) {
            Arrays.fill(covered, 0);
            for (int k = 0; k < LINES; k++) {
                int count = crossings(edges, row + (k + 0.5) / LINES, crossings);
                for (int i = 0; i + 1 < count; i += 2) {
                    cover(covered, crossings[i], crossings[i + 1]);
                }
            }
            for (int column = 0; column < width; column++) {
                if (covered[column] > 0) {
                    mix(3 * (row * width + column), rgb, Math.min(1, covered[column] / LINES));
                }
            }
        }
    }

    /** Draws a straight line. */
    public void line(double x1, double y1, double x2, double y2, double thickness, int rgb) {
        double length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
        double alongX = length == 0 ? thickness / 2 : (x2 - x1) / length * thickness / 2;
        double alongY = length == 0 ? 0 : (y2 - y1) / length * thickness / 2;
        Outline box = new Outline();
        box.move(x1 - alongY, y1 + alongX);
        box.line(x2 - alongY, y2 + alongX);
        box.line(x2 + alongY, y2 - alongX);
        box.line(x1 + alongY, y1 - alongX);
        box.close();
        fill(box, rgb);
    }

    /** Puts the places where a horizontal line crosses the edges into an array, in ascending order. */
    private static int crossings(List<double[]> edges, double y, double[] crossings) {
        int count = 0;
        for (double[] edge : edges) {
            if (edge[1] <= y != edge[3] <= y) {
                crossings[count] = edge[0] + (y - edge[1]) / (edge[3] - edge[1]) * (edge[2] - edge[0]);
                count++;
            }
        }
        Arrays.sort(crossings, 0, count);
        return count;
    }

    /** Adds the share of every pixel between two places. */
    private void cover(double[] covered, double from, double to) {
        double left = Math.max(0, from);
        double right = Math.min(width, to);
        for (int column = (int) left; column < right; column++) {
            covered[column] += Math.min(right, column + 1.0) - Math.max(left, column);
        }
    }

    private void mix(int at, int rgb, double share) {
        for (int channel = 0; channel < 3; channel++) {
            int colour = rgb >> 16 - 8 * channel & 0xff;
            int below = pixels[at + channel] & 0xff;
            pixels[at + channel] = (byte) Math.round(below + (colour - below) * share);
        }
    }
}
