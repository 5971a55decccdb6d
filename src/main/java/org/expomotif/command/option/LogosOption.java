package org.expomotif.command.option;

import java.util.List;
import org.expomotif.compare.MotifMatch;
import org.expomotif.io.table.TsvReader;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.report.FilterPage;
import org.expomotif.report.MotifRow;
import org.expomotif.run.Warnings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --logos}, as a mixin: a page of motifs, with the logos of their matches if these are given. */
public final class LogosOption extends OptionMixin {
    @Option(names = "--logos", paramLabel = "FILE", order = 40, description = "Also an HTML page with the logos.")
    private @Nullable String logos;

    @Option(
            names = "--matches",
            paramLabel = "FILE",
            order = 41,
            description = "Matches of the motifs, as tomtom-match writes them, for the page; needs --targets.")
    private @Nullable String matches;

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            order = 42,
            description = "The database that the motifs were matched with, for the logos.")
    private @Nullable String targets;

    LogosOption() {}

    /** Adds the page to the files that will be written. */
    public void plan(OutputPlan plan) {
        plan.add("--logos", logos);
    }

    /** Rejects an option without the one that it needs. */
    public void check() {
        if ((matches == null) != (targets == null)) {
            throw fault("--matches, --targets: expected both or neither");
        }
        if (matches != null && logos == null) {
            throw fault("--matches: expected --logos with it");
        }
    }

    /**
     * Writes the page, if it was requested.
     *
     * @param title its heading
     * @param facts lines below the heading
     * @param motifs the motifs
     * @param record the provenance of the motifs
     * @param warnings receives warnings about the file of targets
     */
    public void write(String title, List<String> facts, List<Motif> motifs, List<String> record, Warnings warnings) {
        if (logos == null) {
            return;
        }
        List<MotifRow> rows = matches == null || targets == null
                ? MotifRow.of(motifs)
                : MotifRow.of(
                        motifs,
                        TsvReader.readAll(matches, MotifMatch.class),
                        MotifFile.readFirstOfEachId(targets, warnings).motifs());
        FilterPage.write(logos, title, facts, rows, record);
    }
}
