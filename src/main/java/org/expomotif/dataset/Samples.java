package org.expomotif.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.dna.Nucleotide;

/**
 * Sequences of equal length with their labels, in the form that a network reads.
 *
 * @param classes names of the classes
 * @param ids names of the sequences
 * @param codes codes of {@link Nucleotide}, one array per sequence
 * @param labels 0, 1 or NaN for a missing label, index {@code sequence * classes + class}; not copied
 */
public record Samples(List<String> classes, List<String> ids, byte[][] codes, float[] labels) {
    /** Rejects arrays whose lengths do not match. */
    public Samples {
        classes = List.copyOf(classes);
        ids = List.copyOf(ids);
        if (ids.size() != codes.length || labels.length != codes.length * classes.size()) {
            throw new IllegalArgumentException(
                    ids.size() + " ids, " + codes.length + " sequences, " + labels.length + " labels");
        }
    }

    /** Number of sequences. */
    public int size() {
        return codes.length;
    }

    /** The label of a sequence in a class: 0, 1 or NaN. */
    public float label(int sequence, int ofClass) {
        return labels[sequence * classes.size() + ofClass];
    }

    /** Number of sequences with a label in a class. */
    public int count(int ofClass, float label) {
        int count = 0;
        for (int i = 0; i < size(); i++) {
            count += label(i, ofClass) == label ? 1 : 0;
        }
        return count;
    }

    /** These sequences followed by their reverse complements, which have the same names and labels. */
    public Samples withReverseComplements() {
        int n = size();
        byte[][] both = Arrays.copyOf(codes, 2 * n);
        List<String> names = new ArrayList<>(ids);
        names.addAll(ids);
        float[] twice = Arrays.copyOf(labels, 2 * labels.length);
        System.arraycopy(labels, 0, twice, labels.length, labels.length);
        for (int i = 0; i < n; i++) {
            both[n + i] = Nucleotide.reverseComplement(codes[i]);
        }
        return new Samples(classes, names, both, twice);
    }
}
