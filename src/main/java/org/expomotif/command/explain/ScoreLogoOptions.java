package org.expomotif.command.explain;

import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.dna.PositionRange;
import org.expomotif.report.ScoreLogo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The logo of the base scores of one sequence, as a mixin. */
final class ScoreLogoOptions extends OptionMixin {
    @Option(
            names = "--logo",
            paramLabel = "FILE",
            order = 43,
            description = "The base scores of one sequence as a logo: PNG if the name ends in .png, else SVG.")
    private @Nullable String file;

    @Option(
            names = "--window",
            paramLabel = "NAME:FROM-TO",
            order = 44,
            description =
                    "The sequence and the bases that --logo draws, counted from 1. Default: the whole first sequence.")
    private @Nullable String window;

    ScoreLogoOptions() {}

    /** Adds the logo to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--logo", file);
    }

    /** The logo, if it was requested, for the given number of classes, and for all sequences or one shard. */
    Optional<ScoreLogo> logo(int classes, boolean isShard) {
        check(file == null || !isShard, "--logo cannot be combined with --shard, which may not contain its sequence");
        check(file == null || classes == 1, "--logo needs one --class");
        check(file != null || window == null, "--window needs --logo");
        Optional<PositionRange> range = Optional.ofNullable(window).map(this::parsed);
        return Optional.ofNullable(file).map(path -> new ScoreLogo(path, range));
    }

    private PositionRange parsed(String text) {
        PositionRange range =
                PositionRange.parse(text).orElseThrow(() -> fault("--window: expected NAME:FROM-TO, found " + text));
        check(
                range.from() >= 1 && range.from() <= range.to() && range.to() < Integer.MAX_VALUE,
                "--window: expected bases counted from 1, found " + text);
        return range;
    }
}
