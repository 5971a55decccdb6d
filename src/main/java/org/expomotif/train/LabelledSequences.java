package org.expomotif.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Labels;
import org.expomotif.io.SequenceFile;
import org.expomotif.io.Split;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/** A data set: sequences of one length joined with their labels, by split. */
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
        List<Integer> everything = new ArrayList<>();
        Map<Split, List<Integer>> rows = new EnumMap<>(Split.class);
        for (int i = 0; i < sequences.size(); i++) {
            everything.add(i);
            rows.computeIfAbsent(labels.rows().get(i).split(), split -> new ArrayList<>())
                    .add(i);
        }
        byte[][] codes = new byte[sequences.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = sequences.get(i).codes();
        }
        this.all = select(labels, codes, everything);
        for (Split split : Split.values()) {
            bySplit.put(split, select(labels, codes, rows.getOrDefault(split, List.of())));
        }
    }

    /**
     * Reads and joins.
     *
     * @throws UserException when either file is faulty, an id has no partner, or the sequences differ in length
     */
    public static LabelledSequences read(String sequenceFile, String labelFile, Warnings warnings) {
        return join(Labels.read(labelFile), SequenceFile.readAll(sequenceFile, warnings), sequenceFile, labelFile);
    }

    /**
     * Joins.
     *
     * @param sequenceFile what to call the sequences in a message
     * @param labelFile what to call the labels in a message
     */
    static LabelledSequences join(Labels labels, List<DnaSequence> sequences, String sequenceFile, String labelFile) {
        List<DnaSequence> matched = labels.match(sequences, sequenceFile, labelFile);
        if (matched.isEmpty()) {
            throw new UserException("no sequence is labelled").in(labelFile).remedy("give at least one row of labels");
        }
        DnaSequence first = matched.getFirst();
        for (DnaSequence sequence : matched) {
            if (sequence.length() != first.length()) {
                throw new UserException("the sequences differ in length, and the network needs one")
                        .in(sequenceFile)
                        .atRecord("sequence " + sequence.name())
                        .expected(bases(first.length()) + " as in " + first.name())
                        .found(bases(sequence.length()))
                        .remedy("cut or extend the sequences to one length");
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

    /** Bases in every sequence. */
    public int length() {
        return length;
    }

    /** Names of the classes. */
    public List<String> classes() {
        return all.classes();
    }

    /** Everything, in the order of the labels. */
    public Samples all() {
        return all;
    }

    /** One split, which may be empty. */
    public Samples of(Split split) {
        return bySplit.get(split);
    }

    /**
     * One split that has something to work on.
     *
     * @throws UserException when no row is marked so
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
     * Refuses sequences that a model cannot take.
     *
     * @throws UserException when their length is not that of the model's input, or the classes are others
     */
    public void requireFit(int inputLength, List<String> classes) {
        if (length != inputLength) {
            throw wrongLength(sequenceFile, all.ids().getFirst(), length, inputLength);
        }
        if (!classes.equals(classes())) {
            throw new UserException("the classes are not the model's")
                    .in(labelFile)
                    .expected(String.join(", ", classes))
                    .found(String.join(", ", classes()))
                    .remedy("give labels with the model's classes in its order");
        }
    }

    /** The fault of a sequence whose length is not that of the model's input. */
    public static UserException wrongLength(String file, String name, int found, int expected) {
        return new UserException("the sequence has not the length of the model's input")
                .in(file)
                .atRecord("sequence " + name)
                .expected(bases(expected))
                .found(bases(found))
                .remedy("cut or extend the sequences, or use a model trained on such sequences");
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
     * Looks for classes from which nothing can be learned.
     *
     * @param split train or valid
     * @return one sentence a class that lacks positives or negatives in the split, for the user to read
     * @throws UserException when all classes lack them
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
                    .expected("both kinds in at least one class")
                    .remedy("mark some of each kind " + split.word());
        }
        return notes;
    }
}
