package org.expomotif.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.CFormat;
import org.expomotif.io.Inputs;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.RepeatedNames;
import org.expomotif.io.SequenceFile;
import org.expomotif.network.Evaluator;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Outputs of a network for the sequences of a file, streamed: header {@code id} and the classes, one row a sequence in
 * the order of the file, six significant digits.
 */
public final class PredictionTable implements AutoCloseable {
    private static final int DIGITS = 6;

    private final Evaluator evaluator;
    private final boolean logits;
    private final Progress progress;
    private final OutputSink sink;
    private final List<String> ids = new ArrayList<>();
    private final List<byte[]> codes = new ArrayList<>();
    private final int chunk;

    private PredictionTable(String output, Evaluator evaluator, boolean logits, Progress progress) {
        this.evaluator = evaluator;
        this.logits = logits;
        this.progress = progress;
        this.sink = Outputs.open(output);
        this.chunk = Prediction.chunk(evaluator);
    }

    /**
     * Predicts and writes.
     *
     * @param evaluator the network
     * @param classes names of its outputs
     * @param sequenceFile path or {@code -}
     * @param logits whether outputs before the sigmoid are written instead of probabilities
     * @param output path or {@code -}
     * @param comments lines put above the header, each after {@code # }
     * @throws UserException when a sequence has not the length of the network's input
     */
    public static void write(
            Evaluator evaluator,
            List<String> classes,
            String sequenceFile,
            boolean logits,
            String output,
            List<String> comments,
            Progress progress) {
        progress.start("predicting", 0, "sequences");
        try (PredictionTable table = new PredictionTable(output, evaluator, logits, progress)) {
            comments.forEach(comment -> table.line("# " + comment));
            table.line("id\t" + String.join("\t", classes));
            SequenceFile.forEach(
                    sequenceFile,
                    RepeatedNames.REFUSED,
                    progress,
                    sequence -> table.add(sequence, Inputs.name(sequenceFile)));
            table.flush();
            table.sink.commit();
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
        float[] input = Prediction.encode(codes, evaluator.inputLength());
        float[] outputs = logits ? evaluator.logits(input, n) : evaluator.probabilities(input, n);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < n; i++) {
            text.setLength(0);
            text.append(ids.get(i));
            for (int c = 0; c < evaluator.outputs(); c++) {
                text.append('\t').append(CFormat.g(outputs[i * evaluator.outputs() + c], DIGITS));
            }
            line(text.toString());
        }
        progress.advance(n);
        ids.clear();
        codes.clear();
    }

    private void line(String text) {
        try {
            sink.stream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sink.close();
    }
}
