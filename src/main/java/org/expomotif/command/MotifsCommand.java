package org.expomotif.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.expomotif.io.TsvWriter;
import org.expomotif.motif.Background;
import org.expomotif.motif.Consensus;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.MemeWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFile;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the motifs of a file, or writes them as MEME text. */
@Command(
        description = "List the motifs of a file, or convert it to MEME text",
        versionProvider = StandardOptions.VersionText.class,
        footer = {
            "  List what a JASPAR file holds, then convert it:",
            "  expomotif motifs JASPAR2026.jaspar",
            "  expomotif motifs JASPAR2026.jaspar -o motifs.meme"
        })
final class MotifsCommand implements Callable<Integer> {
    /** What is written. */
    enum Format {
        /** One row a motif. */
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
     * @param sites number of sites it was made from; NA when the file does not say
     * @param bits information content against a uniform background
     * @param consensus one IUPAC letter a position
     */
    record Row(String id, String name, int width, double sites, double bits, String consensus) {
        static Row of(Motif motif) {
            return new Row(
                    motif.id(),
                    motif.name(),
                    motif.width(),
                    motif.sites() > 0 ? motif.sites() : Double.NaN,
                    InformationContent.total(motif.matrix(), Background.UNIFORM),
                    Consensus.iupac(motif.matrix()));
        }
    }

    @Parameters(paramLabel = "FILE", description = "Motifs in MEME text, JASPAR or TRANSFAC; '-' for standard input.")
    private String file = "-";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "tsv or meme. Default: meme when the output's name ends in .meme, else tsv.")
    private @Nullable Format format;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private StandardOptions standard = new StandardOptions();

    MotifsCommand() {}

    @Override
    public Integer call() {
        MotifSet motifs = MotifFile.read(file);
        Provenance provenance = standard.record(file).provenance();
        if (chosen() == Format.MEME) {
            MemeWriter.write(output.path(), motifs, provenance.lines());
        } else {
            TsvWriter.write(
                    output.path(),
                    Row.class,
                    provenance,
                    motifs.motifs().stream().map(Row::of).toList());
        }
        return 0;
    }

    private Format chosen() {
        if (format != null) {
            return format;
        }
        return output.path().toLowerCase(Locale.ROOT).matches(".*\\.meme(\\.b?gz)?") ? Format.MEME : Format.TSV;
    }
}
