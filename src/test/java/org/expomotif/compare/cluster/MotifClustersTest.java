package org.expomotif.compare.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.motif.Consensus;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.junit.jupiter.api.Test;

class MotifClustersTest {
    private static final List<String> WORDS = List.of("TGACGTCAGG", "CCGGAAGTAC", "GCCACGTGTT", "TTTATAGGCA");
    private final SplittableRandom random = new SplittableRandom(11);

    /** Each word unchanged, shortened by two letters on the left, and reverse complemented. */
    private MotifClusters clusters() {
        List<Motif> motifs = new ArrayList<>();
        for (int w = 0; w < WORDS.size(); w++) {
            motifs.add(motif("whole" + w, WORDS.get(w)));
            motifs.add(motif("short" + w, WORDS.get(w).substring(2)));
            motifs.add(motif("turned" + w, WORDS.get(w)).reverseComplement());
        }
        return MotifClusters.of(new MotifSet(motifs, Optional.empty()), TomtomOptions.DEFAULT, 1e-4, 2, Progress.NONE);
    }

    @Test
    void groupsAreTheFamiliesOfTheWords() {
        List<MotifCluster> clusters = clusters().clusters();
        assertThat(clusters).hasSize(4);
        for (int w = 0; w < 4; w++) {
            String family = "" + w;
            assertThat(clusters.get(w).members())
                    .hasSize(3)
                    .allMatch(member -> member.motif().id().endsWith(family) && member.pValue() < 1e-4);
        }
    }

    @Test
    void consensusIsTheMeanOfTheAlignedColumns() {
        for (MotifCluster cluster : clusters().clusters()) {
            double[][] matrix = cluster.consensus().matrix();
            Motif centre = cluster.centre();
            int family = centre.id().charAt(centre.id().length() - 1) - '0';
            String found = Consensus.iupac(matrix);
            String turned =
                    Consensus.iupac(Motif.of("", matrix).reverseComplement().matrix());
            assertThat(WORDS.get(family)).isIn(found, turned);
            assertThat(cluster.consensus().sites()).isEqualTo(60);
            for (double[] row : matrix) {
                assertThat(row[0] + row[1] + row[2] + row[3]).isCloseTo(1, within(1e-12));
            }
        }
    }

    @Test
    void treeContainsEveryMotifOnce() {
        String newick = clusters().newick();
        assertThat(newick).endsWith(";").startsWith("(");
        assertThat(newick.chars().filter(c -> c == '(').count()).isEqualTo(11);
        for (int w = 0; w < 4; w++) {
            assertThat(newick).containsOnlyOnce("'whole" + w + "'").containsOnlyOnce("'turned" + w + "'");
        }
    }

    private Motif motif(String id, String word) {
        double[][] matrix = new double[word.length()][4];
        for (int i = 0; i < matrix.length; i++) {
            double noise = 0.04 + 0.05 * random.nextDouble();
            Arrays.fill(matrix[i], noise);
            matrix[i]["ACGT".indexOf(word.charAt(i))] = 1 - 3 * noise;
        }
        return new Motif(id, "", matrix, 20, "");
    }
}
