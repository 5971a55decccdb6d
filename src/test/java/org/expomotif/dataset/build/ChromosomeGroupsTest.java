package org.expomotif.dataset.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.expomotif.dataset.Split;
import org.junit.jupiter.api.Test;

class ChromosomeGroupsTest {
    private static final List<String> CHROMOSOMES = List.of("a", "b", "c", "d", "e");

    private static List<String> names(SplitRule rule, Map<String, Integer> positives) {
        ChromosomeGroups groups = ChromosomeGroups.of(rule, CHROMOSOMES, positives, "g.fa");
        return CHROMOSOMES.stream().map(name -> groups.name(groups.group(name))).toList();
    }

    @Test
    void chromosomesAreChosenByName() {
        SplitRule rule = new SplitRule.Names(List.of("b"), List.of("c", "d"));
        assertThat(names(rule, Map.of("a", 1))).containsExactly("train", "valid", "test", "test", "train");
        assertThatThrownBy(() -> names(new SplitRule.Names(List.of("chra"), List.of()), Map.of()))
                .hasMessage("g.fa: the genome has no sequence chra: expected names such as a, b, c; write a in"
                        + " --valid-chromosomes");
    }

    @Test
    void sharesAreApproachedByWholeChromosomes() {
        // Of 100: 60 to train; then train lacks 10, valid 10, test 20: c to test; b to train; d to valid; e nowhere.
        assertThat(names(new SplitRule.Shares(0.7, 0.1, 0.2), Map.of("a", 60, "b", 10, "c", 20, "d", 10)))
                .containsExactly("train", "train", "test", "valid", "train");
        assertThat(names(new SplitRule.Shares(1, 0, 0), Map.of("a", 60, "b", 10)))
                .containsOnly("train");
    }

    @Test
    void noSplitIsEmptyWhereThereAreChromosomesForAll() {
        assertThat(names(new SplitRule.Shares(0.8, 0.1, 0.1), Map.of("a", 10, "b", 10, "c", 10)))
                .startsWith("train", "valid", "test");
        assertThat(names(new SplitRule.Shares(0.8, 0.1, 0.1), Map.of("a", 10, "b", 10)))
                .startsWith("train", "valid");
    }

    @Test
    void everyFoldIsTestOnceAndValidOnce() {
        Map<String, Integer> positives = Map.of("a", 10, "b", 10, "c", 10, "d", 10);
        ChromosomeGroups groups = ChromosomeGroups.of(new SplitRule.Folds(4), CHROMOSOMES, positives, "g.fa");
        assertThat(CHROMOSOMES.subList(0, 4).stream().map(groups::group)).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(groups.divisions()).isEqualTo(4);
        for (int division = 0; division < 4; division++) {
            for (int group = 0; group < 4; group++) {
                Split expected =
                        group == division ? Split.TEST : group == (division + 1) % 4 ? Split.VALID : Split.TRAIN;
                assertThat(groups.split(group, division)).isEqualTo(expected);
            }
        }
        assertThat(groups.name(3)).isEqualTo("fold4");
        assertThatThrownBy(() -> names(new SplitRule.Folds(4), Map.of("a", 1, "b", 1, "c", 1)))
                .hasMessageContaining("expected at least 4 chromosomes with positives, found 3 (a, b, c)");
    }
}
