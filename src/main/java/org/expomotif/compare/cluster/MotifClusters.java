package org.expomotif.compare.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.stats.AverageLinkage;

/**
 * Groups of motifs that match one another.
 *
 * <p>The p-value of a pair is the higher of its two p-values, with either motif as the query. Average linkage joins
 * groups while the mean of log10 p over the pairs between them is at most log10 of the threshold. The height of a node
 * of the tree is that mean plus 20, or 0 if that is negative: leaves that are joined at height h match with a p-value
 * of 10^(h - 20).
 *
 * @param clusters largest first, then by their first motif
 * @param newick tree of all motifs in Newick format
 */
public record MotifClusters(List<MotifCluster> clusters, String newick) {
    /** Offset of the heights: p-values of 10^-20 and lower have height 0. */
    public static final double DEPTH = 20;

    /** Maximum number of motifs: memory grows with its square, to 50 GB here. */
    private static final int MAX_MOTIFS = 50_000;

    /** Copies the list. */
    public MotifClusters {
        clusters = List.copyOf(clusters);
    }

    /**
     * Compares the motifs with one another and groups them.
     *
     * @param motifs at least one, with distinct identifiers
     * @param threshold maximum geometric mean of the p-values of pairs at which groups are joined
     * @throws UserException when there are more than 50,000 motifs, or one is too wide
     */
    public static MotifClusters of(
            MotifSet motifs, TomtomOptions options, double threshold, int threads, Progress progress) {
        List<Motif> all = motifs.motifs();
        int n = all.size();
        if (n > MAX_MOTIFS) {
            throw new UserException("there are too many motifs to group")
                    .expected("at most " + MAX_MOTIFS)
                    .found(Integer.toString(n))
                    .remedy("group parts of them");
        }
        MotifPairs pairs = MotifPairs.of(motifs, options, threads, progress);
        double[][] heights = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                heights[i][j] = Math.max(0, pairs.mutual(i, j) + DEPTH);
            }
        }
        List<AverageLinkage.Join> joins = AverageLinkage.join(heights);
        List<MotifCluster> clusters = AverageLinkage.groups(n, joins, Math.log10(threshold) + DEPTH).stream()
                .sorted(Comparator.comparingInt((List<Integer> m) -> -m.size()).thenComparingInt(List::getFirst))
                .map(m -> MotifCluster.of(m, all, pairs))
                .toList();
        return new MotifClusters(clusters, newick(all, joins));
    }

    /** The consensus of every cluster, with the identifier of the cluster and the name of its centre. */
    public List<Motif> consensus() {
        return IntStream.range(0, clusters.size())
                .mapToObj(c -> consensus(id(c), clusters.get(c).consensus()))
                .toList();
    }

    private static Motif consensus(String id, Motif mean) {
        return new Motif(id, mean.name().isEmpty() ? mean.id() : mean.name(), mean.matrix(), mean.sites(), "")
                .withAlphabet(mean.alphabet());
    }

    /** One row per motif, in the order of the clusters. */
    public List<ClusterRow> rows() {
        List<ClusterRow> rows = new ArrayList<>();
        for (int c = 0; c < clusters.size(); c++) {
            MotifCluster cluster = clusters.get(c);
            for (MotifCluster.Member member : cluster.members()) {
                rows.add(ClusterRow.of(id(c), cluster, member));
            }
        }
        return rows;
    }

    private static String id(int cluster) {
        return "cluster_" + (cluster + 1);
    }

    private static String newick(List<Motif> motifs, List<AverageLinkage.Join> joins) {
        List<String> texts = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (Motif motif : motifs) {
            texts.add(label(motif));
            heights.add(0.0);
        }
        for (AverageLinkage.Join join : joins) {
            texts.add("(" + branch(texts, heights, join.first(), join.height()) + ","
                    + branch(texts, heights, join.second(), join.height()) + ")");
            heights.add(join.height());
            texts.set(join.first(), "");
            texts.set(join.second(), "");
        }
        return texts.getLast() + ";";
    }

    private static String branch(List<String> texts, List<Double> heights, int node, double height) {
        return texts.get(node) + String.format(Locale.ROOT, ":%.4f", Math.max(0, height - heights.get(node)));
    }

    /** A quoted label: identifier and name, with single quotes doubled. */
    private static String label(Motif motif) {
        String text = motif.name().isEmpty() ? motif.id() : motif.id() + " " + motif.name();
        return "'" + text.replace("'", "''") + "'";
    }
}
