package org.expomotif.attribution.file;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.expomotif.attribution.Attribution;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.ArrayShards;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.NpySpool;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.shard.Shard;
import org.expomotif.run.Provenance;

/**
 * Scores as NumPy arrays. A shard is marked for {@link ArrayShards}. Scores are not kept in memory.
 *
 * <ul>
 *   <li>{@code arr_0}: the scores (float32, sequences x 4 x length), with the name and shape that TF-MoDISco reads.
 *   <li>{@code one_hot}: the sequences (uint8, the same shape); an unknown base is 0 in all four channels.
 *   <li>{@code base_scores}: the base scores (sequences x length).
 *   <li>{@code output}, {@code reference_output} and {@code gap}: one value per sequence; the last two are NaN without
 *       references.
 *   <li>{@code ids}: the names of the sequences.
 *   <li>{@code settings}: the options that score other sequences in the same way (see {@link ExplainedSequences}).
 *   <li>{@code run}: the run record.
 * </ul>
 */
final class NpzScores implements ScoreWriter {
    private final String path;
    private final Provenance provenance;
    private final List<String> settings;
    private final NpySpool scores;
    private final NpySpool oneHot;
    private final NpySpool baseScores;
    private final List<String> ids = new ArrayList<>();
    private final List<double[]> sums = new ArrayList<>();
    private int length;

    NpzScores(String path, Provenance provenance, List<String> settings) {
        this.path = path;
        this.provenance = provenance;
        this.settings = settings;
        this.scores = NpySpool.ofFloats(path);
        this.oneHot = NpySpool.ofBytes(path);
        this.baseScores = NpySpool.ofFloats(path);
    }

    @Override
    public void write(Attribution explanation) {
        length = explanation.baseScores().length;
        float[] byChannel = new float[4 * length];
        for (int i = 0; i < length; i++) {
            for (int c = 0; c < 4; c++) {
                byChannel[c * length + i] = explanation.scores()[4 * i + c];
            }
        }
        scores.add(byChannel);
        oneHot.add(OneHotRows.of(explanation.sequence()));
        baseScores.add(explanation.baseScores());
        ids.add(explanation.sequence().name());
        sums.add(new double[] {explanation.output(), explanation.referenceOutput(), explanation.gap()});
    }

    @Override
    public void commit() {
        int n = ids.size();
        List<String> comments = provenance.lines();
        List<String> run = Shard.ofComments(comments).isPresent() ? comments.subList(0, comments.size() - 1) : comments;
        Outputs.write(path, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            scores.writeTo(zip, "arr_0", n, 4, length);
            oneHot.writeTo(zip, "one_hot", n, 4, length);
            baseScores.writeTo(zip, "base_scores", n, length);
            Npz.add(zip, "output", column(0));
            Npz.add(zip, "reference_output", column(1));
            Npz.add(zip, "gap", column(2));
            Npz.add(zip, "ids", NpyArray.of(ids.toArray(String[]::new), n));
            Npz.add(zip, ArrayShards.SETTINGS, NpyArray.of(settings.toArray(String[]::new)));
            Npz.add(zip, ArrayShards.RUN, NpyArray.of(run.toArray(String[]::new)));
            ArrayShards.mark(zip, comments);
            zip.finish();
        });
    }

    private NpyArray column(int index) {
        return NpyArray.of(sums.stream().mapToDouble(row -> row[index]).toArray(), sums.size());
    }

    @Override
    public void close() {
        scores.close();
        oneHot.close();
        baseScores.close();
    }
}
