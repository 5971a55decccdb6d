package org.expomotif.io.track;

import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.CFormat;
import org.expomotif.run.Provenance;

/**
 * Writes a track as bedGraph: sequence, start, end (0-based, half-open) and value with six significant digits. Adjacent
 * positions with the same written value form one row; positions with NaN are left out. Sequences are written in the
 * order in which they are added, so they must be added in sorted order for tools that require it.
 */
public final class BedGraphWriter implements AutoCloseable {
    private final OutputSink sink;
    private final Provenance provenance;
    private String sequence = "";
    private int start;
    private int end;
    private String value = "";

    private BedGraphWriter(OutputSink sink, Provenance provenance) {
        this.sink = sink;
        this.provenance = provenance;
    }

    /** Opens an output; the head of the provenance becomes lines {@code # comment} at the top. */
    public static BedGraphWriter open(String pathOrDash, Provenance provenance) {
        BedGraphWriter writer = new BedGraphWriter(Outputs.open(pathOrDash), provenance);
        provenance.head().forEach(comment -> writer.sink.write("# " + comment + "\n"));
        return writer;
    }

    /**
     * Writes the value of an interval, which must start at or after the end of the previous interval of its sequence.
     */
    public void write(String name, int from, int to, double number) {
        if (Double.isNaN(number)) {
            return;
        }
        boolean same = name.equals(sequence);
        if (to <= from || (same && from < end)) {
            throw new IllegalArgumentException("not after the last interval: " + name + ":" + from + "-" + to);
        }
        String text = CFormat.g(number, 6);
        if (same && from == end && text.equals(value)) {
            end = to;
            return;
        }
        row();
        sequence = name;
        start = from;
        end = to;
        value = text;
    }

    /** Writes one value per base, starting at the first base of a sequence. */
    public void write(String name, float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            write(name, i, i + 1, numbers[i]);
        }
    }

    private void row() {
        if (!value.isEmpty()) {
            sink.write(sequence + "\t" + start + "\t" + end + "\t" + value + "\n");
        }
    }

    /** Writes the tail of the provenance and completes the output. */
    public void commit() {
        row();
        value = "";
        provenance.tail().forEach(comment -> sink.write("# " + comment + "\n"));
        sink.commit();
    }

    @Override
    public void close() {
        sink.close();
    }
}
