package org.expomotif.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.NpyArray;
import org.expomotif.io.Npz;

/**
 * Scores as NumPy arrays: {@code one_hot} (uint8) and {@code scores} (float32), both sequences x 4 x length as
 * TF-MoDISco and tangermeme have them, {@code base_scores} (sequences x length), {@code output} and {@code ids}. An
 * unknown base is 0 in all four channels.
 */
final class NpzScores implements ScoreWriter {
    private final String path;
    private final String[] run;
    private final List<Explanation> explanations = new ArrayList<>();

    NpzScores(String path, List<String> comments) {
        this.path = path;
        this.run = comments.toArray(String[]::new);
    }

    @Override
    public void write(Explanation explanation) {
        explanations.add(explanation);
    }

    @Override
    public void commit() {
        int n = explanations.size();
        int length = n == 0 ? 0 : explanations.getFirst().baseScores().length;
        byte[] oneHot = new byte[n * 4 * length];
        float[] scores = new float[n * 4 * length];
        float[] baseScores = new float[n * length];
        double[] outputs = new double[n];
        String[] ids = new String[n];
        for (int s = 0; s < n; s++) {
            Explanation explanation = explanations.get(s);
            byte[] codes = explanation.sequence().codes();
            for (int i = 0; i < length; i++) {
                for (int c = 0; c < 4; c++) {
                    scores[(s * 4 + c) * length + i] = explanation.scores()[4 * i + c];
                }
                if (codes[i] != Nucleotide.UNKNOWN) {
                    oneHot[(s * 4 + codes[i]) * length + i] = 1;
                }
            }
            System.arraycopy(explanation.baseScores(), 0, baseScores, s * length, length);
            outputs[s] = explanation.output();
            ids[s] = explanation.sequence().name();
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("one_hot", NpyArray.of(oneHot, n, 4, length));
        arrays.put("scores", NpyArray.of(scores, n, 4, length));
        arrays.put("base_scores", NpyArray.of(baseScores, n, length));
        arrays.put("output", NpyArray.of(outputs, n));
        arrays.put("ids", NpyArray.of(ids, n));
        arrays.put("run", NpyArray.of(run));
        Npz.write(path, arrays);
    }

    @Override
    public void close() {}
}
