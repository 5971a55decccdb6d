package org.expomotif.command.prepare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.expomotif.command.option.OptionRange;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.dataset.build.DatasetSettings;
import org.expomotif.dataset.peak.PeakColumn;
import org.expomotif.io.Inputs;
import org.expomotif.io.table.ClassNames;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The peaks and the windows that are made of them, as a mixin. */
final class PeakOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--positives",
            paramLabel = "FILE",
            arity = "1..*",
            order = 1,
            description = "Peaks: BED, narrowPeak, broadPeak or the summits of MACS; the format is detected. Each of"
                    + " several files is a class.")
    private List<String> positives = new ArrayList<>();

    @Option(
            names = "--classes",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            order = 3,
            description = "Names of the classes, in the order of the files (with --h5, of the labels); default: the"
                    + " names of the files (with --h5, the names that the files hold, or class1, class2 and so on).")
    private @Nullable List<String> classes;

    @Option(
            names = "--length",
            paramLabel = "N",
            defaultValue = "200",
            order = 10,
            description = "Bases of a sequence: a window of this length around each peak. Default: ${DEFAULT-VALUE}.")
    private int length;

    @Option(
            names = "--centre",
            paramLabel = "WHERE",
            order = 11,
            description = "summit (column 10 of narrowPeak; other files use the middle) or middle (all files). Default:"
                    + " summit.")
    private @Nullable WindowCentre centre;

    @Option(
            names = "--merge-within",
            paramLabel = "N",
            order = 12,
            description =
                    "Merge peaks whose centres are at most N bases apart into the strongest of them, which gets the"
                            + " classes of all; default: only peaks with the same centre.")
    private @Nullable Integer mergeWithin;

    @Option(
            names = "--top",
            paramLabel = "N",
            order = 13,
            description = "Only the N strongest peaks of each file that can be used; default: all.")
    private @Nullable Long top;

    @Option(
            names = "--top-by",
            paramLabel = "COLUMN",
            order = 14,
            description =
                    "The column of the strength, highest first: score (5), signal (7), p-value (8), q-value (9) or"
                            + " a number; default: 7 in narrowPeak and broadPeak, 5 in other files.")
    private @Nullable String topBy;

    @Option(
            names = "--blacklist",
            paramLabel = "BED",
            order = 15,
            description = "Drop windows that overlap one of these regions.")
    private @Nullable String blacklist;

    @Option(
            names = "--max-unknown",
            paramLabel = "X",
            defaultValue = "0.1",
            order = 16,
            description = "Drop windows with a higher share of unknown bases (N). Default: ${DEFAULT-VALUE}.")
    private double maxUnknown;

    PeakOptions() {}

    /** The files that are read. */
    List<String> inputs() {
        List<String> inputs = new ArrayList<>(positives);
        if (blacklist != null) {
            inputs.add(blacklist);
        }
        return inputs;
    }

    /** The files of peaks. */
    List<String> positives() {
        return List.copyOf(positives);
    }

    /** The names of the classes. */
    List<String> classes() {
        List<String> names = classes != null
                ? classes
                : positives.stream().map(PeakOptions::className).toList();
        check(
                names.size() == positives.size(),
                "--classes: expected " + positives.size() + " names, one per file of --positives, found "
                        + names.size());
        return checked(names);
    }

    /** The names of the classes that the user gave; empty without them. */
    Optional<List<String>> namedClasses() {
        return Optional.ofNullable(classes).map(this::checked);
    }

    private List<String> checked(List<String> names) {
        try {
            ClassNames.check(names);
        } catch (UserException e) {
            throw new ParameterException(
                    spec.commandLine(), "--classes: " + e.getMessage() + ", with --classes A,B", e);
        }
        return List.copyOf(names);
    }

    /** The name of a file without folder, compression and suffix. */
    private static String className(String file) {
        if (file.equals(Inputs.STANDARD)) {
            return "peaks";
        }
        Path last = Path.of(file).getFileName();
        String name = (last == null ? file : last.toString()).replaceFirst("(?i)\\.b?gz$", "");
        String bare = name.replaceFirst("\\.[A-Za-z]+$", "");
        return (bare.isEmpty() ? name : bare).replaceAll("\\p{Cntrl}", "_");
    }

    /** The windows that are made of the peaks. */
    DatasetSettings.Regions regions() {
        OptionRange.within(spec, "--length", 1, DatasetSettings.MAXIMUM_LENGTH, length);
        OptionRange.require(spec, "--max-unknown", maxUnknown >= 0 && maxUnknown <= 1, "a share of 0 to 1", maxUnknown);
        if (mergeWithin != null) {
            OptionRange.atLeast(spec, "--merge-within", 0, mergeWithin);
        }
        check(top == null || top >= 1, "--top: expected at least 1, found " + top);
        Optional<PeakColumn> column = Optional.ofNullable(topBy).map(this::column);
        return new DatasetSettings.Regions(
                length,
                centre == null ? WindowCentre.SUMMIT : centre,
                mergeWithin == null ? OptionalInt.empty() : OptionalInt.of(mergeWithin),
                top == null ? OptionalLong.empty() : OptionalLong.of(top),
                column,
                Optional.ofNullable(blacklist),
                maxUnknown);
    }

    private PeakColumn column(String text) {
        return PeakColumn.parse(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--top-by: expected score, signal, p-value, q-value or a number of 4 to 1000, found '" + text
                                + "'"));
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
