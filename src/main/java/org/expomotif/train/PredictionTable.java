package org.expomotif.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.dataset.LabelledSequences;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.table.TableOutput;
import org.expomotif.network.Evaluator;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;

/**
 * Writes outputs of a network for the sequences of a file as a table. The columns are {@code id} and the classes; there
 * is one row per sequence in the order of the file, with six significant digits. The sequences are read as a stream.
 */
public final class PredictionTable implements AutoCloseable {
    private static final int DIGITS = 6;

    private final Evaluator evaluator;
    private final boolean logits;
    private final Progress progress;
    private final TableOutput rows;
    private final List<String> ids = new ArrayList<>();
    private final List<byte[]> codes = new ArrayList<>();
    private final int chunk;

    private PredictionTable(TableOutput rows, Evaluator evaluator, boolean logits, Progress progress) {
        this.evaluator = evaluator;
        this.logits = logits;
        this.progress = progress;
        this.rows = rows;
        this.chunk = Prediction.chunk(evaluator);
    }

    /**
     * Predicts all sequences of a file and writes the table.
     *
     * @param evaluator the network
     * @param classes names of its outputs
     * @param sequenceFile path of the sequences, or {@code -}
     * @param logits whether outputs before the sigmoid are written instead of probabilities
     * @param output path of the table, or {@code -}
     * @param provenance the description of the run in the table
     * @throws UserException when the length of a sequence differs from the network's input length
     */
    public static void write(
            Evaluator evaluator,
            List<String> classes,
            String sequenceFile,
            boolean logits,
            String output,
            Provenance provenance,
            Progress progress) {
        progress.start("predicting", 0, "sequences");
        List<String> columns = Stream.concat(Stream.of("id"), classes.stream()).toList();
        try (PredictionTable table =
                new PredictionTable(TableOutput.open(output, columns, provenance), evaluator, logits, progress)) {
            SequenceFile.forEach(
                    sequenceFile,
                    RepeatedNames.REFUSED,
                    progress,
                    sequence -> table.add(sequence, Inputs.name(sequenceFile)));
            table.flush();
            table.rows.commit();
        }
        progress.finish();
    }

    private void add(DnaSequence sequence, String file) {
        if (sequence.length() != evaluator.inputLength()) {
            throw LabelledSequences.wrongLength(file, sequence.name(), sequence.length(), evaluator.inputLength());
        }
        ids.add(sequence.name());
        codes.add(sequence.codes());
        if (ids.size() == chunk) {
            flush();
        }
    }

    private void flush() {
        int n = ids.size();
        float[] outputs = logits ? evaluator.logits(codes) : evaluator.probabilities(codes);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.setLength(0);
            text.append(ids.get(i));
            for (int c = 0; c < evaluator.outputs(); c++) {
                text.append('\t').append(CFormat.g(outputs[i * evaluator.outputs() + c], DIGITS));
            }
            rows.row(text.toString());
        }
        progress.advance(n);
        ids.clear();
        codes.clear();
    }

    @Override
    public void close() {
        rows.close();
    }
}
