package org.expomotif.command.explain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.command.option.MotifInput;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutDirOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.SeedOption;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.command.option.ThreadsOption;
import org.expomotif.discover.DiscoveredMotif;
import org.expomotif.discover.MotifDiscovery;
import org.expomotif.discover.table.Discovery;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifAlphabets;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.report.DiscoveryPage;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the motifs that stand out in attribution maps. */
@Command(
        description = {
            "Discover motifs in attribution scores, each with an E-value",
            "Seqlets are found as by seqlets. Those of one sign that look alike are grouped and averaged to motifs. The"
                    + " E-value of a motif is the number of motifs as large and as coherent that chance explains.",
            "",
            "Writes motifs.meme (frequencies), motifs.tsv (one line per motif), matrices.tsv (frequencies and"
                    + " contributions), seqlets.bed (every seqlet with its motif), motifs.h5 (the layout of TF-MoDISco) and motifs.html"
                    + " (logos and figures)."
        },
        footer = {
            "  expomotif attribute --model model.zip --sequences sequences.fa --method deepshap \\",
            "    --output logit -o scores.npz",
            "  expomotif discover --scores scores.npz --null 2 --model model.zip --motifs jaspar.meme \\",
            "    --out-dir motifs"
        })
public final class DiscoverCommand extends StandardCommand {
    private static final String PAGE = "motifs.html";

    private static final List<String> OUTPUTS =
            Stream.concat(Discovery.FILES.stream(), Stream.of(PAGE)).toList();

    /**
     * More seqlets than {@code seqlets} reports: the E-value of a motif keeps chance out, and a motif of few bases has
     * so many matches in the null that none of its seqlets has a low q-value.
     */
    @Mixin
    private final SeqletOptions seqletOptions = new SeqletOptions(0.2);

    @Option(
            names = "--motifs",
            paramLabel = "FILE",
            order = 10,
            description = "Known motifs to match the discovered ones with. " + MotifInput.FORMATS)
    private @Nullable String known;

    @Option(
            names = "--stranded",
            order = 11,
            description = "Compare seqlets as they are read only, not with the other strand.")
    private boolean stranded;

    @Option(
            names = "--max-evalue",
            paramLabel = "E",
            defaultValue = "0.05",
            order = 12,
            description = "Maximum E-value of a motif. Default: ${DEFAULT-VALUE}.")
    private double maximumE = 0.05;

    @Option(
            names = "--max-seqlets",
            paramLabel = "N",
            defaultValue = "3000",
            order = 13,
            description = "Number of seqlets of a sign that are compared with each other: a random sample, if there are"
                    + " more; the others join the motif that they are most similar to. Default: ${DEFAULT-VALUE}.")
    private int maximumSeqlets = 3000;

    @Mixin
    private OutDirOption outDir;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ThreadsOption threads;

    public DiscoverCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        OUTPUTS.forEach(name -> outDir.plan(plan, name));
    }

    @Override
    public Integer call() {
        seqletOptions.check();
        OptionRange.require(command(), "--max-evalue", maximumE > 0, "above 0", maximumE);
        OptionRange.within(command(), "--max-seqlets", 100, 20_000, maximumSeqlets);
        MotifDiscovery.Settings settings =
                new MotifDiscovery.Settings(stranded, maximumSeqlets, maximumE, seed.value(), threads.count());
        Path folder = outDir.create();
        Optional<MotifSet> targets = Optional.ofNullable(known).map(this::knownMotifs);
        SequenceScores scores = seqletOptions.read(SequenceScores::read);
        Optional<ScoreArchive.Null<SequenceScores>> shuffled =
                seqletOptions.readNull(SequenceScores::read, Function.identity(), threads.count(), progress());
        SeqletOptions.Found found = seqletOptions.find(scores.bases(), shuffled, SequenceScores::bases);
        progress().note(seqletOptions.summary(found, scores.bases()));
        MotifDiscovery.Decoys decoys = new MotifDiscovery.Decoys(
                shuffled.map(ScoreArchive.Null::scores).orElse(scores),
                found.spans().decoys(found.seqlets(), true),
                found.spans().decoys(found.seqlets(), false));
        List<DiscoveredMotif> motifs = new MotifDiscovery(settings, progress()).motifs(scores, found.seqlets(), decoys);
        Discovery discovery = Discovery.of(scores, found.seqlets(), motifs, targets, threads.count());
        Provenance provenance = record(inputs()).provenance().with(found.provenance());
        OutputGroup.allOrNone(() -> {
            discovery.write(folder, provenance);
            DiscoveryPage.write(
                    folder.resolve(PAGE).toString(), discovery, facts(found, discovery), provenance.lines());
            return 0;
        });
        progress().note(discovery.summary());
        return 0;
    }

    private MotifSet knownMotifs(String file) {
        MotifSet motifs = MotifFile.readFirstOfEachId(file, progress());
        MotifSet discovered = new MotifSet(List.of(), Optional.empty());
        MotifAlphabets.requireSame(seqletOptions.inputs()[0], discovered, file, motifs);
        return motifs;
    }

    private List<String> facts(SeqletOptions.Found found, Discovery discovery) {
        List<String> facts = new ArrayList<>();
        facts.add(seqletOptions.summary(found, discovery.scores().bases()));
        facts.addAll(found.provenance());
        facts.add(discovery.summary());
        return facts;
    }

    private String[] inputs() {
        return Stream.concat(Arrays.stream(seqletOptions.inputs()), Stream.ofNullable(known))
                .toArray(String[]::new);
    }
}
