package org.expomotif.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.expomotif.benchmark.HitScores;
import org.expomotif.benchmark.LocalizationTable;
import org.expomotif.benchmark.ScoreProfile;
import org.expomotif.benchmark.Stretches;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Inputs;
import org.expomotif.io.Labels;
import org.expomotif.io.SequenceFile;
import org.expomotif.io.Split;
import org.expomotif.io.TsvWriter;
import org.expomotif.motif.MotifFile;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.network.Model;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.synth.PlantedTruth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how well scores find planted motifs. */
@Command(
        description = {
            "Say how well motifs, filters or hits find planted motifs",
            "Per sequence: the greatest score in each planted region (informative bases and 10 on both sides) against the "
                    + "greatest in each gap between them, as the area under the receiver operating characteristic. "
                    + "The last rows are mean and standard deviation. A window's score stands at its central base."
        },
        versionProvider = StandardOptions.VersionText.class,
        footer = {
            "  expomotif localize --model model.zip --sequences task1/sequences.fa \\",
            "    --sites task1/sites.bed --truth-motifs task1/motifs.meme \\",
            "    --labels task1/labels.tsv --split test -o localization.tsv"
        })
final class LocalizeCommand implements Callable<Integer> {
    @Option(names = "--model", paramLabel = "FILE", order = 1, description = "Score: the best first-layer filter.")
    private @Nullable String model;

    @Option(
            names = "--motifs",
            paramLabel = "FILE",
            order = 2,
            description = "Score: the best motif, log2 odds against uniform, both strands.")
    private @Nullable String motifs;

    @Option(
            names = "--hits",
            paramLabel = "FILE",
            order = 3,
            description = "Score: the best hit (BED or FIMO's table).")
    private @Nullable String hits;

    @Option(names = "--no-revcomp", order = 4, description = "With --motifs: only the strand as read.")
    private boolean noRevcomp;

    @Option(
            names = "--sequences",
            required = true,
            paramLabel = "FILE",
            order = 5,
            description = "Sequences in FASTA or GenBank; '-' for standard input.")
    private String sequences = "-";

    @Option(names = "--sites", required = true, paramLabel = "BED", order = 6, description = "The planted motifs.")
    private String sites = "-";

    @Option(
            names = "--truth-motifs",
            paramLabel = "FILE",
            order = 7,
            description = "What was planted: only columns above 0.01 bit count. Default: every base of a site counts.")
    private @Nullable String truthMotifs;

    @Option(
            names = "--labels",
            paramLabel = "TSV",
            order = 8,
            description = "Only the sequences of one --split of these.")
    private @Nullable String labels;

    @Option(names = "--split", paramLabel = "SPLIT", order = 9, description = "train, valid or test. Default: test.")
    private @Nullable Split split;

    @Option(
            names = "--regions",
            defaultValue = "apart",
            paramLabel = "RULE",
            order = 10,
            description =
                    "apart: as described above. published: as the program behind the figures of Koo and Ploenzke (2021) "
                            + "cut them: 4 and 5 bases longer, from the second on reaching too far to the right; only to "
                            + "compare with those figures. Default: ${DEFAULT-VALUE}.")
    private Stretches.Rule regions = Stretches.Rule.APART;

    @Mixin
    private OutputOption output;

    @Mixin
    private StandardOptions standard;

    @Spec
    private CommandSpec spec;

    LocalizeCommand() {}

    @Override
    public Integer call() {
        if (Stream.of(model, motifs, hits).filter(file -> file != null).count() != 1) {
            throw new ParameterException(spec.commandLine(), "give one of --model, --motifs and --hits");
        }
        if (split != null && labels == null) {
            throw new ParameterException(spec.commandLine(), "--split needs --labels");
        }
        PlantedTruth truth =
                PlantedTruth.read(sites, Optional.ofNullable(truthMotifs).map(MotifFile::read));
        Optional<Labels> labelled = Optional.ofNullable(labels).map(Labels::read);
        Optional<Set<String>> wanted = labelled.map(this::wanted);
        List<String> names = new ArrayList<>();
        LocalizationTable table = new LocalizationTable(truth, scores(), regions);
        Progress progress = standard.progress();
        progress.start("localising", 0, "sequences");
        SequenceFile.forEach(sequences, sequence -> {
            names.add(sequence.name());
            if (wanted.isEmpty() || wanted.get().contains(sequence.name())) {
                table.add(sequence);
                progress.advance(1);
            }
        });
        progress.finish();
        labelled.ifPresent(
                read -> read.requireSame(names, Inputs.name(sequences), Inputs.name(String.valueOf(labels))));
        if (table.judged() == 0) {
            throw new UserException("no sequence has both a site and a gap")
                    .in(sites)
                    .remedy("give the sequences that the sites belong to");
        }
        String[] inputs = Stream.of(model, motifs, hits, sequences, sites, truthMotifs, labels)
                .filter(file -> file != null)
                .toArray(String[]::new);
        TsvWriter.write(
                output.path(),
                LocalizationTable.Row.class,
                standard.record(inputs).comments(),
                table.rows());
        progress.note(String.format(
                Locale.ROOT,
                "mean AUROC %.3f (sd %.3f) over %d sequences",
                table.mean(),
                table.standardDeviation(),
                table.judged()));
        return 0;
    }

    private Set<String> wanted(Labels read) {
        return read.of(split == null ? Split.TEST : split).stream()
                .map(Labels.Row::id)
                .collect(Collectors.toSet());
    }

    private Function<DnaSequence, double[]> scores() {
        if (hits != null) {
            return HitScores.read(hits)::of;
        }
        ScoreProfile profile;
        if (motifs != null) {
            profile = ScoreProfile.ofMotifs(MotifFile.read(motifs).motifs(), !noRevcomp);
        } else {
            FirstLayerKernel layer = Model.read(String.valueOf(model)).network().firstLayerKernel();
            profile = ScoreProfile.ofFilters(layer.kernel(), layer.bias());
        }
        return sequence -> profile.of(sequence.letters());
    }
}
