package org.expomotif.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.motif.Background;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.network.Evaluator;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.run.Progress;

/**
 * Converts first-layer filters to motifs by averaging the sequence windows of their strong activations (Koo and
 * Ploenzke 2021, Methods, "Quantifying motif representations").
 *
 * <p>For every filter: find its maximum activation over all sequences, take every position whose activation exceeds
 * {@code threshold} times that maximum, extract the window centred there, and average the one-hot windows. This takes
 * two passes over the sequences; the number of activations in memory is bounded.
 *
 * <p>The centre of output position {@code p} is the base {@code p + centre} under the middle of the kernel; with an odd
 * kernel and padding "same" it is {@code p} itself. The window is the half-open interval from {@code window / 2} bases
 * before the centre to {@code window / 2} after it: a window of 20 bases has 10 before the centre, the centre, and 9
 * after it. Windows that extend beyond the sequence are dropped. A filter without a positive activation has no windows.
 */
public final class FilterMotifs {
    /** Activations per call of the network: 16 MB. */
    private static final int CHUNK_ACTIVATIONS = 1 << 22;

    /**
     * How windows are selected and turned into a motif.
     *
     * @param threshold fraction of the filter's maximum that an activation must exceed
     * @param window bases per window
     * @param clip whether uninformative ends are removed: columns from 3 before the first to 3 after the last column
     *     with more than 0.5 bits are kept
     */
    public record Settings(double threshold, int window, boolean clip) {
        /** The settings of the reference study: 0.5, 20 bases, clipped. */
        public static final Settings PAPER = new Settings(0.5, 20, true);
    }

    private final Evaluator evaluator;
    private final int centre;
    private final byte[][] codes;
    private final Progress progress;

    private FilterMotifs(Evaluator evaluator, int centre, byte[][] codes, Progress progress) {
        this.evaluator = evaluator;
        this.centre = centre;
        this.codes = codes;
        this.progress = progress;
    }

    /**
     * Computes the motif of every filter.
     *
     * @param evaluator the network
     * @param centre base under the middle of the kernel at output position 0
     * @param codes sequences of the network's input length
     * @return one entry per filter, in the network's order
     */
    public static List<LearnedFilter> of(
            Evaluator evaluator, int centre, byte[][] codes, Settings settings, Progress progress) {
        return new FilterMotifs(evaluator, centre, codes, progress).motifs(settings);
    }

    /**
     * The base under the middle of the kernel at output position 0; for an even kernel, under the left of the two
     * middle positions.
     */
    public static int centre(FirstLayerKernel kernel) {
        return (kernel.kernel()[0].length - 1) / 2 - kernel.padLeft();
    }

    private List<LearnedFilter> motifs(Settings settings) {
        int filters = evaluator.filters();
        float[] maxima = new float[filters];
        Arrays.fill(maxima, Float.NEGATIVE_INFINITY);
        progress.start("activations, pass 1/2: maxima", codes.length, "sequences");
        forEachActivation((sequence, position, activations, at) -> {
            for (int f = 0; f < filters; f++) {
                maxima[f] = Math.max(maxima[f], activations[at + f]);
            }
        });
        progress.finish();

        WindowCounts[] counts = new WindowCounts[filters];
        double[] minimum = new double[filters];
        for (int f = 0; f < filters; f++) {
            counts[f] = new WindowCounts(settings.window());
            // A filter without a positive activation has no strong positions.
            minimum[f] = maxima[f] > 0 ? settings.threshold() * maxima[f] : Double.POSITIVE_INFINITY;
        }
        progress.start("activations, pass 2/2: windows", codes.length, "sequences");
        forEachActivation((sequence, position, activations, at) -> {
            int start = position + centre - settings.window() / 2;
            if (start < 0 || start + settings.window() > codes[sequence].length) {
                return;
            }
            for (int f = 0; f < filters; f++) {
                if (activations[at + f] > minimum[f]) {
                    counts[f].add(codes[sequence], start, sequence);
                }
            }
        });
        progress.finish();

        List<LearnedFilter> found = new ArrayList<>();
        for (int f = 0; f < filters; f++) {
            found.add(filter(f, counts[f], maxima[f], settings));
        }
        return found;
    }

    private static LearnedFilter filter(int number, WindowCounts counts, double maximum, Settings settings) {
        Motif motif = new Motif("filter" + number, "", matrix(counts, settings), counts.windows(), "");
        return new LearnedFilter(motif, counts.windows(), counts.sequences(), maximum);
    }

    /** The information of the motif of some windows, in bits. */
    static double bits(WindowCounts counts, Settings settings) {
        return InformationContent.total(matrix(counts, settings), Background.UNIFORM);
    }

    private static double[][] matrix(WindowCounts counts, Settings settings) {
        double[][] matrix = counts.probabilities();
        return settings.clip() ? InformativeColumns.informative(matrix) : matrix;
    }

    private void forEachActivation(Visitor visitor) {
        int positions = evaluator.firstLayerLength();
        int filters = evaluator.filters();
        int chunk = Math.clamp(CHUNK_ACTIVATIONS / ((long) positions * filters), 1, 1024);
        for (int from = 0; from < codes.length; from += chunk) {
            int n = Math.min(chunk, codes.length - from);
            float[] activations = evaluator.firstLayer(Arrays.asList(codes).subList(from, from + n));
            for (int i = 0; i < n; i++) {
                for (int p = 0; p < positions; p++) {
                    visitor.visit(from + i, p, activations, (i * positions + p) * filters);
                }
            }
            progress.advance(n);
        }
    }

    /** Receives the activations of all filters at one position, {@code activations[at .. at + filters - 1]}. */
    private interface Visitor {
        void visit(int sequence, int position, float[] activations, int at);
    }
}
