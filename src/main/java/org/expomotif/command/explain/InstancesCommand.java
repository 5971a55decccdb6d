package org.expomotif.command.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.command.option.MotifInput;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.dna.GenomicSpan;
import org.expomotif.instance.Instance;
import org.expomotif.instance.InstanceSearch;
import org.expomotif.instance.ScoredMaps;
import org.expomotif.instance.table.InstanceBed;
import org.expomotif.instance.table.MotifInstances;
import org.expomotif.instance.table.MotifTable;
import org.expomotif.instance.table.SeqletRecall;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds where motifs explain attribution scores. */
@Command(
        modelTransformer = ScoreArchive.NullRequired.class,
        description = {
            "Find where motifs explain attribution scores, with q-values",
            "An instance is a window whose bases match a motif and whose base scores are high, on either strand and of"
                    + " either sign. P-values and q-values come from the scores of shuffled sequences (--null). Of windows that"
                    + " overlap, of any motif, the one with the highest score is an instance."
        },
        footer = {
            "  expomotif attribute --model model.zip --sequences sequences.fa --method deepshap \\",
            "    --output logit -o scores.npz",
            "  expomotif instances --scores scores.npz --null 2 --model model.zip --motifs motifs.meme \\",
            "    --summary motifs.tsv -o instances.bed",
            "",
            "The columns of the BED file are sequence, start, end, motif, min(1000, -100 log10 p), strand, score,",
            "log-odds score of the bases in bits, sum of the base scores, p-value, q-value and name of the motif."
        })
public final class InstancesCommand extends ResultCommand {
    @Mixin
    private ScoreArchive archive;

    @Option(
            names = "--motifs",
            paramLabel = "FILE",
            required = true,
            order = 5,
            description = "Known motifs, or those of discover. " + MotifInput.FORMATS)
    private String motifs = "";

    @Option(names = "--stranded", order = 6, description = "Search the motifs as they are in the file only.")
    private boolean stranded;

    @Option(
            names = "--threshold",
            paramLabel = "Q",
            defaultValue = "0.1",
            order = 7,
            description = "Write the instances with a q-value of at most Q. Default: ${DEFAULT-VALUE}.")
    private double threshold = 0.1;

    @Option(
            names = "--base-p",
            paramLabel = "P",
            defaultValue = "0.01",
            order = 8,
            description = "Maximum p-value of the match of the bases. Default: ${DEFAULT-VALUE}.")
    private double baseP = 0.01;

    @Option(
            names = "--contribution-p",
            paramLabel = "P",
            defaultValue = "0.05",
            order = 9,
            description = "Maximum share of windows of the null whose base scores are as high."
                    + " Default: ${DEFAULT-VALUE}.")
    private double contributionP = 0.05;

    @Option(
            names = "--summary",
            paramLabel = "FILE.tsv",
            order = 10,
            description = "Write one line per motif: its instances by sign, and its share of --seqlets.")
    private @Nullable String summary;

    @Option(
            names = "--seqlets",
            paramLabel = "BED",
            order = 11,
            description = "Seqlets of seqlets or discover: --summary then counts those that have an instance.")
    private @Nullable String seqlets;

    public InstancesCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        super.plan(plan);
        if (summary != null) {
            plan.add("--summary", summary);
        }
    }

    @Override
    public Integer call() {
        archive.check();
        range("--threshold", threshold);
        range("--base-p", baseP);
        range("--contribution-p", contributionP);
        check(seqlets == null || summary != null, "--seqlets needs --summary");
        List<Motif> searched = MotifFile.readDistinctOrNone(motifs, progress()).motifs();
        SequenceScores scores = archive.read(SequenceScores::read);
        ScoreArchive.Null<SequenceScores> shuffled = archive.readNull(
                        SequenceScores::read, Function.identity(), threads(), progress())
                .orElseThrow();
        archive.requireFit(shuffled.scores().bases(), scores.bases());
        warnOfWide(searched, scores);
        ScoredMaps sequences = maps(scores);
        InstanceSearch search = new InstanceSearch(
                searched,
                sequences.background(),
                maps(shuffled.scores()),
                new InstanceSearch.Settings(!stranded, baseP, contributionP, threshold, threads()));
        List<Instance> instances = search.instances(sequences);
        write(searched, instances, scores, shuffled);
        long positive = instances.stream().filter(Instance::isPositive).count();
        progress()
                .note(String.format(
                        Locale.ROOT,
                        "%,d instances at q <= %s in %,d sequences: %,d positive, %,d negative",
                        instances.size(),
                        threshold,
                        scores.codes().size(),
                        positive,
                        instances.size() - positive));
        return 0;
    }

    private void range(String option, double value) {
        OptionRange.require(command(), option, value > 0 && value <= 1, "above 0, at most 1", value);
    }

    private void warnOfWide(List<Motif> searched, SequenceScores scores) {
        int length =
                scores.codes().isEmpty() ? Integer.MAX_VALUE : scores.codes().getFirst().length;
        long wide = searched.stream().filter(motif -> motif.width() > length).count();
        if (wide > 0) {
            progress()
                    .warn(motifs + ": motifs longer than the sequences (" + length + " bases) have no instances: "
                            + wide);
        }
    }

    private static ScoredMaps maps(SequenceScores scores) {
        return new ScoredMaps(scores.bases().maps(), scores.codes());
    }

    private void write(
            List<Motif> searched,
            List<Instance> instances,
            SequenceScores scores,
            ScoreArchive.Null<SequenceScores> shuffled) {
        Optional<SeqletRecall> recall = Optional.ofNullable(seqlets).map(SeqletRecall::new);
        List<GenomicSpan> places =
                instances.stream().map(instance -> place(instance, scores)).toList();
        Provenance provenance = record(Stream.concat(
                                Stream.of(archive.files()),
                                Stream.concat(Stream.of(motifs), Stream.ofNullable(seqlets)))
                        .toArray(String[]::new))
                .provenance()
                .with(List.of(shuffled.provenance(shuffled.scores().codes().size())));
        OutputGroup.allOrNone(() -> {
            InstanceBed.write(output(), instances, places, searched, provenance);
            if (summary != null) {
                TsvWriter.write(
                        summary,
                        MotifInstances.class,
                        provenance,
                        new MotifTable(instances, places, searched).rows(recall));
            }
            return 0;
        });
    }

    private static GenomicSpan place(Instance instance, SequenceScores scores) {
        return GenomicSpan.of(
                scores.bases().names().get(instance.sequence()),
                scores.codes().get(instance.sequence()).length,
                instance.start(),
                instance.end());
    }
}
