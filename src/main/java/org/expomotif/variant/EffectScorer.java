package org.expomotif.variant;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.network.Evaluator;
import org.expomotif.stats.Logistic;
import org.expomotif.stats.Sample;
import org.expomotif.variant.allele.FlankedAlleles;
import org.expomotif.variant.allele.WindowPlan;

/**
 * Computes the effects of alleles. A window that occurs several times among the alleles of a call is evaluated once.
 * Effects depend neither on the other alleles of a call nor on the number of threads.
 */
final class EffectScorer {
    /** Windows per call of a network. */
    private static final int WINDOWS = 4096;

    private static final double LN2 = Math.log(2);

    private final List<Evaluator> models;
    private final WindowPlan plan;

    /**
     * Creates a scorer.
     *
     * @param models networks with the same number of outputs and the input length of the plan
     */
    EffectScorer(List<Evaluator> models, WindowPlan plan) {
        this.models = models;
        this.plan = plan;
    }

    /**
     * Computes the effects of alleles.
     *
     * @return for each pair of alleles, the values by {@link EffectField} and class, without those that need a
     *     reference
     */
    List<double[][]> effects(List<FlankedAlleles> alleles) {
        Map<ByteBuffer, Integer> known = new HashMap<>();
        List<byte[]> windows = new ArrayList<>();
        List<int[][]> used = new ArrayList<>();
        for (FlankedAlleles pair : alleles) {
            used.add(new int[][] {
                numbers(plan.windows(pair, false), known, windows), numbers(plan.windows(pair, true), known, windows)
            });
        }
        List<float[]> logits =
                models.stream().map(model -> logits(model, windows)).toList();
        return used.stream().map(views -> effects(views, logits)).toList();
    }

    private static int[] numbers(List<byte[]> views, Map<ByteBuffer, Integer> known, List<byte[]> windows) {
        int[] numbers = new int[views.size()];
        for (int v = 0; v < numbers.length; v++) {
            byte[] window = views.get(v);
            Integer number = known.putIfAbsent(ByteBuffer.wrap(window), windows.size());
            if (number == null) {
                number = windows.size();
                windows.add(window);
            }
            numbers[v] = number;
        }
        return numbers;
    }

    private static float[] logits(Evaluator model, List<byte[]> windows) {
        float[] all = new float[Math.multiplyExact(windows.size(), model.outputs())];
        for (int from = 0; from < windows.size(); from += WINDOWS) {
            List<byte[]> part = windows.subList(from, Math.min(windows.size(), from + WINDOWS));
            float[] logits = model.logits(part);
            System.arraycopy(logits, 0, all, from * model.outputs(), part.size() * model.outputs());
        }
        return all;
    }

    private double[][] effects(int[][] views, List<float[]> logits) {
        int classes = models.getFirst().outputs();
        double[][] effects = new double[EffectField.of(models.size(), false).size()][classes];
        for (int c = 0; c < classes; c++) {
            double[][] ofModels = new double[models.size()][];
            for (int m = 0; m < ofModels.length; m++) {
                ofModels[m] = means(views, logits.get(m), classes, c);
            }
            for (int field = 0; field < EffectField.MEANS; field++) {
                int f = field;
                Sample sample = Sample.of(Arrays.stream(ofModels).mapToDouble(values -> values[f]));
                effects[field][c] = sample.mean();
                if (ofModels.length > 1 && field < EffectField.SPREADS) {
                    effects[EffectField.MEANS + field][c] = sample.estimatedDeviation();
                }
            }
        }
        return effects;
    }

    /** The means over the windows for one model and one class, in the order of {@link EffectField}. */
    private static double[] means(int[][] views, float[] logits, int classes, int output) {
        double[] means = new double[EffectField.MEANS];
        int n = views[0].length;
        for (int v = 0; v < n; v++) {
            double ref = logits[views[0][v] * classes + output];
            double alt = logits[views[1][v] * classes + output];
            double refProbability = Logistic.sigmoid(ref);
            double altProbability = Logistic.sigmoid(alt);
            means[EffectField.DLOGIT.place()] += (alt - ref) / n;
            means[EffectField.DPROB.place()] += (altProbability - refProbability) / n;
            means[EffectField.LOG2R.place()] += (Logistic.softplus(-ref) - Logistic.softplus(-alt)) / LN2 / n;
            means[EffectField.REF.place()] += refProbability / n;
            means[EffectField.ALT.place()] += altProbability / n;
        }
        return means;
    }
}
