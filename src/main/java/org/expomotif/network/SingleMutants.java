package org.expomotif.network;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.layer.DenseProduct;
import org.expomotif.network.layer.Layer;
import org.expomotif.network.layer.Workspace;
import org.expomotif.network.parallel.WorkerTeam;

/**
 * Computes the outputs of all single mutants of a sequence. Layer by layer, up to the first dense layer, only the rows
 * that depend on the changed base are recomputed; the other rows are those of the unchanged sequence. From the first
 * dense layer on, the mutants of several positions pass through the layers together. Every value is computed by the
 * operations of {@link Layer#forward} in their order, so outputs equal those of predicting each mutant, bit for bit.
 */
final class SingleMutants {
    /** Mutants per position. */
    private static final int OTHERS = 3;

    /** Positions whose mutants pass through the dense layers together. */
    private static final int POSITIONS = 16;

    private final Network network;
    private final WorkerTeam team;
    private final int dense;
    private final ConcurrentLinkedQueue<MutantWorkspaces> idle = new ConcurrentLinkedQueue<>();

    /**
     * The workspaces of one thread: for the mutants of one position, and for those of several positions in the dense
     * layers.
     */
    private record MutantWorkspaces(Workspace position, Workspace together) {}

    SingleMutants(Network network, WorkerTeam team) {
        this.network = network;
        this.team = team;
        int first = 0;
        while (!(network.layers().get(first) instanceof DenseProduct)) {
            first++;
        }
        dense = first;
    }

    /**
     * Computes the logits of the mutants.
     *
     * @param codes the sequence; an unknown base has no mutants
     * @return {@code length x 4 x outputs}; the sequence's own logits where there is no mutant
     */
    float[] logits(byte[] codes) {
        int length = network.spec().inputLength();
        int outputs = network.spec().outputs();
        Workspace own = new Workspace(network.layers(), 1, Workspace.Purpose.FORWARD);
        OneHot.encode(codes, own.value(0).data, own.value(0).at(0));
        for (Layer layer : network.layers()) {
            layer.forward(own, 0, 1);
        }
        Tensor original = own.value(network.layers().size());
        float[] result = new float[4 * length * outputs];
        team.run((length + POSITIONS - 1) / POSITIONS, task -> {
            MutantWorkspaces found = idle.poll();
            MutantWorkspaces workspaces = found != null ? found : workspaces();
            int first = task * POSITIONS;
            int end = Math.min(length, first + POSITIONS);
            for (int p = first; p < end; p++) {
                convolve(own, codes[p], workspaces, p, (p - first) * OTHERS);
            }
            for (Layer layer : network.layers().subList(dense, network.layers().size())) {
                layer.forward(workspaces.together, 0, (end - first) * OTHERS);
            }
            Tensor logits = workspaces.together.value(network.layers().size());
            for (int p = first; p < end; p++) {
                int base = codes[p];
                for (int b = 0; b < 4; b++) {
                    boolean mutant = base != Nucleotide.UNKNOWN && b != base;
                    int at = (p - first) * OTHERS + (b < base ? b : b - 1);
                    System.arraycopy(
                            mutant ? logits.data : original.data,
                            mutant ? logits.at(at) : original.at(0),
                            result,
                            (4 * p + b) * outputs,
                            outputs);
                }
            }
            idle.add(workspaces);
        });
        return result;
    }

    private MutantWorkspaces workspaces() {
        return new MutantWorkspaces(
                new Workspace(network.layers(), OTHERS, Workspace.Purpose.FORWARD),
                new Workspace(
                        network.layers().subList(dense, network.layers().size()),
                        POSITIONS * OTHERS,
                        Workspace.Purpose.FORWARD));
    }

    /** Computes the dense layers' input for the mutants of a position, from place {@code to} on. */
    private void convolve(Workspace own, int base, MutantWorkspaces workspaces, int position, int to) {
        Workspace w = workspaces.position;
        Tensor x = w.value(0);
        boolean unknown = base == Nucleotide.UNKNOWN;
        for (int m = 0; m < OTHERS; m++) {
            int at = x.at(m) + 4 * position;
            Arrays.fill(x.data, at, at + 4, unknown ? 0.25f : 0f);
            x.data[at + (m < base ? m : m + 1)] = unknown ? 0.25f : 1f;
        }
        int[] from = new int[dense + 1];
        int[] end = new int[dense + 1];
        from[0] = position;
        end[0] = position + 1;
        for (int i = 0; i < dense; i++) {
            Layer layer = network.layers().get(i);
            from[i + 1] = layer.reachFrom(from[i]);
            end[i + 1] = layer.reachEnd(end[i]);
            if (from[i + 1] >= end[i + 1]) {
                from[dense] = 0;
                end[dense] = 0;
                break;
            }
            for (int edge : layer.reads()) {
                complete(
                        own.value(edge),
                        w.value(edge),
                        from[edge],
                        end[edge],
                        layer.needFrom(from[i + 1]),
                        layer.needEnd(end[i + 1]));
            }
            layer.forwardRows(w, OTHERS, from[i + 1], end[i + 1]);
        }
        Tensor whole = own.value(dense);
        Tensor part = w.value(dense);
        Tensor target = workspaces.together.value(dense);
        int first = from[dense] * whole.channels;
        int count = (end[dense] - from[dense]) * whole.channels;
        for (int m = 0; m < OTHERS; m++) {
            System.arraycopy(whole.data, whole.at(0), target.data, target.at(to + m), whole.size());
            System.arraycopy(part.data, part.at(m) + first, target.data, target.at(to + m) + first, count);
        }
    }

    /**
     * Copies the rows of the unchanged sequence from {@code first} to {@code last}, except {@code from} to {@code end}.
     */
    private static void complete(Tensor own, Tensor to, int from, int end, int first, int last) {
        copy(own, to, Math.max(0, first), Math.min(from, own.length));
        copy(own, to, Math.max(0, end), Math.min(last, own.length));
    }

    private static void copy(Tensor own, Tensor to, int first, int last) {
        for (int m = 0; m < OTHERS && first < last; m++) {
            System.arraycopy(
                    own.data,
                    own.at(0) + first * own.channels,
                    to.data,
                    to.at(m) + first * own.channels,
                    (last - first) * own.channels);
        }
    }
}
