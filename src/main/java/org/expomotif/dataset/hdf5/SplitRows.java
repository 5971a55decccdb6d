package org.expomotif.dataset.hdf5;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.dataset.Split;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.composition.CompositionCounts;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.OutputSink;
import org.expomotif.io.sequence.FastaWriter;

/** Writes the sequences of one split and their labels, row by row, and counts them. */
final class SplitRows {
    private final Split split;
    private final OneHotSequences sequences;
    private final LabelRows labels;
    private final int length;
    private final long[] byClass;
    private final CompositionCounts gcOfPositives = new CompositionCounts();
    private final CompositionCounts gcOfNegatives = new CompositionCounts();
    private long positives;
    private long unknown;
    private long unlabelled;

    SplitRows(Split split, OneHotSequences sequences, LabelRows labels, int length) {
        this.split = split;
        this.sequences = sequences;
        this.labels = labels;
        this.length = length;
        this.byClass = new long[labels.classes()];
    }

    /** Writes all rows; {@code progress} is called after each {@code step} of them. */
    void write(FastaWriter fasta, OutputSink table, Runnable progress, int step) {
        byte[] letters = new byte[length];
        float[] row = new float[labels.classes()];
        StringBuilder line = new StringBuilder();
        long number = sequences.number();
        for (long i = 0; i < number; i++) {
            sequences.read(i, letters);
            labels.read(i, row);
            String id = split.word() + "_" + i;
            fasta.write(new DnaSequence(id, "", letters));
            line.setLength(0);
            line.append(id).append('\t').append(split.word());
            boolean positive = false;
            for (int c = 0; c < row.length; c++) {
                line.append('\t');
                if (Float.isNaN(row[c])) {
                    line.append("NA");
                    unlabelled++;
                } else {
                    line.append(row[c] == 1 ? '1' : '0');
                    byClass[c] += row[c] == 1 ? 1 : 0;
                    positive |= row[c] == 1;
                }
            }
            table.write(line.append('\n').toString());
            count(letters, positive);
            if (i % step == step - 1) {
                progress.run();
            }
        }
    }

    private void count(byte[] letters, boolean positive) {
        long composition = Composition.count(letters, 0, letters.length);
        unknown += Composition.unknown(composition) > 0 ? 1 : 0;
        positives += positive ? 1 : 0;
        (positive ? gcOfPositives : gcOfNegatives).add(Composition.point(composition, letters.length));
    }

    /** The counts of the rows. */
    Hdf5Summary.SplitCounts counts(SplitArrays arrays, OneHotOrder order, List<String> classes) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (int c = 0; c < byClass.length; c++) {
            named.put(classes.get(c), byClass[c]);
        }
        return new Hdf5Summary.SplitCounts(
                split.word(),
                arrays.file().name(),
                arrays.sequences().name(),
                order.text(arrays.sequences().shape().length),
                arrays.labels().name(),
                sequences.number(),
                positives,
                unknown,
                unlabelled,
                named);
    }

    /** The GC content of the sequences. */
    Hdf5Dataset.SplitGc composition() {
        return new Hdf5Dataset.SplitGc(split.word(), gcOfPositives, gcOfNegatives);
    }
}
