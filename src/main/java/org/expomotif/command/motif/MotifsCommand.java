package org.expomotif.command.motif;

import java.util.List;
import org.expomotif.command.option.MotifInput;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Background;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the motifs of a file, or writes them as MEME text. */
@Command(
        description = "List the motifs of a file, or convert it to MEME text",
        footer = {
            "  List the motifs of a JASPAR file, then convert it:",
            "  expomotif motifs JASPAR2026.jaspar",
            "  expomotif motifs JASPAR2026.jaspar -o motifs.meme"
        })
public final class MotifsCommand extends StandardCommand {
    /** The output formats. */
    enum Format {
        /** One row per motif. */
        TSV,
        /** Minimal MEME text. */
        MEME
    }

    /**
     * One motif.
     *
     * @param id its identifier
     * @param name its other name
     * @param width number of positions
     * @param sites number of sites it was made from; NA when the file does not give it
     * @param bits information content against a uniform background
     * @param consensus one IUPAC letter per position, with U for RNA
     * @param threshold HOMER's log-odds threshold; NA when the file does not give it
     */
    record Row(String id, String name, int width, double sites, double bits, String consensus, double threshold) {
        static Row of(Motif motif) {
            return new Row(
                    motif.id(),
                    motif.name(),
                    motif.width(),
                    motif.sites() > 0 ? motif.sites() : Double.NaN,
                    InformationContent.total(motif.matrix(), Background.UNIFORM),
                    motif.consensus(),
                    motif.threshold().orElse(Double.NaN));
        }
    }

    @Parameters(paramLabel = "FILE", description = MotifInput.FORMATS)
    private String file = "-";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "tsv or meme. Default: meme when the output's name ends in .meme, else tsv.")
    private @Nullable Format format;

    @Mixin
    private OutputOption output = new OutputOption();

    public MotifsCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan);
    }

    @Override
    public Integer call() {
        Progress progress = progress();
        MotifSet motifs = MotifFile.readDistinct(file, progress);
        String format = motifs.format().map(MotifFormat::label).orElse("");
        Provenance provenance = record(file).provenance().with(List.of("format: " + format));
        if (chosen() == Format.MEME) {
            MemeWriter.write(output.path(), motifs, provenance.lines());
        } else {
            TsvWriter.write(
                    output.path(),
                    Row.class,
                    provenance,
                    motifs.motifs().stream().map(Row::of).toList());
        }
        int count = motifs.motifs().size();
        progress.note(count + " " + motifs.alphabet() + (count == 1 ? " motif" : " motifs") + ", read as " + format);
        return 0;
    }

    private Format chosen() {
        if (format != null) {
            return format;
        }
        return FileSuffix.isOneOf(output.path(), List.of(".meme")) ? Format.MEME : Format.TSV;
    }
}
