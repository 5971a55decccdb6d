package org.expomotif.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Motifs grouped by mutual match.
 *
 * <p>The p-value of a pair is the greater of the two that the motifs have as query and target. Average linkage joins
 * groups while the mean of log10 p over the pairs between them is at most that of the threshold. In the tree the height
 * of a node is that mean plus 20, at least 0: leaves that are joined at height h match with a p of 10^(h - 20).
 *
 * @param clusters largest first, then by their first motif
 * @param newick the tree of all motifs
 */
public record MotifClusters(List<MotifCluster> clusters, String newick) {
    /** Where the scale of heights begins: p-values of 10^-20 and less are all at height 0. */
    public static final double DEPTH = 20;

    /** Memory grows with the square of their number: 50 GB for so many. */
    private static final int MOST_MOTIFS = 50_000;

    /** Keeps its own copy of the list. */
    public MotifClusters {
        clusters = List.copyOf(clusters);
    }

    /**
     * Groups motifs.
     *
     * @param motifs at least one, with different identifiers
     * @param threshold the greatest p-value, as the geometric mean over pairs, at which groups are joined
     * @throws UserException when there are more than 50,000 motifs, or one is too wide
     */
    public static MotifClusters of(
            MotifSet motifs, TomtomOptions options, double threshold, int threads, Progress progress) {
        List<Motif> all = motifs.motifs();
        int n = all.size();
        if (n > MOST_MOTIFS) {
            throw new UserException("there are too many motifs to group")
                    .expected("at most " + MOST_MOTIFS)
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
        List<MotifCluster> clusters = members(n, joins, Math.log10(threshold) + DEPTH).stream()
                .sorted(Comparator.comparingInt((List<Integer> m) -> -m.size()).thenComparingInt(List::getFirst))
                .map(m -> MotifCluster.of(m, all, pairs))
                .toList();
        return new MotifClusters(clusters, newick(all, joins));
    }

    /** The members of the groups that are left when joins above a height are undone, ascending. */
    private static List<List<Integer>> members(int n, List<AverageLinkage.Join> joins, double height) {
        List<List<Integer>> nodes = new ArrayList<>();
        List<Boolean> top = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            nodes.add(List.of(i));
            top.add(true);
        }
        for (AverageLinkage.Join join : joins) {
            if (join.height() > height) {
                break;
            }
            List<Integer> both = new ArrayList<>(nodes.get(join.first()));
            both.addAll(nodes.get(join.second()));
            nodes.add(both.stream().sorted().toList());
            top.set(join.first(), false);
            top.set(join.second(), false);
            top.add(true);
        }
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (top.get(i)) {
                groups.add(nodes.get(i));
            }
        }
        return groups;
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

    /** A quoted label: identifier and name, quotes doubled. */
    private static String label(Motif motif) {
        String text = motif.name().isEmpty() ? motif.id() : motif.id() + " " + motif.name();
        return "'" + text.replace("'", "''") + "'";
    }
}
