package org.expomotif.dataset.hdf5;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.expomotif.dataset.Split;
import org.expomotif.io.hdf5.Hdf5Array;
import org.expomotif.io.hdf5.Hdf5File;
import org.expomotif.run.UserException;

/**
 * The two arrays of a split, found by the names that published data sets use. The case of letters does not matter.
 *
 * @param split the split
 * @param file the file of both
 * @param sequences the one-hot sequences
 * @param labels the labels
 */
record SplitArrays(Split split, Hdf5File file, Hdf5Array sequences, Hdf5Array labels) {
    /** What stands before and after the word for the split in the names of sequences and of labels. */
    private enum Naming {
        /** Koo and Ploenzke: X_train and Y_train. */
        STUDY("X_", "", "Y_", ""),
        /** Basset: train_in and train_out. */
        BASSET("", "_in", "", "_out"),
        /** DeepSEA: trainxdata and traindata. */
        DEEPSEA("", "xdata", "", "data");

        private final String beforeSequences;
        private final String afterSequences;
        private final String beforeLabels;
        private final String afterLabels;

        Naming(String beforeSequences, String afterSequences, String beforeLabels, String afterLabels) {
            this.beforeSequences = beforeSequences;
            this.afterSequences = afterSequences;
            this.beforeLabels = beforeLabels;
            this.afterLabels = afterLabels;
        }

        String sequences(Split split) {
            return beforeSequences + split.word() + afterSequences;
        }

        String labels(Split split) {
            return beforeLabels + split.word() + afterLabels;
        }
    }

    /**
     * The splits of files, in the order train, valid, test.
     *
     * @throws UserException when a file has none, a split is there twice, or sequences have no labels
     */
    static List<SplitArrays> find(List<Hdf5File> files) {
        Map<Split, SplitArrays> found = new EnumMap<>(Split.class);
        for (Hdf5File file : files) {
            Map<String, String> names = new TreeMap<>();
            file.names().forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
            int before = found.size();
            for (Naming naming : Naming.values()) {
                for (Split split : Split.values()) {
                    find(file, names, naming, split).ifPresent(arrays -> add(found, arrays));
                }
            }
            if (found.size() == before) {
                throw new UserException("the file has no data set under the names that are known")
                        .in(file.name())
                        .expected(
                                "X_train and Y_train, train_in and train_out, or trainxdata and traindata, or the same"
                                        + " with valid or test")
                        .found(names.isEmpty() ? "nothing" : String.join(", ", names.values()))
                        .remedy("rename the arrays");
            }
        }
        return new ArrayList<>(found.values());
    }

    private static Optional<SplitArrays> find(Hdf5File file, Map<String, String> names, Naming naming, Split split) {
        Optional<String> sequences = Optional.ofNullable(names.get(key(naming.sequences(split))));
        Optional<String> labels = Optional.ofNullable(names.get(key(naming.labels(split))));
        if (sequences.isEmpty() && labels.isEmpty()) {
            return Optional.empty();
        }
        if (sequences.isEmpty()) {
            throw file.fault(labels.get(), "these labels have no sequences")
                    .expected("an array " + naming.sequences(split) + " beside " + labels.get());
        }
        if (labels.isEmpty()) {
            throw file.fault(sequences.get(), "these sequences have no labels")
                    .expected("an array " + naming.labels(split) + " beside " + sequences.get());
        }
        return Optional.of(new SplitArrays(split, file, array(file, sequences.get()), array(file, labels.get())));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Hdf5Array array(Hdf5File file, String name) {
        return Hdf5Array.find(file, name).orElseThrow();
    }

    private static void add(Map<Split, SplitArrays> found, SplitArrays arrays) {
        SplitArrays other = found.putIfAbsent(arrays.split, arrays);
        if (other != null) {
            throw arrays.file
                    .fault(arrays.sequences.name(), "the split " + arrays.split.word() + " is there twice")
                    .found(other.sequences.name() + " of " + other.file.name() + ", too")
                    .remedy("give each split once");
        }
    }
}
