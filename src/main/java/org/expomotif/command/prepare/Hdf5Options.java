package org.expomotif.command.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.dataset.build.DatasetRun;
import org.expomotif.dataset.hdf5.Hdf5Dataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** {@code --h5}, which takes the place of peaks and a genome, as a mixin. */
final class Hdf5Options extends OptionMixin {
    private static final String NAME = "--h5";

    /** The files that a run with the option writes. */
    static final List<String> OUTPUTS =
            List.of(Hdf5Dataset.SEQUENCES, Hdf5Dataset.LABELS, DatasetRun.PAGE, DatasetRun.SUMMARY);

    /** The options that apply to HDF5 files, apart from those of every command. */
    private static final Set<String> APPLICABLE =
            Set.of(NAME, "--classes", "--out-dir", "--seed", "--threads", "--quiet", "--no-warnings", "--debug");

    @Option(
            names = NAME,
            paramLabel = "FILE",
            arity = "1..*",
            order = 4,
            description =
                    "In place of peaks and a genome: HDF5 files (also MATLAB 7.3) with one-hot sequences and labels"
                            + " of each split, as Basset (train_in, train_out), DeepSEA (trainxdata, traindata) and the reference"
                            + " study (X_train, Y_train) name them, in any order of the axes.")
    private @Nullable List<String> files;

    Hdf5Options() {}

    /** Whether the option was given. */
    boolean isGiven() {
        return files != null;
    }

    /** The files. */
    List<String> files() {
        return files == null ? List.of() : List.copyOf(files);
    }

    /** Rejects a command line that has both kinds of inputs, or one of them in part. */
    void check() {
        Set<String> given = command().commandLine().getParseResult().matchedOptions().stream()
                .map(OptionSpec::longestName)
                .collect(Collectors.toSet());
        if (!isGiven()) {
            check(
                    given.contains("--positives") && given.contains("--genome"),
                    "give --positives and --genome, or " + NAME);
            return;
        }
        List<String> others = new ArrayList<>();
        for (OptionSpec option : command().options()) {
            if (given.contains(option.longestName()) && !APPLICABLE.contains(option.longestName())) {
                others.add(option.longestName());
            }
        }
        check(
                others.isEmpty(),
                NAME + " reads a finished data set and cannot be combined with " + String.join(", ", others));
    }
}
