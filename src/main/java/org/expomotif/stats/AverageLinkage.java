package org.expomotif.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Hierarchical clustering by average linkage (Sokal and Michener 1958) with the nearest-neighbour chain algorithm. A
 * chain leads from a cluster to its nearest neighbour until two clusters are each other's nearest neighbours; these are
 * joined. Average linkage is reducible, so the joins equal those of the greedy algorithm, in O(n^2).
 */
public final class AverageLinkage {
    /**
     * A join of two clusters. Items have the numbers 0 to n - 1; the cluster made by join k, in order of height, has
     * the number n + k.
     *
     * @param height mean distance between the items of the two clusters
     */
    public record Join(int first, int second, double height) {}

    private record Found(int first, int second, double height) {}

    private AverageLinkage() {}

    /**
     * Joins all items and returns the joins in order of height.
     *
     * @param distances symmetric matrix of distances; overwritten
     */
    public static List<Join> join(double[][] distances) {
        int n = distances.length;
        int[] sizes = new int[n];
        Arrays.fill(sizes, 1);
        List<Found> found = new ArrayList<>();
        int[] chain = new int[n];
        int length = 0;
        while (found.size() < n - 1) {
            if (length == 0) {
                chain[length++] = firstRemaining(sizes);
            }
            int last = chain[length - 1];
            int previous = length > 1 ? chain[length - 2] : -1;
            int nearest = nearest(distances[last], sizes, last, previous);
            if (nearest != previous) {
                chain[length++] = nearest;
                continue;
            }
            length -= 2;
            int kept = Math.min(last, nearest);
            int removed = Math.max(last, nearest);
            found.add(new Found(kept, removed, distances[kept][removed]));
            merge(distances, sizes, kept, removed);
        }
        return numbered(found, n);
    }

    /**
     * The groups that remain when the joins above a height are undone.
     *
     * @param items number of items
     * @param joins the joins of these items, in order of height
     * @return the items of each group in ascending order
     */
    public static List<List<Integer>> groups(int items, List<Join> joins, double height) {
        List<List<Integer>> nodes = new ArrayList<>();
        List<Boolean> top = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            nodes.add(List.of(i));
            top.add(true);
        }
        for (Join join : joins) {
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

    private static int firstRemaining(int[] sizes) {
        int i = 0;
        while (sizes[i] == 0) {
            i++;
        }
        return i;
    }

    /** The nearest cluster; ties go to the previous cluster of the chain, then to the first. */
    private static int nearest(double[] row, int[] sizes, int self, int preferred) {
        int best = preferred;
        for (int j = 0; j < row.length; j++) {
            if (j != self && sizes[j] > 0 && (best < 0 || row[j] < row[best])) {
                best = j;
            }
        }
        return best;
    }

    private static void merge(double[][] distances, int[] sizes, int kept, int removed) {
        double first = sizes[kept];
        double second = sizes[removed];
        for (int j = 0; j < sizes.length; j++) {
            if (sizes[j] > 0 && j != kept && j != removed) {
                double mean = (first * distances[kept][j] + second * distances[removed][j]) / (first + second);
                distances[kept][j] = mean;
                distances[j][kept] = mean;
            }
        }
        sizes[kept] += sizes[removed];
        sizes[removed] = 0;
    }

    /** Sorts joins by height and numbers the clusters. */
    private static List<Join> numbered(List<Found> found, int n) {
        List<Found> sorted =
                found.stream().sorted(Comparator.comparingDouble(Found::height)).toList();
        int[] cluster = new int[n];
        for (int i = 0; i < n; i++) {
            cluster[i] = i;
        }
        List<Join> joins = new ArrayList<>();
        for (Found next : sorted) {
            joins.add(new Join(cluster[next.first()], cluster[next.second()], next.height()));
            cluster[next.first()] = n + joins.size() - 1;
        }
        return joins;
    }
}
