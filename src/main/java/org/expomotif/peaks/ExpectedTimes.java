package org.expomotif.peaks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the steps of an analysis take, for the estimate of the time that is left. The figures are of a processor
 * with two cores; what counts are the proportions, since the estimate is scaled by the steps that are done.
 */
public final class ExpectedTimes {
    private static final double START = 1;
    private static final double PER_GENOME_BYTE = 2e-8;
    private static final double PER_BASE_IN_TRAINING = 1.5e-6;
    private static final double PER_BASE_AND_MOTIF = 6e-10;
    private static final double PER_BASE_EXPLAINED = 1.5e-4;
    private static final int USUAL_EPOCHS = 40;
    private static final double TRAINED_SHARE = 0.7;

    private ExpectedTimes() {}

    /**
     * The seconds that each step takes.
     *
     * @param steps the steps, in order
     * @param peaks number of peaks
     * @param length bases of a window
     * @param motifs number of known motifs
     * @param maximumEpochs maximum number of epochs of a training
     */
    public static List<Double> of(
            PeakAnalysis analysis, List<Step> steps, long peaks, int length, int motifs, int maximumEpochs) {
        double bases = 2.0 * peaks * length;
        double epochs = Math.min(USUAL_EPOCHS, maximumEpochs);
        List<Double> times = new ArrayList<>();
        for (Step step : steps) {
            String name = step instanceof Step.Command command ? command.words().getFirst() : "";
            times.add(START
                    + switch (name) {
                        case "dataset" -> 2 * size(analysis.settings().genome()) * PER_GENOME_BYTE;
                        case "enrich" -> bases * motifs * PER_BASE_AND_MOTIF;
                        case "train" ->
                            analysis.settings().trials() * epochs * 2 * TRAINED_SHARE * bases * PER_BASE_IN_TRAINING;
                        case "filters", "evaluate" -> bases * PER_BASE_IN_TRAINING;
                        case "attribute" -> Math.min(peaks, limit(step)) * length * PER_BASE_EXPLAINED;
                        default -> 0;
                    });
        }
        return times;
    }

    /** The number of peaks that a step explains. */
    private static long limit(Step step) {
        if (!(step instanceof Step.Command command)) {
            return 0;
        }
        List<String> words = command.words();
        long shuffles = words.contains("--shuffles") ? 2 : 1;
        return shuffles * Long.parseLong(words.get(words.indexOf("--limit") + 1));
    }

    private static long size(String file) {
        try {
            return Files.size(Path.of(file));
        } catch (IOException e) {
            return 0;
        }
    }
}
