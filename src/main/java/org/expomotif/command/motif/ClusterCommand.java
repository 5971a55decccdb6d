package org.expomotif.command.motif;

import java.util.List;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.compare.cluster.ClusterRow;
import org.expomotif.compare.cluster.MotifClusters;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.motif.format.MotifPool;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Clusters motifs by the p-values of their mutual matches. */
@Command(
        description = "Group motifs that match one another: a consensus for each group, and a tree",
        footer = {
            "  expomotif cluster --motifs trial_1/filters.meme trial_2/filters.meme \\",
            "      --table clusters.tsv --tree clusters.nwk -o clusters.meme",
            "",
            "The p-value of a pair is the higher of the two that Tomtom gives them as query and target. Groups",
            "are joined by average linkage while the geometric mean of p between them is at most --threshold. In",
            "the tree a node at height h joins motifs that match with a p of 10^(h - 20)."
        })
public final class ClusterCommand extends ResultCommand {
    @Option(
            names = "--motifs",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Motifs to group; the motifs of several files are pooled.")
    private List<String> files = List.of();

    @Mixin
    private DistanceOption distance;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            defaultValue = "1e-5",
            description = "Maximum mean p-value at which groups are joined. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(
            names = "--table",
            paramLabel = "FILE",
            description = "Also a TSV: group of each motif, how it aligns with the group's centre, and the p-value.")
    private @Nullable String table;

    @Option(names = "--tree", paramLabel = "FILE", description = "Also the tree of all motifs, in Newick format.")
    private @Nullable String tree;

    public ClusterCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        super.plan(plan);
        plan.add("--table", table);
        plan.add("--tree", tree);
    }

    @Override
    public Integer call() {
        OptionRange.require(
                command(), "--threshold", threshold > 0 && threshold <= 1, "a p-value above 0, at most 1", threshold);
        return OutputGroup.allOrNone(this::write);
    }

    private Integer write() {
        int workers = threads();
        Progress progress = progress();
        MotifSet motifs = MotifPool.read(files, progress);
        MotifClusters found =
                MotifClusters.of(motifs, TomtomOptions.DEFAULT.with(distance.value()), threshold, workers, progress);
        Provenance provenance = record(files.toArray(String[]::new)).provenance();
        List<Motif> consensus = found.consensus();
        MemeWriter.write(output(), new MotifSet(consensus, motifs.background()), provenance.lines());
        if (table != null) {
            TsvWriter.write(table, ClusterRow.class, provenance, found.rows());
        }
        if (tree != null) {
            Outputs.writeText(tree, found.newick() + "\n");
        }
        progress.note(motifs.motifs().size() + " motifs in " + consensus.size() + " groups");
        return 0;
    }
}
