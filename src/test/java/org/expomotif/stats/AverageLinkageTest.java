package org.expomotif.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AverageLinkageTest {
    @Test
    void joinsTheNearestFirst() {
        double[][] distances = {{0, 1, 4}, {1, 0, 6}, {4, 6, 0}};
        assertThat(AverageLinkage.join(distances))
                .containsExactly(new AverageLinkage.Join(0, 1, 1), new AverageLinkage.Join(3, 2, 5));
    }

    @Test
    void chainsGiveTheJoinsOfTheGreedyAlgorithm() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 40;
        double[][] distances = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = random.nextDouble();
                distances[j][i] = distances[i][j];
            }
        }
        List<Double> expected = greedyHeights(distances);
        List<AverageLinkage.Join> joins = AverageLinkage.join(distances);
        assertThat(joins).hasSize(n - 1);
        for (int k = 0; k < n - 1; k++) {
            assertThat(joins.get(k).height()).isCloseTo(expected.get(k), within(1e-12));
        }
    }

    private static List<Double> greedyHeights(double[][] distances) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < distances.length; i++) {
            clusters.add(List.of(i));
        }
        List<Double> heights = new ArrayList<>();
        while (clusters.size() > 1) {
            double minimum = Double.POSITIVE_INFINITY;
            int[] pair = new int[2];
            for (int a = 0; a < clusters.size(); a++) {
                for (int b = 0; b < a; b++) {
                    double sum = 0;
                    for (int i : clusters.get(a)) {
                        for (int j : clusters.get(b)) {
                            sum += distances[i][j];
                        }
                    }
                    double mean = sum / clusters.get(a).size() / clusters.get(b).size();
                    if (mean < minimum) {
                        minimum = mean;
                        pair = new int[] {a, b};
                    }
                }
            }
            List<Integer> both = new ArrayList<>(clusters.remove(pair[0]));
            both.addAll(clusters.remove(pair[1]));
            clusters.add(both);
            heights.add(minimum);
        }
        return heights;
    }
}
