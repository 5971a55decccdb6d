package org.expomotif.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.network.Evaluator;
import org.expomotif.stats.Logistic;
import org.expomotif.variant.allele.ContigBases;

/**
 * The predictions for reference regions, such as the peaks of the experiment that a network was trained on. An allele
 * whose prediction has a low quantile among them is in sequence that is not active, whatever its effect.
 */
public final class ReferencePredictions {
    /** Regions per call of a network. */
    private static final int REGIONS = 2048;

    private final double[][] sorted;
    private final int left;

    private ReferencePredictions(double[][] sorted, int left) {
        this.sorted = sorted;
        this.left = left;
    }

    /**
     * Predicts the windows of regions: the mean of the probabilities of both strands and of all models.
     *
     * @param models networks with the same number of outputs and the same input length
     * @param regions the regions; each window has its centre in the middle
     */
    public static ReferencePredictions of(List<Evaluator> models, List<Peak> regions, IndexedSequences genome) {
        int length = models.getFirst().inputLength();
        int classes = models.getFirst().outputs();
        List<Peak> inOrder = regions.stream()
                .filter(peak ->
                        start(peak, length) >= 0 && start(peak, length) + length <= genome.length(peak.sequence()))
                .sorted(Comparator.comparing(Peak::sequence).thenComparingInt(Peak::centre))
                .toList();
        ContigBases bases = new ContigBases(genome);
        double[][] all = new double[classes][inOrder.size()];
        for (int from = 0; from < inOrder.size(); from += REGIONS) {
            List<byte[]> windows = new ArrayList<>();
            for (Peak peak : inOrder.subList(from, Math.min(inOrder.size(), from + REGIONS))) {
                long start = start(peak, length);
                byte[] window = bases.codes(peak.sequence(), start, start + length);
                windows.add(window);
                windows.add(Nucleotide.reverseComplement(window));
            }
            for (Evaluator model : models) {
                float[] logits = model.logits(windows);
                for (int w = 0; w < windows.size(); w++) {
                    for (int c = 0; c < classes; c++) {
                        all[c][from + w / 2] += Logistic.sigmoid(logits[w * classes + c]) / (2 * models.size());
                    }
                }
            }
        }
        Arrays.stream(all).forEach(Arrays::sort);
        return new ReferencePredictions(all, regions.size() - inOrder.size());
    }

    private static long start(Peak peak, int length) {
        return (long) peak.centre() - length / 2;
    }

    /** The number of regions that are predicted. */
    public int count() {
        return sorted[0].length;
    }

    /** The number of regions that are left out, since their windows extend beyond a sequence of the genome. */
    public int leftOut() {
        return left;
    }

    /** The share of the regions with a lower prediction than a probability. */
    double quantile(int output, double probability) {
        double[] own = sorted[output];
        int low = 0;
        int high = own.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (own[middle] < probability) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (double) low / own.length;
    }

    /** The effects of an allele with a row for {@link EffectField#ACTIVE_QUANTILE}. */
    double[][] added(double[][] effects) {
        double[][] added = Arrays.copyOf(effects, effects.length + 1);
        double[] quantiles = new double[sorted.length];
        for (int c = 0; c < quantiles.length; c++) {
            quantiles[c] =
                    quantile(c, Math.max(effects[EffectField.REF.place()][c], effects[EffectField.ALT.place()][c]));
        }
        added[effects.length] = quantiles;
        return added;
    }
}
