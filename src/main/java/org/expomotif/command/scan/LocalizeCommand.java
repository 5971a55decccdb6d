package org.expomotif.command.scan;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.expomotif.benchmark.HitScores;
import org.expomotif.benchmark.LocalizationRegions;
import org.expomotif.benchmark.LocalizationTable;
import org.expomotif.benchmark.ScoreProfile;
import org.expomotif.command.option.OutputOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.network.model.Model;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.expomotif.synth.PlantedTruth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how well scores find planted motifs. */
@Command(
        description = {
            "Measure how well motifs, filters or sites find planted motifs",
            "Per sequence: the maximum score in each planted region (informative bases and 10 on both sides) against the "
                    + "maximum in each gap between them, as the area under the receiver operating characteristic. "
                    + "The last rows are mean and standard deviation. The score of a window counts at its central base."
        },
        footer = {
            "  expomotif localize --model model.zip --sequences task1/sequences.fa \\",
            "    --sites task1/sites.bed --truth-motifs task1/motifs.meme \\",
            "    --labels task1/labels.tsv --split test -o localization.tsv"
        })
public final class LocalizeCommand extends StandardCommand {
    @Option(names = "--model", paramLabel = "FILE", order = 1, description = "Score: the best first-layer filter.")
    private @Nullable String model;

    @Option(
            names = "--motifs",
            paramLabel = "FILE",
            order = 2,
            description =
                    "Score: the best motif, as log2 odds against a uniform background, on both strands (RNA: as read).")
    private @Nullable String motifs;

    @Option(
            names = "--hits",
            paramLabel = "FILE",
            order = 3,
            description = "Score: the best site in a file (BED or FIMO's table).")
    private @Nullable String hits;

    @Option(names = "--no-revcomp", order = 4, description = "With --motifs: search only the strand as read.")
    private boolean noRevcomp;

    @Mixin
    private TruthOptions truth;

    @Option(
            names = "--regions",
            defaultValue = "apart",
            paramLabel = "RULE",
            order = 10,
            description =
                    "apart: as described above. published: as in the program that made the figures of Koo and Ploenzke "
                            + "(2021), 4 and 5 bases longer and, from the second region on, too far to the right; only for "
                            + "comparison with those figures. Default: ${DEFAULT-VALUE}.")
    private LocalizationRegions.Rule regions = LocalizationRegions.Rule.APART;

    @Mixin
    private OutputOption output;

    public LocalizeCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan);
    }

    @Override
    public Integer call() {
        List<String> scored =
                Stream.of(model, motifs, hits).filter(Objects::nonNull).toList();
        check(scored.size() == 1, "give one of --model, --motifs and --hits");
        truth.check();
        Optional<HitScores> given = Optional.ofNullable(hits).map(HitScores::read);
        Progress progress = progress();
        Function<DnaSequence, double[]> scores = given.isPresent() ? given.get()::of : profileScores(progress);
        LocalizationTable table = new LocalizationTable(
                PlantedTruth.read(truth.sites(), truth.truthMotifs().map(MotifFile::read)), scores, regions);
        progress.start("localising", 0, "sequences");
        truth.selected().forEach(progress, sequence -> {
            table.add(sequence);
            progress.advance(1);
        });
        progress.finish();
        given.flatMap(HitScores::warning).ifPresent(progress::warn);
        if (table.evaluated() == 0) {
            throw new UserException("no sequence has both a site and a gap")
                    .in(truth.sites())
                    .remedy("give the sequences that the sites belong to");
        }
        TsvWriter.write(
                output.path(),
                LocalizationTable.Row.class,
                record(Stream.concat(scored.stream(), truth.inputs().stream()).toArray(String[]::new))
                        .provenance(),
                table.rows());
        progress.note(String.format(
                Locale.ROOT,
                "mean AUROC %.3f%s over %d sequences",
                table.mean(),
                table.evaluated() == 1 ? "" : String.format(Locale.ROOT, " (sd %.3f)", table.standardDeviation()),
                table.evaluated()));
        return 0;
    }

    private Function<DnaSequence, double[]> profileScores(Warnings warnings) {
        ScoreProfile profile;
        if (motifs != null) {
            profile = ScoreProfile.ofMotifs(MotifFile.read(motifs, warnings).motifs(), !noRevcomp);
        } else {
            FirstLayerKernel layer = Model.read(String.valueOf(model)).network().firstLayerKernel();
            profile = ScoreProfile.ofFilters(layer.kernel(), layer.bias());
        }
        return sequence -> profile.of(sequence.letters());
    }
}
