package org.expomotif.dataset.hdf5;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.expomotif.dataset.Split;
import org.expomotif.dataset.composition.CompositionCounts;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.hdf5.Hdf5Array;
import org.expomotif.io.hdf5.Hdf5File;
import org.expomotif.io.sequence.FastaWriter;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Makes a data set from published HDF5 files: sequences as FASTA and labels as a table, in the order train, valid, test
 * and, within a split, of the arrays. Sequence {@code train_17} is the one of index 17, counted from 0. The arrays are
 * read slice by slice, and each row is written when it has been read.
 */
public final class Hdf5Dataset {
    /** The name of the file with the sequences. */
    public static final String SEQUENCES = "sequences.fa";

    /** The name of the file with the labels. */
    public static final String LABELS = "labels.tsv";

    /** The number of positives of a class in a split below which the user is warned. */
    private static final int FEW = 10;

    private static final int MAXIMUM_LENGTH = 1_000_000;
    private static final int MAXIMUM_CLASSES = 100_000;
    private static final int PROGRESS_STEP = 1000;

    private final List<SplitArrays> splits;
    private final Limits limits;
    private final Progress progress;
    private final List<String> notes = new ArrayList<>();

    /**
     * What a run wrote.
     *
     * @param summary counts
     * @param compositions GC content of the sequences of each split
     */
    public record Result(Hdf5Summary summary, List<SplitGc> compositions) {
        /** Copies the list. */
        public Result {
            compositions = List.copyOf(compositions);
        }
    }

    /**
     * The GC content of the sequences of a split.
     *
     * @param split name of the split
     * @param positives sequences that are 1 in at least one class
     * @param negatives the others
     */
    public record SplitGc(String split, CompositionCounts positives, CompositionCounts negatives) {}

    private Hdf5Dataset(List<SplitArrays> splits, Limits limits, Progress progress) {
        this.splits = splits;
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * Writes {@value #SEQUENCES} and {@value #LABELS}.
     *
     * @param files the HDF5 files, which hold each split once
     * @param classes names of the classes; without them those that the files hold, or class1, class2 and so on
     * @param folder a folder that exists
     * @throws UserException when a file is damaged, or holds something else than one-hot sequences and labels
     */
    public static Result write(List<String> files, Optional<List<String>> classes, Path folder, Progress progress) {
        return write(files, classes, folder, progress, Limits.USUAL);
    }

    /** As the other method, with other limits of memory. */
    static Result write(
            List<String> files, Optional<List<String>> classes, Path folder, Progress progress, Limits limits) {
        List<Hdf5File> open = new ArrayList<>();
        try {
            files.forEach(file -> open.add(Hdf5File.open(file, limits.mappedFile())));
            return new Hdf5Dataset(SplitArrays.find(open), limits, progress).write(classes, folder);
        } finally {
            open.forEach(Hdf5File::close);
        }
    }

    private Result write(Optional<List<String>> given, Path folder) {
        List<OneHotOrder> orders = new ArrayList<>();
        List<OneHotSequences> sequences = new ArrayList<>();
        List<LabelRows> labels = new ArrayList<>();
        long total = 0;
        for (SplitArrays split : splits) {
            OneHotOrder order = OneHotOrder.of(split.sequences(), split.labels());
            orders.add(order);
            sequences.add(new OneHotSequences(split.sequences(), order, limits));
            labels.add(new LabelRows(split.labels(), order.isLast(), limits));
            total += sequences.getLast().number();
        }
        int length = length(sequences);
        List<String> names = ClassTexts.of(given, splits, classes(labels));
        List<Hdf5Summary.SplitCounts> counts = new ArrayList<>();
        List<SplitGc> compositions = new ArrayList<>();
        progress.start("reading the arrays", total, "sequences");
        try (FastaWriter fasta = FastaWriter.open(folder.resolve(SEQUENCES).toString());
                OutputSink table = Outputs.open(folder.resolve(LABELS).toString())) {
            table.write("id\tsplit\t" + String.join("\t", names) + "\n");
            for (int i = 0; i < splits.size(); i++) {
                SplitArrays split = splits.get(i);
                SplitRows rows = new SplitRows(split.split(), sequences.get(i), labels.get(i), length);
                rows.write(fasta, table, () -> progress.advance(PROGRESS_STEP), PROGRESS_STEP);
                counts.add(rows.counts(split, orders.get(i), names));
                compositions.add(rows.composition());
            }
            fasta.commit();
            table.commit();
        }
        progress.finish();
        report(counts, names.size());
        return new Result(new Hdf5Summary(length, names, counts, notes), compositions);
    }

    private int length(List<OneHotSequences> sequences) {
        long length = sequences.getFirst().length();
        for (int i = 0; i < splits.size(); i++) {
            Hdf5Array array = splits.get(i).sequences();
            if (sequences.get(i).length() != length) {
                throw array.fault("the splits have sequences of different lengths")
                        .expected(length + " bases as in "
                                + splits.getFirst().sequences().name())
                        .found(sequences.get(i).length() + " bases");
            }
        }
        if (length > MAXIMUM_LENGTH) {
            throw splits.getFirst()
                    .sequences()
                    .fault("the sequences are too long")
                    .expected("at most " + MAXIMUM_LENGTH + " bases")
                    .found(length + " bases");
        }
        return (int) length;
    }

    private int classes(List<LabelRows> labels) {
        int number = labels.getFirst().classes();
        for (int i = 0; i < splits.size(); i++) {
            Hdf5Array array = splits.get(i).labels();
            if (labels.get(i).classes() != number) {
                throw array.fault("the splits have different numbers of classes")
                        .expected(number + " classes as in "
                                + splits.getFirst().labels().name())
                        .found(Integer.toString(labels.get(i).classes()));
            }
        }
        if (number > MAXIMUM_CLASSES) {
            throw splits.getFirst()
                    .labels()
                    .fault("there are too many classes")
                    .expected("at most " + MAXIMUM_CLASSES)
                    .found(Integer.toString(number));
        }
        return number;
    }

    private void report(List<Hdf5Summary.SplitCounts> counts, int classes) {
        Set<Split> missing = EnumSet.allOf(Split.class);
        splits.forEach(split -> missing.remove(split.split()));
        List<String> few = new ArrayList<>();
        for (Hdf5Summary.SplitCounts split : counts) {
            note(split.file() + ": " + split.split() + ": " + split.sequences() + " sequences (" + split.array() + ", "
                    + split.axes() + ") with labels of " + classes + (classes == 1 ? " class (" : " classes (")
                    + split.labels() + ")");
            if (split.unknown() > 0) {
                note(split.split() + ": " + split.unknown() + " sequences have unknown bases, which are written as N");
            }
            split.classes().forEach((name, positives) -> {
                if (positives < FEW) {
                    few.add(name + " has " + positives + " in " + split.split());
                }
            });
        }
        if (!missing.isEmpty()) {
            boolean trainable = missing.equals(EnumSet.of(Split.TEST));
            warn("no sequences for "
                    + String.join(" and ", missing.stream().map(Split::word).toList())
                    + (trainable ? "" : "; the command train needs train and valid"));
        }
        if (!few.isEmpty()) {
            int shown = Math.min(6, few.size());
            String more = few.size() > shown ? " and " + (few.size() - shown) + " more" : "";
            warn("fewer than " + FEW + " positives of a class in a split: " + String.join(", ", few.subList(0, shown))
                    + more);
        }
    }

    private void note(String message) {
        notes.add(message);
        progress.note(message);
    }

    private void warn(String message) {
        notes.add("warning: " + message);
        progress.warn(message);
    }
}
