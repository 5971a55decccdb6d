package org.expomotif.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Hierarchical clustering by average linkage (Sokal and Michener 1958), by chains of nearest neighbours: from any
 * cluster to its nearest, until two are each other's nearest and are joined. As average linkage is reducible, the joins
 * are those of the greedy way, in O(n^2).
 */
final class AverageLinkage {
    /**
     * Two clusters become one. Items are 0 to n - 1, the cluster of join k (by height) is n + k.
     *
     * @param height the mean distance of their items
     */
    record Join(int first, int second, double height) {}

    private record Found(int first, int second, double height) {}

    private AverageLinkage() {}

    /**
     * Joins all items, the nearest first.
     *
     * @param distances symmetric; overwritten
     */
    static List<Join> join(double[][] distances) {
        int n = distances.length;
        int[] sizes = new int[n];
        Arrays.fill(sizes, 1);
        List<Found> found = new ArrayList<>();
        int[] chain = new int[n];
        int length = 0;
        while (found.size() < n - 1) {
            if (length == 0) {
                chain[length++] = firstAlive(sizes);
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
            int gone = Math.max(last, nearest);
            found.add(new Found(kept, gone, distances[kept][gone]));
            merge(distances, sizes, kept, gone);
        }
        return numbered(found, n);
    }

    private static int firstAlive(int[] sizes) {
        int i = 0;
        while (sizes[i] == 0) {
            i++;
        }
        return i;
    }

    /** The nearest; of equals the one before in the chain, else the first. */
    private static int nearest(double[] row, int[] sizes, int self, int preferred) {
        int best = preferred;
        for (int j = 0; j < row.length; j++) {
            if (j != self && sizes[j] > 0 && (best < 0 || row[j] < row[best])) {
                best = j;
            }
        }
        return best;
    }

    private static void merge(double[][] distances, int[] sizes, int kept, int gone) {
        double first = sizes[kept];
        double second = sizes[gone];
        for (int j = 0; j < sizes.length; j++) {
            if (sizes[j] > 0 && j != kept && j != gone) {
                double mean = (first * distances[kept][j] + second * distances[gone][j]) / (first + second);
                distances[kept][j] = mean;
                distances[j][kept] = mean;
            }
        }
        sizes[kept] += sizes[gone];
        sizes[gone] = 0;
    }

    /** Sorts joins by height and gives each cluster its number. */
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
