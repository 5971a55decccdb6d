package org.expomotif.dataset.hdf5;

import java.util.List;
import java.util.Map;

/**
 * What was read from HDF5 files; {@code dataset.json} has it as its member {@code dataset}.
 *
 * @param length bases of a sequence
 * @param classes names of the classes
 * @param splits the splits, in the order train, valid, test
 * @param notes what the user was told
 */
public record Hdf5Summary(int length, List<String> classes, List<SplitCounts> splits, List<String> notes) {
    /** Copies the lists. */
    public Hdf5Summary {
        classes = List.copyOf(classes);
        splits = List.copyOf(splits);
        notes = List.copyOf(notes);
    }

    /**
     * A split.
     *
     * @param split {@code train}, {@code valid} or {@code test}
     * @param file name of the file
     * @param array name of the array of the sequences in it
     * @param axes order of its axes, as {@code N x 4 x L}
     * @param labels name of the array of the labels
     * @param sequences number of sequences
     * @param positives number of sequences that are 1 in at least one class
     * @param unknown number of sequences with an unknown base
     * @param unlabelled number of labels that are not known
     * @param classes number of positives by class
     */
    public record SplitCounts(
            String split,
            String file,
            String array,
            String axes,
            String labels,
            long sequences,
            long positives,
            long unknown,
            long unlabelled,
            Map<String, Long> classes) {}
}
