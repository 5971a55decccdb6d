package org.expomotif.io.sequence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;

/** Writes FASTA sequence by sequence, with 60 bases per line. */
public final class FastaWriter implements AutoCloseable {
    private static final int WIDTH = 60;

    private final OutputSink sink;

    private FastaWriter(OutputSink sink) {
        this.sink = sink;
    }

    /** Opens an output; see {@link Outputs#open(String)}. */
    public static FastaWriter open(String pathOrDash) {
        return new FastaWriter(Outputs.open(pathOrDash));
    }

    /** Writes all sequences. */
    public static void write(String pathOrDash, Iterable<DnaSequence> sequences) {
        try (FastaWriter writer = open(pathOrDash)) {
            sequences.forEach(writer::write);
            writer.commit();
        }
    }

    /** Writes one sequence. */
    public void write(DnaSequence sequence) {
        String header = sequence.description().isEmpty()
                ? ">" + sequence.name() + "\n"
                : ">" + sequence.name() + " " + sequence.description() + "\n";
        OutputStream out = sink.stream();
        byte[] letters = sequence.letters();
        try {
            out.write(header.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < letters.length; i += WIDTH) {
                out.write(letters, i, Math.min(WIDTH, letters.length - i));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Completes the output. */
    public void commit() {
        sink.commit();
    }

    @Override
    public void close() {
        sink.close();
    }
}
