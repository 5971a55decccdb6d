package org.expomotif.command.motif;

import java.util.List;
import java.util.stream.Collectors;
import org.expomotif.command.option.MotifInput;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.io.Inputs;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.report.LogoOptions;
import org.expomotif.report.LogoSvg;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the sequence logo of a motif. */
@Command(
        description = "Draw the sequence logo of a motif as SVG",
        footer = "  expomotif logo jaspar.meme --id CTCF -o ctcf.svg")
public final class LogoCommand extends StandardCommand {
    private static final double MAX_PIXELS = 10_000;

    @Parameters(paramLabel = "FILE", description = MotifInput.FORMATS)
    private String file = "-";

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Identifier or name of the motif; may be omitted when the file has one motif.")
    private @Nullable String id;

    @Option(names = "--revcomp", description = "Draw the reverse complement.")
    private boolean revcomp;

    @Option(
            names = "--column-width",
            paramLabel = "PIXELS",
            defaultValue = "24",
            description = "Width of a position. Default: ${DEFAULT-VALUE}.")
    private double columnWidth;

    @Option(
            names = "--height",
            paramLabel = "PIXELS",
            defaultValue = "120",
            description = "Height of 2 bits. Default: ${DEFAULT-VALUE}.")
    private double height;

    @Option(names = "--no-axes", description = "Draw the letters only.")
    private boolean noAxes;

    @Mixin
    private OutputOption output;

    public LogoCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan);
    }

    @Override
    public Integer call() {
        if (!(columnWidth > 0 && columnWidth <= MAX_PIXELS && height > 0 && height <= MAX_PIXELS)) {
            throw fault("--column-width, --height: expected numbers above 0 and at most 10000");
        }
        Motif motif = chosen(MotifFile.readDistinct(file, progress()).motifs());
        if (revcomp && !motif.alphabet().hasTwoStrands()) {
            throw new UserException("an RNA motif has no reverse complement")
                    .in(Inputs.name(file))
                    .atRecord("motif " + motif.id())
                    .remedy("leave --revcomp out");
        }
        String title = motif.name().isEmpty() ? motif.id() : motif.id() + " " + motif.name();
        LogoOptions options =
                LogoOptions.DEFAULT.titled(title).sized(columnWidth, height).withAxes(!noAxes);
        String svg = LogoSvg.render(revcomp ? motif.reverseComplement() : motif, options);
        LogoSvg.write(output.path(), svg, record(file).provenance().lines());
        return 0;
    }

    private Motif chosen(List<Motif> motifs) {
        if (id == null && motifs.size() > 1) {
            throw fault("--id: required, because " + file + " has " + motifs.size() + " motifs");
        }
        return motifs.stream()
                .filter(m -> id == null || m.id().equals(id))
                .findFirst()
                .or(() -> motifs.stream().filter(m -> m.name().equals(id)).findFirst())
                .orElseThrow(() -> new UserException("the file has no motif of that name")
                        .in(file)
                        .expected(motifs.stream().limit(5).map(Motif::id).collect(Collectors.joining(", "))
                                + (motifs.size() > 5 ? ", ..." : ""))
                        .found(String.valueOf(id))
                        .remedy("list them with: expomotif motifs " + file));
    }
}
