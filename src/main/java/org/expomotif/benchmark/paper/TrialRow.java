package org.expomotif.benchmark.paper;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The result of one trial.
 *
 * @param key what was trained
 * @param version version of the program
 * @param outcome whether there is a trained network
 * @param epochs number of epochs; 0 when the training diverged
 * @param seconds wall-clock seconds of the run that completed the trial, training and evaluation
 * @param figures the figures that are defined; those of attributions exist in Task 3 only
 */
public record TrialRow(
        TrialKey key, String version, Outcome outcome, int epochs, double seconds, Map<Figure, Double> figures) {
    /** What became of a training. */
    public enum Outcome {
        /** The network was trained. */
        TRAINED,
        /** The loss or a prediction was not finite. */
        DIVERGED
    }

    /** Keeps the figures that are not NaN. */
    public TrialRow {
        Map<Figure, Double> defined = new EnumMap<>(Figure.class);
        figures.forEach((figure, value) -> {
            if (!Double.isNaN(value)) {
                defined.put(figure, value);
            }
        });
        figures = Collections.unmodifiableMap(defined);
    }

    /** A figure; NaN when it is not defined. */
    public double figure(Figure figure) {
        return figures.getOrDefault(figure, Double.NaN);
    }
}
