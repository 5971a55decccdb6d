package org.expomotif.command.prepare;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.dataset.build.DatasetSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The negatives of a data set, as a mixin. */
final class NegativeOptions extends OptionMixin {
    private static final String GENOME = "genome";
    private static final String SHUFFLE = "shuffle";
    private static final String NONE = "none";
    private static final double MAXIMUM_RATIO = 1000;

    @Option(
            names = "--negatives",
            paramLabel = "KIND",
            arity = "1..*",
            order = 20,
            description = "One or more of genome (windows of the genome without a peak, matched to the positives of the"
                    + " same split in GC content and repeat fraction), shuffle (dinucleotide shuffles of the positives)"
                    + " and BED files of negatives; or none. Default: genome.")
    private @Nullable List<String> negatives;

    @Option(
            names = "--ratio",
            paramLabel = "X",
            defaultValue = "1",
            order = 21,
            description = "Negatives per positive, for genome and for shuffle. Default: ${DEFAULT-VALUE}.")
    private double ratio;

    NegativeOptions() {}

    private List<String> kinds() {
        return negatives == null ? List.of(GENOME) : negatives;
    }

    /** The files that are read. */
    List<String> inputs() {
        List<String> files = new ArrayList<>(kinds());
        files.removeAll(List.of(GENOME, SHUFFLE, NONE));
        return files;
    }

    /** The negatives. */
    DatasetSettings.Negatives settings() {
        if (kinds().contains(NONE) && kinds().size() > 1) {
            throw fault("--negatives: none cannot be combined with others, found " + kinds());
        }
        boolean holds = ratio > 0 && ratio <= MAXIMUM_RATIO;
        require("--ratio", holds, "a number above 0 and at most 1000", ratio);
        return new DatasetSettings.Negatives(kinds().contains(GENOME), kinds().contains(SHUFFLE), inputs(), ratio);
    }
}
