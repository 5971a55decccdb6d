package org.expomotif.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.expomotif.attribution.Explained.LETTERS;
import static org.expomotif.attribution.Explained.explain;
import static org.expomotif.attribution.Explained.logit;
import static org.expomotif.attribution.Explained.oneHot;
import static org.expomotif.attribution.Explained.probability;
import static org.expomotif.testing.Dna.sequence;

import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Methods that compare a sequence with references, on networks for which the contributions are known. */
class ReferenceMethodsTest {
    @Test
    void studyScoresOfIntegratedGradientsAreAttributionTimesInput() {
        KnownFunction linear = KnownFunction.linear(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Attribution againstComposition = explain(
                new IntegratedGradients(new GeneratedReferences(ReferenceKind.GC, 1, 1), 3),
                logit(linear),
                sequence("s", "CnT"));
        // Half G or C: the reference is a quarter of each base, so (1 - 1/4) times the weight of the base present.
        assertThat(againstComposition.studyScores()).containsExactly(1.5f, 0f, 9f);
        assertThat(againstComposition.baseScores()).containsExactly(2 - 2.5f, 0f, 12 - 10.5f);
    }

    @Test
    void integratedGradientsFromZeroOfALinearMapAreItsWeights() {
        KnownFunction linear = KnownFunction.linear(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Attribution explanation = explain(
                new IntegratedGradients(new GeneratedReferences(ReferenceKind.ZERO, 1, 1), 3),
                logit(linear),
                sequence("s", "CAT"));
        assertThat(explanation.scores()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(explanation.baseScores()).containsExactly(2, 5, 12);
        assertThat(explanation.output()).isEqualTo(19.25);
        assertThat(explanation.referenceOutput()).isEqualTo(0.25);
        assertThat(explanation.gap()).isZero();
    }

    @Test
    void integratedGradientsFromTheGcContentAreDifferencesFromTheExpectedWeight() {
        // Two of four known bases are C or G: the reference is a quarter of each base.
        KnownFunction linear =
                KnownFunction.linear(1, 2, 3, 6, 0, 4, 0, 0, 8, 0, 0, 0, /* unknown */ 5, 6, 7, 9, 0, 0, 0, 0);
        Attribution explanation = explain(
                new IntegratedGradients(new GeneratedReferences(ReferenceKind.GC, 1, 1), 1),
                logit(linear),
                sequence("s", "TCANG"));
        assertThat(explanation.baseScores()).containsExactly(3, 3, 6, 0, 0);
        assertThat(explanation.scores()).startsWith(-2, -1, 0, 3).endsWith(0, 0, 0, 0);
        assertThat(explanation.gap()).isZero();
    }

    @Test
    void integratedGradientsOfAParabolaAreExactWithOneStep() {
        // The gradient is linear along the path, and the midpoint rule is exact for linear functions.
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 0.3);
        Attribution explanation = explain(
                new IntegratedGradients(new GeneratedReferences(ReferenceKind.DINUCLEOTIDE, 4, 7), 1),
                logit(curved),
                sequence("s", LETTERS));
        assertThat(explanation.gap()).isCloseTo(0, within(1e-6));
        assertThat(explanation.sum()).isNotCloseTo(0, within(1e-3));
        assertThat(explanation.baseScores()[7]).isZero();
    }

    @ParameterizedTest
    @EnumSource(ReferenceKind.class)
    void theGapFallsWithTheSquareOfTheSteps(ReferenceKind reference) {
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 2);
        DnaSequence sequence = sequence("s", LETTERS);
        int references = reference.isRandom() ? 10 : 1;
        double[] gaps = new double[3];
        int[] steps = {20, 40, 80};
        for (int i = 0; i < 3; i++) {
            AttributionMethod method =
                    new IntegratedGradients(new GeneratedReferences(reference, references, 3), steps[i]);
            gaps[i] = Math.abs(explain(method, probability(curved), sequence).gap());
        }
        assertThat(gaps[0]).isLessThan(2e-3).isPositive();
        assertThat(gaps[1]).isCloseTo(gaps[0] / 4, within(gaps[0] / 12));
        assertThat(gaps[2]).isCloseTo(gaps[0] / 16, within(gaps[0] / 20));
    }

    @Test
    void theReferenceOutputIsTheMeanOverShuffles() {
        // The output counts C: every shuffle has as many.
        KnownFunction counts = KnownFunction.linear(0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0);
        Attribution explanation = explain(
                new IntegratedGradients(new GeneratedReferences(ReferenceKind.SHUFFLE, 5, 1), 2),
                logit(counts),
                sequence("s", "CACG"));
        assertThat(explanation.referenceOutput()).isCloseTo(2.25, within(1e-12));
        assertThat(explanation.sum()).isCloseTo(0, within(1e-6));
    }

    @Test
    void anotherSeedDrawsOtherReferences() {
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 0.3);
        DnaSequence sequence = sequence("s", LETTERS);
        float[] one = explain(
                        new IntegratedGradients(new GeneratedReferences(ReferenceKind.SHUFFLE, 1, 1), 1),
                        probability(curved),
                        sequence)
                .scores();
        float[] again = explain(
                        new IntegratedGradients(new GeneratedReferences(ReferenceKind.SHUFFLE, 1, 1), 1),
                        probability(curved),
                        sequence)
                .scores();
        float[] other = explain(
                        new IntegratedGradients(new GeneratedReferences(ReferenceKind.SHUFFLE, 1, 2), 1),
                        probability(curved),
                        sequence)
                .scores();
        assertThat(again).containsExactly(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void deepLiftOfAParabolaIsItsDividedDifferenceAndAddsUp() {
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 0.3);
        DnaSequence sequence = sequence("s", LETTERS);
        for (References references : List.of(
                new GeneratedReferences(ReferenceKind.ZERO, 1, 1),
                new GeneratedReferences(ReferenceKind.DINUCLEOTIDE, 4, 1))) {
            Attribution explanation = explain(new DeepLift(references), logit(curved), sequence);
            assertThat(explanation.gap()).isCloseTo(0, within(1e-6));
            assertThat(explanation.output()).isEqualTo(curved.logits(oneHot(sequence), 1)[0]);
            double mean = 0;
            for (float[] reference : references.draw(sequence)) {
                mean += curved.logit(reference, 0) / references.count();
            }
            assertThat(explanation.referenceOutput()).isCloseTo(mean, within(1e-6));
            // The midpoint rule is exact here too, and both methods give the same contributions for a parabola.
            Attribution integrated = explain(new IntegratedGradients(references, 1), logit(curved), sequence);
            for (int i = 0; i < 4 * LETTERS.length(); i++) {
                assertThat(explanation.scores()[i]).isCloseTo(integrated.scores()[i], within(1e-5f));
            }
        }
    }

    @Test
    void expectedGradientsConvergeToIntegratedGradients() {
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 0.3);
        DnaSequence sequence = sequence("s", LETTERS);
        References zero = new GeneratedReferences(ReferenceKind.ZERO, 1, 1);
        Attribution integrated = explain(new IntegratedGradients(zero, 200), probability(curved), sequence);
        double[] worst = new double[2];
        int[] points = {20, 500};
        for (int k = 0; k < 2; k++) {
            Attribution expected =
                    explain(new ExpectedIntegratedGradients(zero, points[k], 5), probability(curved), sequence);
            for (int i = 0; i < LETTERS.length(); i++) {
                worst[k] = Math.max(
                        worst[k], Math.abs(expected.baseScores()[i] - integrated.baseScores()[i]));
            }
        }
        assertThat(worst[1]).isLessThan(1e-4).isLessThan(worst[0]);
    }

    @Test
    void referencesOfAFileAreDrawnWithoutReplacement() {
        List<DnaSequence> pool = List.of(sequence("a", "AAA"), sequence("c", "CCC"), sequence("g", "GGN"));
        // The weight of A is 1, of C 10, of G 100.
        KnownFunction letters = KnownFunction.linear(1, 10, 100, 0, 1, 10, 100, 0, 1, 10, 100, 0);
        DnaSequence sequence = sequence("s", "TTT");
        Attribution all = explain(new DeepLift(FileReferences.of(pool, 3, 1)), logit(letters), sequence);
        assertThat(all.referenceOutput()).isCloseTo(0.25 + (3 + 30 + 200 + 27.75) / 3, within(1e-5));
        assertThat(all.baseScores()[0]).isCloseTo(-37f, within(1e-5f));
        List<Double> seen = new java.util.ArrayList<>();
        for (int seed = 0; seed < 30; seed++) {
            seen.add(explain(new DeepLift(FileReferences.of(pool, 2, seed)), logit(letters), sequence)
                    .referenceOutput());
        }
        assertThat(seen.stream().map(x -> Math.round(100 * x)).distinct())
                .containsExactlyInAnyOrder(1675L, 11563L, 12913L);
        // An unknown base is unknown in the references too, and contributes nothing.
        Attribution unknown =
                explain(new DeepLift(FileReferences.of(pool, 3, 1)), logit(letters), sequence("s", "TNT"));
        assertThat(unknown.baseScores()[1]).isZero();
    }
}
