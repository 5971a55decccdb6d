package org.expomotif.enrich;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.SequenceSource;
import org.expomotif.dataset.Split;
import org.expomotif.run.UserException;

/**
 * Positives and controls told apart by labels.
 *
 * @param positives the sequences with the label 1
 * @param controls the sequences with the label 0
 */
public record LabelledSets(SequenceSet positives, SequenceSet controls) {
    /**
     * Reads sequences, in the order of their file. Sequences whose label is unknown belong to neither set.
     *
     * @param labelFile table of the labels of all sequences
     * @param ofClass the class whose label decides; when empty, positives are those that are 1 in any class and
     *     controls those that are 0 in all
     * @param split the split to keep; all when empty
     * @throws UserException when sequences and labels do not match, or the class is unknown
     */
    public static LabelledSets read(
            SequenceSource source, String labelFile, Optional<String> ofClass, Optional<Split> split) {
        Labels labels = Labels.read(labelFile);
        int column = ofClass.map(name -> labels.columnOf(name, labelFile)).orElse(-1);
        Map<String, Float> byName = new HashMap<>();
        for (Labels.Row row : labels.rows()) {
            boolean kept = split.isEmpty() || row.split() == split.get();
            byName.put(row.id(), kept ? column < 0 ? label(row.values()) : row.values()[column] : Float.NaN);
        }
        SequenceSet positives = new SequenceSet("positives of " + source.name());
        SequenceSet controls = new SequenceSet("negatives of " + source.name());
        List<String> names = new ArrayList<>();
        source.forEach(sequence -> {
            names.add(sequence.name());
            float label = byName.getOrDefault(sequence.name(), Float.NaN);
            if (label == 1f) {
                positives.add(sequence);
            } else if (label == 0f) {
                controls.add(sequence);
            }
        });
        labels.requireSame(names, source.name(), labelFile);
        return new LabelledSets(positives, controls);
    }

    /** 1 if any label is 1, 0 if all are 0, otherwise NaN. */
    private static float label(float... values) {
        float label = 0;
        for (float value : values) {
            if (value == 1f) {
                return 1;
            }
            label = value == 0f ? label : Float.NaN;
        }
        return label;
    }
}
