package org.expomotif.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/** A data set: sequences of equal length joined with their labels, by split. */
public final class LabelledSequences {
    private final String sequenceFile;
    private final String labelFile;
    private final int length;
    private final Samples all;
    private final Map<Split, Samples> bySplit = new EnumMap<>(Split.class);

    private LabelledSequences(String sequenceFile, String labelFile, Labels labels, List<DnaSequence> sequences) {
        this.sequenceFile = sequenceFile;
        this.labelFile = labelFile;
        this.length = sequences.getFirst().length();
        List<Integer> allRows = new ArrayList<>();
        Map<Split, List<Integer>> rows = new EnumMap<>(Split.class);
        for (int i = 0; i < sequences.size(); i++) {
            allRows.add(i);
            rows.computeIfAbsent(labels.rows().get(i).split(), split -> new ArrayList<>())
                    .add(i);
        }
        byte[][] codes = new byte[sequences.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = sequences.get(i).codes();
        }
        this.all = select(labels, codes, allRows);
        for (Split split : Split.values()) {
            bySplit.put(split, select(labels, codes, rows.getOrDefault(split, List.of())));
        }
    }

    /**
     * Reads sequences and labels and joins them.
     *
     * @throws UserException when either file is malformed, an id occurs in only one of them, or the sequences differ in
     *     length
     */
    public static LabelledSequences read(String sequenceFile, String labelFile, Warnings warnings) {
        return join(Labels.read(labelFile), SequenceFile.readAll(sequenceFile, warnings), sequenceFile, labelFile);
    }

    /**
     * Joins sequences and labels.
     *
     * @param sequenceFile name of the sequences in messages
     * @param labelFile name of the labels in messages
     */
    public static LabelledSequences join(
            Labels labels, List<DnaSequence> sequences, String sequenceFile, String labelFile) {
        List<DnaSequence> matched = labels.match(sequences, sequenceFile, labelFile);
        if (matched.isEmpty()) {
            throw new UserException("no sequence is labelled").in(labelFile).remedy("give at least one row of labels");
        }
        DnaSequence first = matched.getFirst();
        for (DnaSequence sequence : matched) {
            if (sequence.length() != first.length()) {
                throw new UserException(
                                "the sequences differ in length, but the network needs sequences of equal length")
                        .in(sequenceFile)
                        .atRecord("sequence " + sequence.name())
                        .expected(bases(first.length()) + " as in " + first.name())
                        .found(bases(sequence.length()))
                        .remedy("cut or extend the sequences to the same length");
            }
        }
        return new LabelledSequences(sequenceFile, labelFile, labels, matched);
    }

    private static Samples select(Labels labels, byte[][] codes, List<Integer> rows) {
        int classes = labels.classes().size();
        List<String> ids = new ArrayList<>();
        byte[][] chosen = new byte[rows.size()][];
        float[] values = new float[rows.size() * classes];
        for (int i = 0; i < chosen.length; i++) {
            Labels.Row row = labels.rows().get(rows.get(i));
            ids.add(row.id());
            chosen[i] = codes[rows.get(i)];
            System.arraycopy(row.values(), 0, values, i * classes, classes);
        }
        return new Samples(labels.classes(), ids, chosen, values);
    }

    /** Bases per sequence. */
    public int length() {
        return length;
    }

    /** Names of the classes. */
    public List<String> classes() {
        return all.classes();
    }

    /** All samples, in the order of the labels. */
    public Samples all() {
        return all;
    }

    /** The samples of a split, possibly none. */
    public Samples of(Split split) {
        return Objects.requireNonNull(bySplit.get(split));
    }

    /**
     * The samples of a split, at least one.
     *
     * @throws UserException when no row is marked with the split
     */
    public Samples require(Split split) {
        Samples samples = of(split);
        if (samples.size() == 0) {
            throw new UserException("no sequence is marked " + split.word())
                    .in(labelFile)
                    .expected("rows with '" + split.word() + "' in column split")
                    .found(counts())
                    .remedy("mark some sequences " + split.word());
        }
        return samples;
    }

    /**
     * Rejects sequences that do not fit a model.
     *
     * @throws UserException when the sequence length differs from the model's input length, or the classes differ
     */
    public void requireFit(int inputLength, List<String> classes) {
        if (length != inputLength) {
            throw wrongLength(sequenceFile, all.ids().getFirst(), length, inputLength);
        }
        if (!classes.equals(classes())) {
            throw new UserException("the classes differ from the model's classes")
                    .in(labelFile)
                    .expected(String.join(", ", classes))
                    .found(String.join(", ", classes()))
                    .remedy("give labels with the model's classes in the same order");
        }
    }

    /** The error for a sequence whose length differs from the model's input length. */
    public static UserException wrongLength(String file, String name, int found, int expected) {
        return new UserException("the sequence length differs from the model's input length")
                .in(file)
                .atRecord("sequence " + name)
                .expected(bases(expected))
                .found(bases(found))
                .remedy("cut or extend the sequences, or use a model trained on sequences of this length");
    }

    private String counts() {
        List<String> parts = new ArrayList<>();
        bySplit.forEach((split, samples) -> parts.add(samples.size() + " " + split.word()));
        return String.join(", ", parts);
    }

    private static String bases(int n) {
        return String.format(Locale.ROOT, "%,d bases", n);
    }

    /**
     * Finds classes from which nothing can be learned because they lack positives or negatives.
     *
     * @param split train or valid
     * @return one sentence for the user per class that lacks positives or negatives in the split
     * @throws UserException when all classes do
     */
    public List<String> oneSidedClasses(Split split) {
        Samples samples = require(split);
        List<String> notes = new ArrayList<>();
        for (int c = 0; c < classes().size(); c++) {
            int positives = samples.count(c, 1);
            int negatives = samples.count(c, 0);
            if (positives == 0 || negatives == 0) {
                notes.add(String.format(
                        Locale.ROOT,
                        "class %s has %,d positives and %,d negatives among the %s sequences",
                        classes().get(c),
                        positives,
                        negatives,
                        split.word()));
            }
        }
        if (notes.size() == classes().size()) {
            throw new UserException(notes.getFirst())
                    .in(labelFile)
                    .expected("positives and negatives in at least one class")
                    .remedy("mark some positives and some negatives " + split.word());
        }
        return notes;
    }
}
