package org.expomotif.network;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.expomotif.network.layer.Layer;
import org.expomotif.network.layer.Tensor;
import org.expomotif.network.layer.Workspace;
import org.expomotif.network.parallel.WorkerTeam;
import org.expomotif.network.spec.Activation;

/**
 * DeepLIFT with the rescale rule through the whole network. A workspace holds references, followed by their samples.
 * The forward pass computes both; the multipliers of the backward pass use only the places of the references.
 */
final class Rescale {
    private static final Activation SIGMOID = Activation.named("sigmoid");

    private final Network network;
    private final WorkerTeam team;
    private final int places;
    private final ConcurrentLinkedQueue<Workspace> idle = new ConcurrentLinkedQueue<>();

    /**
     * Creates the computation.
     *
     * @param places samples per workspace; at least two are used
     */
    Rescale(Network network, WorkerTeam team, int places) {
        this.network = network;
        this.team = team;
        this.places = Math.max(2, places);
    }

    /**
     * The number of references that fit into a workspace together with their samples, when each sample has
     * {@code count} references.
     */
    private int pairs(int count) {
        int pairs = places - 1;
        while (pairs > 1 && pairs + (pairs - 2) / count + 2 > places) {
            pairs--;
        }
        return pairs;
    }

    Multipliers multipliers(float[] input, int n, float[] references, int count, int output, OutputScale scale) {
        int size = network.spec().inputLength() * 4;
        int all = Math.multiplyExact(n, count);
        if (count < 1 || input.length < (long) n * size || references.length < (long) all * size) {
            throw new IllegalArgumentException(n + " samples with " + count + " references: " + input.length + " and "
                    + references.length + " numbers");
        }
        Multipliers result = new Multipliers(new float[Math.multiplyExact(all, size)], new float[n], new float[all]);
        int pairs = pairs(count);
        team.run((all + pairs - 1) / pairs, task -> {
            Workspace found = idle.poll();
            Workspace w =
                    found != null ? found : new Workspace(network.layers(), places, Workspace.Purpose.INPUT_GRADIENT);
            int first = task * pairs;
            int used = Math.min(pairs, all - first);
            int firstSample = first / count;
            int samples = (first + used - 1) / count - firstSample + 1;
            int[] sampleOf = new int[used];
            Tensor x = w.value(0);
            for (int r = 0; r < used; r++) {
                sampleOf[r] = used + (first + r) / count - firstSample;
                System.arraycopy(references, (first + r) * size, x.data, x.at(r), size);
            }
            for (int s = 0; s < samples; s++) {
                System.arraycopy(input, (firstSample + s) * size, x.data, x.at(used + s), size);
            }
            for (Layer layer : network.layers()) {
                layer.forward(w, 0, used + samples);
            }
            seed(w, sampleOf, output, scale);
            for (int s = 0; s < samples; s++) {
                // The output of a sample whose references are in two workspaces is written twice with the same value.
                result.outputs()[firstSample + s] = explained(w, used + s, output, scale);
            }
            for (int r = 0; r < used; r++) {
                result.referenceOutputs()[first + r] = explained(w, r, output, scale);
            }
            for (Layer layer : network.layers().reversed()) {
                layer.rescale(w, sampleOf, 0, used);
            }
            Tensor multipliers = w.gradient(0);
            for (int r = 0; r < used; r++) {
                System.arraycopy(multipliers.data, multipliers.at(r), result.values(), (first + r) * size, size);
            }
            idle.add(w);
        });
        return result;
    }

    private double logit(Workspace w, int place, int output) {
        Tensor logits = w.value(network.layers().size());
        return logits.data[logits.at(place) + output];
    }

    private float explained(Workspace w, int place, int output, OutputScale scale) {
        double logit = logit(w, place, output);
        return (float) (scale == OutputScale.LOGIT ? logit : SIGMOID.value(logit));
    }

    /** Writes the multiplier of the logit: 1, or the multiplier of the sigmoid. */
    private void seed(Workspace w, int[] sampleOf, int output, OutputScale scale) {
        Tensor g = w.gradient(network.layers().size());
        for (int r = 0; r < sampleOf.length; r++) {
            Arrays.fill(g.data, g.at(r), g.at(r) + g.size(), 0f);
            g.data[g.at(r) + output] = scale == OutputScale.LOGIT
                    ? 1f
                    : (float) SIGMOID.slope(logit(w, r, output), logit(w, sampleOf[r], output));
        }
    }
}
