package org.expomotif.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.expomotif.io.Column;
import org.expomotif.io.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the motifs of a file. */
@Command(
        description = "List the motifs of a file, or convert it to MEME text",
        versionProvider = StandardOptions.VersionText.class,
        footer = "  expomotif motifs jaspar.meme -o motifs.tsv")
final class MotifsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Motifs in MEME text, JASPAR or TRANSFAC; '-' for standard input.")
    private String file = "-";

    @Mixin
    private OutputOption output;

    @Mixin
    private StandardOptions standard;

    MotifsCommand() {}

    /**
     * One motif.
     *
     * @param id its identifier
     * @param name its other name
     * @param width number of positions
     * @param sites number of sites it was made from; NA when unknown
     */
    record Row(
            String id,
            String name,
            int width,
            @Column(digits = 6) double sites) {}

    @Override
    public Integer call() {
        List<Motif> motifs = MotifFile.read(file).motifs();
        try (TsvWriter<Row> writer =
                TsvWriter.open(output.path(), Row.class, standard.record(file).comments())) {
            for (Motif motif : motifs) {
                double sites = motif.sites() > 0 ? motif.sites() : Double.NaN;
                writer.write(new Row(motif.id(), motif.name(), motif.width(), sites));
            }
            writer.commit();
        }
        return 0;
    }
}
