package org.expomotif.compare.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.expomotif.motif.Motif;
import org.junit.jupiter.api.Test;

/** The centre and the consensus of clusters of three small motifs whose alignments are given, worked out by hand. */
class MotifClusterTest {
    private static final double[] A = {1, 0, 0, 0};
    private static final double[] C = {0, 1, 0, 0};
    private static final double[] G = {0, 0, 1, 0};
    private static final double[] T = {0, 0, 0, 1};

    /** The second lies one column to the left of the first, as counts; the third one to the right, turned: C G G. */
    private static final List<Motif> MOTIFS = List.of(
            new Motif("m0", "first", new double[][] {A, C}, 10, ""),
            new Motif("m1", "", new double[][] {{0, 0, 0, 20}, {20, 0, 0, 0}, {0, 0, 20, 0}}, 20, ""),
            new Motif("m2", "", new double[][] {C, C, G}, 0, ""));

    private static final MotifPairs PAIRS = new MotifPairs(
            new double[][] {{-9, -5, -4}, {-6, -9, -1}, {-4, -1, -300}},
            new short[][] {{0, 1, -1}, {-1, 0, 0}, {1, 0, 0}},
            new boolean[][] {{false, false, true}, {false, false, false}, {true, false, false}});

    @Test
    void theCentreMatchesTheOthersBestHoweverWellOneMatchesItself() {
        MotifCluster cluster = MotifCluster.of(List.of(1, 0, 2), MOTIFS, PAIRS);
        assertThat(cluster.centre()).isSameAs(MOTIFS.get(0));
        assertThat(cluster.consensus().id()).isEqualTo("m0");
        assertThat(cluster.consensus().name()).isEqualTo("first");
    }

    @Test
    void theConsensusIsTheMeanOfColumnsThatHalfOfTheMembersHave() {
        Motif three = MotifCluster.of(List.of(1, 0, 2), MOTIFS, PAIRS).consensus();
        assertThat(three.width()).isEqualTo(2);
        assertThat(three.matrix()[0]).containsExactly(A);
        assertThat(three.matrix()[1]).containsExactly(new double[] {0, 2 / 3.0, 1 / 3.0, 0}, within(1e-15));
        assertThat(three.sites()).isEqualTo(30);
        Motif two = MotifCluster.of(List.of(0, 1), MOTIFS, PAIRS).consensus();
        assertThat(two.matrix()).isDeepEqualTo(new double[][] {T, A, {0, 0.5, 0.5, 0}});
        Motif turned = MotifCluster.of(List.of(0, 2), MOTIFS, PAIRS).consensus();
        assertThat(turned.matrix()).isDeepEqualTo(new double[][] {A, C, G, G});
    }
}
