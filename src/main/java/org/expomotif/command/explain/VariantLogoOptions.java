package org.expomotif.command.explain;

import java.util.List;
import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.variant.AlleleLogo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The logo of the two alleles of a record, as a mixin. */
final class VariantLogoOptions extends OptionMixin {
    @Option(
            names = "--logo",
            paramLabel = "FILE",
            order = 20,
            description =
                    "What each base contributes with REF and with ALT, for one record, as logos: PNG if the name ends"
                            + " in .png, else SVG.")
    private @Nullable String file;

    @Option(
            names = "--logo-variant",
            paramLabel = "ID",
            order = 21,
            description = "The record that --logo draws: an ID of the file, CONTIG:POS, or CONTIG:POS:REF:ALT.")
    private @Nullable String id;

    @Option(
            names = "--logo-class",
            paramLabel = "NAME",
            order = 22,
            description = "The class of --logo. Default: the one with the largest effect.")
    private @Nullable String className;

    @Option(
            names = "--logo-flank",
            paramLabel = "N",
            order = 23,
            defaultValue = "40",
            description = "Bases that --logo shows on each side of the variant, if the window has them. Default:"
                    + " ${DEFAULT-VALUE}.")
    private int flank;

    VariantLogoOptions() {}

    /** Adds the logo to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--logo", file);
    }

    /** The logo, if it was requested, of all records or one shard. */
    Optional<AlleleLogo> logo(List<String> classes, boolean isShard) {
        check((id == null) == (file == null), "--logo and --logo-variant belong together");
        check(className == null || id != null, "--logo-class needs --logo");
        OptionRange.atLeast(command(), "--logo-flank", 0, flank);
        check(id == null || !isShard, "--logo cannot be combined with --shard, which may not contain its record");
        check(
                className == null || classes.contains(className),
                "--logo-class: expected one of " + String.join(", ", classes) + ", found " + className);
        String path = file;
        return path == null
                ? Optional.empty()
                : Optional.ofNullable(id).map(one -> new AlleleLogo(one, path, Optional.ofNullable(className), flank));
    }
}
