package org.expomotif.dl4j;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Access to the two moments of Adam in DL4J's updater, as vectors with the layout of all parameters. The updater stores
 * them by blocks of neighbouring parameters, first the means of the gradients of a block, then the means of their
 * squares. Parameters without a gradient (moving statistics) have no moments.
 */
final class AdamMoments {
    private final ComputationGraph graph;

    AdamMoments(ComputationGraph graph) {
        this.graph = graph;
    }

    private List<UpdaterBlock> blocks() {
        return graph.getUpdater(true).getUpdaterBlocks().stream()
                .filter(block -> block.getUpdaterViewOffsetEnd() > block.getUpdaterViewOffsetStart())
                .toList();
    }

    /** Returns the means of the gradients ({@code 0}) or of their squares ({@code 1}). */
    float[] get(int which) {
        float[] all = new float[Math.toIntExact(graph.numParams())];
        for (UpdaterBlock block : blocks()) {
            int size = block.getParamOffsetEnd() - block.getParamOffsetStart();
            float[] state = block.getUpdaterView().dup('c').toFloatVector();
            System.arraycopy(state, which * size, all, block.getParamOffsetStart(), size);
        }
        return all;
    }

    /** Sets both moments. */
    void set(float[] means, float[] squares) {
        for (UpdaterBlock block : blocks()) {
            int from = block.getParamOffsetStart();
            int size = block.getParamOffsetEnd() - from;
            INDArray view = block.getUpdaterView();
            put(view, 0, means, from, size);
            put(view, size, squares, from, size);
        }
    }

    private static void put(INDArray view, int at, float[] all, int from, int size) {
        float[] part = new float[size];
        System.arraycopy(all, from, part, 0, size);
        INDArray row = Nd4j.create(part, new long[] {1, size}, 'c');
        view.reshape(1, view.length())
                .get(NDArrayIndex.point(0), NDArrayIndex.interval(at, at + size))
                .assign(row.reshape(size));
    }
}
