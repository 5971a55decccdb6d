package org.expomotif.command.motif;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.expomotif.command.option.MotifAlphabets;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.compare.cluster.MotifCluster;
import org.expomotif.compare.cluster.MotifClusters;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.OutputGroup;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.Warnings;
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
    /** A motif and its group. */
    private record Row(
            @TsvColumn("cluster") String cluster,
            @TsvColumn("size") int size,
            @TsvColumn("motif") String motif,
            @TsvColumn("name") String name,
            @TsvColumn("offset") int offset,
            @TsvColumn("orientation") char orientation,
            @TsvColumn("p-value") double pValue) {}

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
        MotifSet motifs = read(files, progress);
        MotifClusters found =
                MotifClusters.of(motifs, TomtomOptions.DEFAULT.with(distance.value()), threshold, workers, progress);
        Provenance provenance = record(files.toArray(String[]::new)).provenance();
        List<Motif> consensus = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (MotifCluster cluster : found.clusters()) {
            String id = "cluster_" + (consensus.size() + 1);
            Motif mean = cluster.consensus();
            consensus.add(
                    new Motif(id, mean.name().isEmpty() ? mean.id() : mean.name(), mean.matrix(), mean.sites(), "")
                            .withAlphabet(mean.alphabet()));
            cluster.members().forEach(member -> rows.add(row(id, cluster, member)));
        }
        MemeWriter.write(output(), new MotifSet(consensus, motifs.background()), provenance.lines());
        if (table != null) {
            TsvWriter.write(table, Row.class, provenance, rows);
        }
        if (tree != null) {
            String newick = found.newick() + "\n";
            Outputs.write(tree, out -> out.write(newick.getBytes(StandardCharsets.UTF_8)));
        }
        progress.note(motifs.motifs().size() + " motifs in " + consensus.size() + " groups");
        return 0;
    }

    private static Row row(String id, MotifCluster cluster, MotifCluster.Member member) {
        return new Row(
                id,
                cluster.members().size(),
                member.motif().id(),
                member.motif().name(),
                member.offset(),
                member.orientation(),
                member.pValue());
    }

    /** All motifs of the files; an identifier that occurred in an earlier file is prefixed with the file's name. */
    private static MotifSet read(List<String> files, Warnings warnings) {
        List<MotifSet> sets = files.stream()
                .map(file -> MotifFile.readFirstOfEachId(file, warnings))
                .toList();
        for (int f = 1; f < sets.size(); f++) {
            MotifAlphabets.requireSame(files.getFirst(), sets.getFirst(), files.get(f), sets.get(f));
        }
        Set<String> seen = new HashSet<>();
        List<Motif> all = new ArrayList<>();
        for (int f = 0; f < files.size(); f++) {
            for (Motif motif : sets.get(f).motifs()) {
                String id = motif.id();
                for (int copy = 1; !seen.add(id); copy++) {
                    id = fileName(files.get(f)) + (copy > 1 ? "~" + copy : "") + ":" + motif.id();
                }
                all.add(motif.withId(id));
            }
        }
        return new MotifSet(
                all, sets.isEmpty() ? Optional.empty() : sets.getFirst().background());
    }

    private static String fileName(String path) {
        return Inputs.name(path).replaceFirst(".*/", "").replaceAll("\\s", "_");
    }
}
