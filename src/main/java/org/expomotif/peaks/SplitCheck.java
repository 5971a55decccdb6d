package org.expomotif.peaks;

import java.util.EnumMap;
import java.util.Map;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.Split;
import org.expomotif.run.UserException;

/** Checks that networks can be trained, chosen and tested on the data set. */
public final class SplitCheck {
    private SplitCheck() {}

    /**
     * Requires a peak and a control in every split.
     *
     * @throws UserException when a split has none; the results so far are named
     */
    public static void requireAll(PeakAnalysis analysis) {
        String file = analysis.at(PeakAnalysis.LABELS);
        Map<Split, Integer> peaks = new EnumMap<>(Split.class);
        Map<Split, Integer> controls = new EnumMap<>(Split.class);
        for (Labels.Row row : Labels.read(file).rows()) {
            (row.values()[0] == 1f ? peaks : controls).merge(row.split(), 1, Integer::sum);
        }
        for (Split split : Split.values()) {
            int positive = peaks.getOrDefault(split, 0);
            int negative = controls.getOrDefault(split, 0);
            if (positive == 0 || negative == 0) {
                throw new UserException("networks cannot be trained on these peaks")
                        .in(file)
                        .expected("peaks and controls in the splits train, valid and test, which are whole chromosomes")
                        .found(positive + " peaks and " + negative + " controls in " + split.word())
                        .remedy("take peaks on at least three chromosomes; the known motifs that are enriched are in "
                                + analysis.at(PeakAnalysis.ENRICHED_PAGE));
            }
        }
    }
}
