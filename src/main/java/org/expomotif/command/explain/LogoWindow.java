package org.expomotif.command.explain;

import java.util.Optional;
import org.expomotif.attribution.Attribution;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.PositionRange;
import org.expomotif.report.LogoOptions;
import org.expomotif.report.LogoSvg;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The logo of a window of one sequence, as a mixin. */
final class LogoWindow {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--logo",
            paramLabel = "FILE.svg",
            order = 43,
            description = "The base scores of one sequence as a logo.")
    private @Nullable String file;

    @Option(
            names = "--window",
            paramLabel = "NAME:FROM-TO",
            order = 44,
            description =
                    "The sequence and the bases that --logo draws, counted from 1. Default: the whole first sequence.")
    private @Nullable String window;

    private String name = "";
    private int from;
    private int to;
    private @Nullable String svg;

    LogoWindow() {}

    /** Adds the logo to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--logo", file);
    }

    /** Checks the options for the given number of classes, and for all sequences or one shard. */
    void open(int classes, boolean share) {
        check(file == null || !share, "--logo cannot be combined with --shard, which may not contain its sequence");
        check(file == null || classes == 1, "--logo needs one --class");
        check(file != null || window == null, "--window needs --logo");
        if (window != null) {
            Optional<PositionRange> range = PositionRange.parse(window);
            check(range.isPresent(), "--window: expected NAME:FROM-TO, found " + window);
            name = range.get().sequence();
            check(
                    range.get().from() >= 1
                            && range.get().from() <= range.get().to()
                            && range.get().to() < Integer.MAX_VALUE,
                    "--window: expected bases counted from 1, found " + window);
            from = (int) range.get().from();
            to = (int) range.get().to();
        }
    }

    /** Draws the sequence if it is the one of the window. */
    void add(Attribution explanation) {
        int length = explanation.baseScores().length;
        boolean matches = window == null || name.equals(explanation.sequence().name());
        if (file == null || svg != null || !matches) {
            return;
        }
        int first = window == null ? 1 : from;
        int last = window == null ? length : to;
        if (last > length) {
            throw new UserException("the window of the logo extends beyond the sequence")
                    .atRecord("sequence " + explanation.sequence().name())
                    .expected("bases from 1 to " + length)
                    .found(first + "-" + last);
        }
        byte[] codes = explanation.sequence().codes();
        double[][] heights = new double[last - first + 1][4];
        for (int i = first - 1; i < last; i++) {
            if (codes[i] != Nucleotide.UNKNOWN) {
                heights[i - first + 1][codes[i]] = explanation.baseScores()[i];
            }
        }
        String title = explanation.sequence().name() + ":" + first + "-" + last;
        svg = LogoSvg.renderScores(
                heights, LogoOptions.DEFAULT.titled(title).sized(12, 120).startingAt(first));
    }

    /** Writes the logo. */
    void finish(Provenance provenance) {
        if (file != null) {
            if (svg == null) {
                throw new UserException("no explained sequence has the name of the logo's window").found(name);
            }
            LogoSvg.write(file, svg, provenance.lines());
        }
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
