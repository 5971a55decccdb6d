package org.expomotif.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupSearchTest {
    @Test
    void theTailIsThatOfABinomialDistribution() {
        // One member and one added decoy, a share of 1/2: at least one of two.
        assertThat(GroupSearch.tail(1, 0, 0.5)).isCloseTo(0.75, within(1e-6));
        // At least two of four, a share of 1/3: 1 - 16/81 - 32/81.
        assertThat(GroupSearch.tail(2, 1, 1 / 3.0)).isCloseTo(33 / 81.0, within(1e-6));
        assertThat(GroupSearch.tail(100, 100, 0.5)).isBetween(0.4, 0.6);
        assertThat(GroupSearch.tail(100, 3, 0.5)).isLessThan(1e-20);
    }

    @Test
    void chanceGroupsAreCountedWhereTheyOccur() {
        ChanceGroups chance = new ChanceGroups(List.of(List.of(9, 5, 4, 2, 1), List.of(7, 6, 3, 1)));
        assertThat(chance.expected(1)).isEqualTo(4.5);
        assertThat(chance.expected(3)).isEqualTo(3);
        // The six largest are 9, 7, 6, 5, 4 and 3: 16 above 3 in all, and one is added.
        assertThat(chance.expected(10)).isCloseTo(3 * Math.pow(17.0 / 23, 7), within(1e-12));
        assertThat(chance.expected(9)).isEqualTo(0.5);
    }

    @Test
    void chanceGroupsOfSingleWindowsLeaveLargerOnesPossible() {
        ChanceGroups chance = new ChanceGroups(Collections.nCopies(5, List.of(1, 1, 1, 1)));
        assertThat(chance.expected(2)).isBetween(0.1, 0.3);
    }
}
