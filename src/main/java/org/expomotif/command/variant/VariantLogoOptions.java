package org.expomotif.command.variant;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.variant.AlleleLogo;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The logo of the two alleles of a record, as a mixin. */
final class VariantLogoOptions extends OptionMixin {
    private static final int DEFAULT_FLANK = 40;

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
            description = "Bases that --logo shows on each side of the variant, if the window has them. Default: 40.")
    private @Nullable Integer flank;

    VariantLogoOptions() {}

    /** Adds the logo to the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--logo", file);
    }

    /** The logo, if it was requested, of all records or one shard. */
    Optional<AlleleLogo> logo(List<String> classes, boolean isShard) {
        check((id == null) == (file == null), "--logo and --logo-variant belong together");
        if (id == null || file == null) {
            check(className == null, "--logo-class needs --logo");
            check(flank == null, "--logo-flank needs --logo");
            return Optional.empty();
        }
        int shown = Objects.requireNonNullElse(flank, DEFAULT_FLANK);
        atLeast("--logo-flank", 0, shown);
        check(!isShard, "--logo cannot be combined with --shard, which may not contain its record");
        check(
                className == null || classes.contains(className),
                "--logo-class: expected one of " + String.join(", ", classes) + ", found " + className);
        return Optional.of(new AlleleLogo(id, file, Optional.ofNullable(className), shown));
    }
}
