package org.expomotif.command.motif;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.expomotif.command.option.MotifInput;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.compare.TargetMatch;
import org.expomotif.io.Inputs;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.report.AlignedLogos;
import org.expomotif.report.LogoFile;
import org.expomotif.report.LogoOptions;
import org.expomotif.report.LogoPng;
import org.expomotif.report.LogoSvg;
import org.expomotif.report.MatchFiles;
import org.expomotif.report.MotifRow;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the sequence logo of a motif, or those of all motifs of a file. */
@Command(
        description = "Draw the sequence logo of a motif, or those of all motifs of a file, as SVG or PNG",
        footer = {
            "  expomotif logo jaspar.meme --id CTCF -o ctcf.svg",
            "  expomotif logo filters.meme --format png --out-dir logos",
            "",
            "The folder has a file for each motif, and logos.tsv, which names the file of each."
        })
public final class LogoCommand extends StandardCommand {
    /** The name of the table in a folder of logos. */
    static final String TABLE = "logos.tsv";

    private static final double MAX_PIXELS = 10_000;
    private static final double MAX_AREA = 1e8;

    /** The formats of a picture. */
    enum Format {
        SVG,
        PNG;

        String suffix() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

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

    @Option(names = "--no-axes", description = "Draw the letters only; a logo above its match has no axes anyway.")
    private boolean noAxes;

    @Option(
            names = "--matches",
            paramLabel = "FILE",
            order = 41,
            description = "Matches of the motifs, as tomtom-match writes them: each logo is drawn above its best match;"
                    + " needs --targets.")
    private @Nullable String matches;

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            arity = "1..*",
            order = 42,
            description = "The databases that the motifs were matched with.")
    private List<String> targets = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 78,
            description = "svg or png. Default: png when the output's name ends in .png, else svg.")
    private @Nullable Format format;

    @Option(
            names = OutDirOption.NAME,
            paramLabel = "DIR",
            order = 79,
            description = "Folder of the results; made if it does not exist. It gets the logos of all motifs.")
    private @Nullable String folder;

    @Mixin
    private OutputOption output;

    private @Nullable List<Motif> motifs;

    public LogoCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        if (folder == null) {
            output.plan(plan);
        } else {
            for (LogoFile logo : LogoFile.of(motifs(), format().suffix())) {
                plan.add(OutDirOption.NAME, folder, Path.of(folder, logo.file()).toString());
            }
            plan.add(OutDirOption.NAME, folder, Path.of(folder, TABLE).toString());
        }
    }

    @Override
    public Integer call() {
        if (!(columnWidth > 0 && columnWidth <= MAX_PIXELS && height > 0 && height <= MAX_PIXELS)) {
            throw fault("--column-width, --height: expected numbers above 0 and at most 10000");
        }
        check(folder == null || id == null, "--id: draws a single motif, --out-dir the logos of all");
        check(
                folder == null || output.path().equals(Inputs.STANDARD),
                "--output: names a single logo, --out-dir the folder of all; expected one of the two");
        check((matches == null) == targets.isEmpty(), "--matches, --targets: expected both or neither");
        check(matches == null || !revcomp, "--revcomp: cannot be combined with --matches");
        String place = folder;
        return place == null ? drawOne() : OutputGroup.allOrNone(() -> drawAll(OutDirOption.make(place)));
    }

    private int drawOne() {
        List<MotifRow> chosen = rows(List.of(chosen(motifs())));
        draw(chosen.getFirst(), output.path(), provenance());
        return 0;
    }

    private int drawAll(Path place) {
        List<LogoFile> logos = LogoFile.of(motifs(), format().suffix());
        List<MotifRow> rows = rows(motifs());
        Provenance provenance = provenance();
        for (int i = 0; i < logos.size(); i++) {
            draw(rows.get(i), place.resolve(logos.get(i).file()).toString(), provenance);
        }
        TsvWriter.write(place.resolve(TABLE).toString(), LogoFile.class, provenance, logos);
        progress().note(String.format(Locale.ROOT, "%,d logos", logos.size()));
        return 0;
    }

    private List<MotifRow> rows(List<Motif> drawn) {
        return matches == null ? MotifRow.of(drawn) : new MatchFiles(matches, targets).rows(drawn, progress());
    }

    private Provenance provenance() {
        List<String> inputs = new ArrayList<>(List.of(file));
        if (matches != null) {
            inputs.add(matches);
        }
        inputs.addAll(targets);
        return record(inputs.toArray(String[]::new)).provenance();
    }

    private List<Motif> motifs() {
        if (motifs == null) {
            motifs = MotifFile.readDistinct(file, progress()).motifs();
        }
        return motifs;
    }

    private Format format() {
        if (format != null) {
            return format;
        }
        return folder == null && LogoPng.isNameOf(output.path()) ? Format.PNG : Format.SVG;
    }

    private void draw(MotifRow row, String path, Provenance provenance) {
        Motif motif = row.motif();
        if (revcomp && !motif.alphabet().hasTwoStrands()) {
            throw new UserException("an RNA motif has no reverse complement")
                    .in(Inputs.name(file))
                    .atRecord("motif " + motif.id())
                    .remedy("leave --revcomp out");
        }
        if (format() == Format.PNG && motif.width() * columnWidth * height > MAX_AREA) {
            throw new UserException("the picture has more than 100 million pixels")
                    .in(Inputs.name(file))
                    .atRecord("motif " + motif.id())
                    .remedy("choose a smaller --column-width or --height, or SVG");
        }
        LogoOptions options = LogoOptions.DEFAULT.sized(columnWidth, height).withAxes(!noAxes);
        if (row.best().isPresent()) {
            drawAbove(motif, row.best().get(), path, options, provenance);
            return;
        }
        options = options.titled(motif.name().isEmpty() ? motif.id() : motif.id() + " " + motif.name());
        Motif drawn = revcomp ? motif.reverseComplement() : motif;
        if (format() == Format.PNG) {
            LogoPng.write(path, drawn, options, provenance.lines());
        } else {
            LogoSvg.write(path, LogoSvg.render(drawn, options), provenance.lines());
        }
    }

    private void drawAbove(Motif motif, TargetMatch best, String path, LogoOptions options, Provenance provenance) {
        Motif target = best.target();
        int offset = best.row().offset();
        char orientation = best.row().orientation();
        if (format() == Format.PNG) {
            LogoPng.writeAligned(path, motif, target, offset, orientation, options, provenance.lines());
        } else {
            LogoSvg.write(path, AlignedLogos.render(motif, target, offset, orientation, options), provenance.lines());
        }
    }

    private Motif chosen(List<Motif> all) {
        if (id == null && all.size() > 1) {
            throw fault("--id: required, because " + file + " has " + all.size() + " motifs");
        }
        return all.stream()
                .filter(m -> id == null || m.id().equals(id))
                .findFirst()
                .or(() -> all.stream().filter(m -> m.name().equals(id)).findFirst())
                .orElseThrow(() -> new UserException("the file has no motif of that name")
                        .in(file)
                        .expected(all.stream().limit(5).map(Motif::id).collect(Collectors.joining(", "))
                                + (all.size() > 5 ? ", ..." : ""))
                        .found(String.valueOf(id))
                        .remedy("list them with: expomotif motifs " + file));
    }
}
