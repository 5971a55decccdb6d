package org.expomotif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.QueryMatches;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class MatchFractionTest {
    private static final List<Motif> TRUTH = List.of(motif("MA0151.1"), motif("MA0466.2"));
    private static final List<Motif> TARGETS =
            List.of(motif("MA0151.3"), motif("MA0466.2"), motif("MA0615.1"), motif("MA0001.1"));

    @Test
    void anyVersionOfAPlantedMatrixCountsAtAnyRank() {
        MatchFraction fraction = fraction(
                List.of(motif("f0"), motif("f1"), motif("f2"), motif("f3")),
                matches("f0", "MA0001.1", "MA0151.3"),
                matches("f1", "MA0001.1"),
                matches("f2"),
                matches("f3", "MA0151.3"));
        assertThat(fraction.fraction()).isEqualTo(0.5);
        assertThat(fraction.known()).isEqualTo(0.75);
        assertThat(fraction.missed()).containsExactly("MA0466");
        assertThat(fraction.rows().getFirst().rank()).isEqualTo(2);
        assertThat(fraction.rows().getFirst().planted()).isEqualTo("MA0151.3");
        assertThat(fraction.rows().getFirst().best()).isEqualTo("MA0001.1");
        assertThat(fraction.rows().get(1).planted()).isEqualTo("none");
        assertThat(fraction.rows().get(1).qValue()).isNaN();
        assertThat(fraction.lines())
                .containsExactly(
                        "match-fraction 0.5000 (2 of 4 queries match a planted motif)",
                        "known-fraction 0.7500 (queries that match any target)",
                        "planted-found 1 of 2, not MA0466");
    }

    @Test
    void matchesByChanceDoNotCount() {
        Motif uniform = new Motif("u", "", new double[][] {{.25, .25, .25, .25}, {.3, .2, .25, .25}}, 0, "");
        MatchFraction fraction = fraction(
                List.of(motif("f0"), motif("f1"), uniform),
                matches("f0", "MA0615.1"),
                matches("f1", "MA0615.1", "MA0466.2"),
                matches("u", "MA0466.2"));
        assertThat(fraction.rows()).extracting(MatchFraction.Row::best).containsExactly("none", "MA0615.1", "none");
        assertThat(fraction.matched()).isEqualTo(1);
    }

    @Test
    void plantedMotifsMustBeAmongTheTargets() {
        List<Motif> strange = List.of(motif("X.1"));
        assertThatThrownBy(() -> MatchFraction.of(List.of(matches("f")), List.of(motif("f")), strange, TARGETS))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("none of the planted motifs is among the targets");
        MatchFraction partly = MatchFraction.of(
                List.of(matches("f")), List.of(motif("f")), List.of(motif("X.1"), motif("MA0151.9")), TARGETS);
        assertThat(partly.lines()).contains("planted-absent-from-targets X");
    }

    @Test
    void versionsAreDigitsAfterTheLastDot() {
        assertThat(MatchFraction.base("MA0151.12")).isEqualTo("MA0151");
        assertThat(MatchFraction.base("a.b")).isEqualTo("a.b");
        assertThat(MatchFraction.base("a.")).isEqualTo("a.");
        assertThat(MatchFraction.base(".1")).isEqualTo(".1");
    }

    private static MatchFraction fraction(List<Motif> queries, QueryMatches... results) {
        return MatchFraction.of(List.of(results), queries, TRUTH, TARGETS);
    }

    private static QueryMatches matches(String query, String... targets) {
        return new QueryMatches(
                query,
                List.of(targets).stream()
                        .map(t -> new MotifMatch(query, t, 0, 1e-5f, 1e-3f, 1e-4f, 4, "A", "A", '+'))
                        .toList());
    }

    private static Motif motif(String id) {
        return Motif.of(id, new double[][] {{1, 0, 0, 0}});
    }
}
