package org.expomotif.train;

import java.util.List;
import org.expomotif.network.Evaluator;
import org.expomotif.run.Progress;

/** Computes outputs of a network for any number of sequences, in chunks of bounded size. */
public final class Prediction {
    /** Input values per chunk: 4 MB, which holds enough sequences to keep every thread busy. */
    private static final int CHUNK_NUMBERS = 1 << 20;

    private Prediction() {}

    /** Number of sequences per chunk. */
    public static int chunk(Evaluator evaluator) {
        return Math.clamp(CHUNK_NUMBERS / (4L * evaluator.inputLength()), 1, 1024);
    }

    /**
     * Computes outputs before the sigmoid.
     *
     * @param codes sequences of the evaluator's input length
     * @return {@code n x outputs}
     */
    public static float[] logits(Evaluator evaluator, byte[][] codes, Progress progress) {
        List<byte[]> all = List.of(codes);
        int outputs = evaluator.outputs();
        float[] logits = new float[codes.length * outputs];
        int chunk = chunk(evaluator);
        for (int from = 0; from < codes.length; from += chunk) {
            int to = Math.min(codes.length, from + chunk);
            float[] part = evaluator.logits(all.subList(from, to));
            System.arraycopy(part, 0, logits, from * outputs, (to - from) * outputs);
            progress.advance(to - from);
        }
        return logits;
    }
}
