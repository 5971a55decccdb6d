package org.expomotif.report;

/**
 * The distribution of sites along sequences as a small SVG: a filled outline over the positions, a line at the middle,
 * and a band for a central window.
 */
final class PositionPlot {
    private static final double WIDTH = 150;
    private static final double HEIGHT = 40;
    private static final int STEPS = 50;

    private PositionPlot() {}

    /**
     * Draws the outline. The positions are summed in {@value #STEPS} bins of equal width, and the height in a bin is
     * the mean of the bin and its two neighbours.
     *
     * @param weights number of sites by the position of their middle: on the first base, between it and the second, on
     *     the second, and so on
     * @param window width of the central window in bases, 0 for none
     * @param title for the tooltip and for screen readers
     */
    static String render(double[] weights, double window, String title) {
        int steps = Math.min(STEPS, (weights.length + 1) / 2);
        double[] sums = new double[steps];
        for (int i = 0; i < weights.length; i++) {
            sums[(int) ((long) i * steps / weights.length)] += weights[i];
        }
        double[] smooth = new double[steps];
        double highest = 0;
        for (int i = 0; i < steps; i++) {
            double before = sums[Math.max(0, i - 1)];
            double after = sums[Math.min(steps - 1, i + 1)];
            smooth[i] = (before + sums[i] + after) / 3;
            highest = Math.max(highest, smooth[i]);
        }
        StringBuilder svg = new StringBuilder();
        LogoSvg.open(svg, WIDTH, HEIGHT, title);
        double length = (weights.length + 1) / 2.0;
        double band = window / length * WIDTH;
        svg.append("<rect fill=\"currentColor\" fill-opacity=\"0.08\" x=\"")
                .append(Markup.decimal((WIDTH - band) / 2))
                .append("\" y=\"0\" width=\"")
                .append(Markup.decimal(band))
                .append("\" height=\"")
                .append(Markup.decimal(HEIGHT))
                .append("\"/>\n<path fill=\"#3b7dd8\" fill-opacity=\"0.75\" d=\"M0 ")
                .append(Markup.decimal(HEIGHT));
        for (int i = 0; i < steps; i++) {
            double y = highest == 0 ? HEIGHT : HEIGHT - smooth[i] / highest * (HEIGHT - 2);
            svg.append('L')
                    .append(Markup.decimal((i + 0.5) * WIDTH / steps))
                    .append(' ')
                    .append(Markup.decimal(y));
        }
        svg.append('L')
                .append(Markup.decimal(WIDTH))
                .append(' ')
                .append(Markup.decimal(HEIGHT))
                .append("Z\"/>\n");
        svg.append("<line stroke=\"currentColor\" stroke-opacity=\"0.4\" stroke-dasharray=\"2 2\" x1=\"")
                .append(Markup.decimal(WIDTH / 2))
                .append("\" x2=\"")
                .append(Markup.decimal(WIDTH / 2))
                .append("\" y1=\"0\" y2=\"")
                .append(Markup.decimal(HEIGHT))
                .append("\"/>\n");
        LogoSvg.baseline(svg, 0, WIDTH, HEIGHT - 0.5);
        return svg.append("</svg>\n").toString();
    }
}
