package org.expomotif.discover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.run.IndexedTasks;
import org.expomotif.stats.AverageLinkage;

/**
 * Groups windows that are more similar to each other than chance. By average linkage, the two groups with the highest
 * mean similarity of their windows are joined until that similarity is below a cut. The cut is the 99th percentile of
 * the similarities of windows with permuted windows.
 */
final class WindowGroups {
    /** Fraction of the pairs with a permuted window that are below the cut. */
    private static final double QUANTILE = 0.99;

    /** Pairs from which the cut is taken. */
    private static final int PAIRS = 20_000;

    /** Windows with nothing in common are not similar, however many there are. */
    private static final double MINIMUM_CUT = 0.01;

    private final boolean stranded;
    private final int threads;

    WindowGroups(boolean stranded, int threads) {
        this.stranded = stranded;
        this.threads = threads;
    }

    /** Compares windows on the strands that count; not for use by several threads at once. */
    WindowAligner aligner() {
        return new WindowAligner(stranded);
    }

    /**
     * The 99th percentile of the similarities of windows with permuted windows; 0.01 if that is lower.
     *
     * @param windows at least one
     */
    double cut(List<SeqletWindow> windows, SplittableRandom random) {
        WindowAligner aligner = aligner();
        double[] similarities = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            SeqletWindow first = windows.get(random.nextInt(windows.size()));
            SeqletWindow second = windows.get(random.nextInt(windows.size())).permuted(random);
            similarities[i] = aligner.similarity(first, second, second.reverseComplement());
        }
        Arrays.sort(similarities);
        return Math.max(MINIMUM_CUT, similarities[(int) (QUANTILE * PAIRS)]);
    }

    /**
     * The groups, largest first, then by their first window.
     *
     * @param cut minimum mean similarity of the pairs between groups that are joined
     * @return the indices of the windows of each group in ascending order
     */
    List<List<Integer>> groups(List<SeqletWindow> windows, double cut) {
        int n = windows.size();
        if (n == 0) {
            return List.of();
        }
        List<AverageLinkage.Join> joins = AverageLinkage.join(distances(windows));
        List<List<Integer>> groups = new ArrayList<>(AverageLinkage.groups(n, joins, 1 - cut));
        groups.sort(
                Comparator.comparingInt((List<Integer> group) -> -group.size()).thenComparingInt(List::getFirst));
        return groups;
    }

    private double[][] distances(List<SeqletWindow> windows) {
        List<SeqletWindow> turned =
                windows.stream().map(SeqletWindow::reverseComplement).toList();
        int n = windows.size();
        double[][] distances = new double[n][n];
        IndexedTasks.run(n, threads, this::aligner, (aligner, i) -> {
            for (int j = 0; j < i; j++) {
                double distance = 1 - aligner.similarity(windows.get(i), windows.get(j), turned.get(j));
                distances[i][j] = distance;
                distances[j][i] = distance;
            }
        });
        return distances;
    }
}
