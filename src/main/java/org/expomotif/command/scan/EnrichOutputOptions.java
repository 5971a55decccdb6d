package org.expomotif.command.scan;

import java.util.Optional;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.scan.site.HitFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The outputs of a comparison besides its table, as a mixin. */
final class EnrichOutputOptions extends OptionMixin {
    @Option(
            names = "--central",
            paramLabel = "FILE",
            order = 42,
            description = "Also a table of the test for the middle, with the columns of CentriMo, for all motifs.")
    private @Nullable String central;

    @Option(
            names = "--sites",
            paramLabel = "FILE",
            order = 43,
            description = "Also the sites of the motifs of the table in the sequences: BED if the name ends in .bed or"
                    + " .bed.gz, in coordinates of the genome with --peaks; otherwise a table with the columns of"
                    + " SEA.")
    private @Nullable String sites;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            order = 44,
            description = "Also an HTML page: the motifs of the table with logos and the positions of their sites,"
                    + " similar ones in one row.")
    private @Nullable String html;

    @Option(
            names = "--representatives",
            paramLabel = "FILE",
            order = 45,
            description = "Also the most enriched motif of each group of similar motifs, in MEME format.")
    private @Nullable String representatives;

    EnrichOutputOptions() {}

    /** Adds the files that will be written. */
    void plan(OutputPlan plan) {
        plan.add("--central", central);
        plan.add("--sites", sites);
        plan.add("--html", html);
        plan.add("--representatives", representatives);
    }

    /** Checks the options. */
    void check() {
        check(
                sites == null || EnrichmentFiles.format(sites) != HitFormat.GFF3,
                "--sites: expected a name for BED or a table, found " + sites);
    }

    /** The files that were requested. */
    EnrichmentFiles files() {
        return new EnrichmentFiles(
                Optional.ofNullable(central),
                Optional.ofNullable(sites),
                Optional.ofNullable(html),
                Optional.ofNullable(representatives));
    }
}
