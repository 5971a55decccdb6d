package org.expomotif.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.expomotif.testing.Dna.sequence;

import java.util.List;
import java.util.Random;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.dna.OneHot;
import org.expomotif.network.Evaluator.Explained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributions of networks for which they can be derived by hand or computed by further predictions. */
class AttributionMethodTest {
    private static final String LETTERS = "GATTACANCCGTA";

    private static float[] oneHot(DnaSequence sequence) {
        float[] input = new float[4 * sequence.length()];
        OneHot.encode(sequence.codes(), input, 0);
        return input;
    }

    private static TargetOutput probability(KnownFunction function) {
        return new TargetOutput(function, 0, Explained.PROBABILITY);
    }

    private static TargetOutput logit(KnownFunction function) {
        return new TargetOutput(function, 0, Explained.LOGIT);
    }

    private static Attribution explain(AttributionMethod method, TargetOutput target, DnaSequence sequence) {
        return method.explain(target, List.of(sequence)).getFirst();
    }

    @Test
    void saliencyOfALinearMapIsItsWeights() {
        KnownFunction linear = KnownFunction.linear(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Attribution explanation = explain(new Saliency(false), logit(linear), sequence("s", "CnT"));
        assertThat(explanation.scores()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(explanation.baseScores()).containsExactly(2, 0, 12);
        assertThat(explanation.output()).isEqualTo(0.25 + 2 + 6.5 + 12);
        assertThat(explanation.referenceOutput()).isNaN();
        assertThat(explanation.gap()).isNaN();
    }

    @Test
    void inputTimesGradientKeepsTheBasesPresent() {
        KnownFunction linear = KnownFunction.linear(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Attribution explanation = explain(new InputTimesGradient(false), logit(linear), sequence("s", "CnT"));
        assertThat(explanation.scores()).containsExactly(0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12);
        assertThat(explanation.baseScores()).containsExactly(2, 0, 12);
    }

    @ParameterizedTest
    @EnumSource(Explained.class)
    void saliencyIsTheFiniteDifferenceOfTheOutput(Explained explained) {
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 0.3);
        DnaSequence sequence = sequence("s", LETTERS);
        Attribution explanation = explain(new Saliency(false), new TargetOutput(curved, 0, explained), sequence);
        float[] input = oneHot(sequence);
        float h = 1 / 1024f;
        for (int i = 0; i < input.length; i++) {
            float middle = input[i];
            input[i] = middle + h;
            double above = curved.logit(input, 0);
            input[i] = middle - h;
            double below = curved.logit(input, 0);
            input[i] = middle;
            double difference = explained == Explained.LOGIT
                    ? above - below
                    : KnownFunction.sigmoid(above) - KnownFunction.sigmoid(below);
            assertThat((double) explanation.scores()[i]).isCloseTo(difference / (2 * h), within(1e-6));
        }
    }

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
    void mutagenesisPredictsEveryMutant() {
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 0.3);
        DnaSequence sequence = sequence("s", LETTERS);
        Attribution explanation = explain(new Mutagenesis(), probability(curved), sequence);
        float original = curved.probabilities(oneHot(sequence), 1)[0];
        for (int i = 0; i < LETTERS.length(); i++) {
            double squares = 0;
            for (int base = 0; base < 4; base++) {
                float expected = 0;
                if (LETTERS.charAt(i) != 'N') {
                    String mutant = LETTERS.substring(0, i) + (char) Nucleotide.letter(base) + LETTERS.substring(i + 1);
                    expected = curved.probabilities(oneHot(sequence("m", mutant)), 1)[0] - original;
                }
                assertThat(explanation.scores()[4 * i + base]).isEqualTo(expected);
                squares += (double) expected * expected;
            }
            assertThat(explanation.baseScores()[i]).isEqualTo((float) Math.sqrt(squares));
        }
        assertThat(explanation.baseScores()[0]).isPositive();
        assertThat(explanation.baseScores()[7]).isZero();
        assertThat(explanation.output()).isEqualTo(original);
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
    void theScoresOfASequenceDoNotDependOnTheOthers() {
        KnownFunction curved = KnownFunction.curved(40, 0.3);
        Random random = new Random(5);
        List<DnaSequence> sequences = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> sequence("s" + i, randomLetters(random, 40)))
                .toList();
        for (AttributionMethod method : List.of(
                new Saliency(true),
                new SmoothGrad(4, 0.1, 3, true),
                new DeepLift(GeneratedReferences.shuffled(11)),
                new ExpectedIntegratedGradients(new GeneratedReferences(ReferenceKind.DINUCLEOTIDE, 7, 1), 9, 2),
                new Mutagenesis(),
                new IntegratedGradients(new GeneratedReferences(ReferenceKind.SHUFFLE, 10, 11), 5))) {
            List<Attribution> together = method.explain(probability(curved), sequences);
            for (int i = 0; i < sequences.size(); i += 7) {
                Attribution alone = explain(method, probability(curved), sequences.get(i));
                assertThat(together.get(i).sequence()).isSameAs(sequences.get(i));
                assertThat(together.get(i).scores()).containsExactly(alone.scores());
                assertThat(together.get(i).output()).isEqualTo(alone.output());
            }
        }
        assertThat(curved.calls).allMatch(n -> n <= 512).contains(512);
    }

    private static String randomLetters(Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append("ACGT".charAt(random.nextInt(4)));
        }
        return letters.toString();
    }

    @Test
    void callsOfLongInputsStaySmall() {
        KnownFunction curved = KnownFunction.curved(10_000, 0);
        explain(new Mutagenesis(), probability(curved), sequence("s", "ACGT".repeat(10) + "N".repeat(9_960)));
        assertThat(curved.calls).allMatch(n -> n <= 13);
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
    void theCorrectedGradientHasNoMeanOverTheLetters() {
        KnownFunction linear = KnownFunction.linear(1, 2, 3, 6, 5, 5, 5, 5, 0, 0, 0, 4);
        Attribution explanation = explain(new Saliency(true), logit(linear), sequence("s", "CnT"));
        assertThat(explanation.scores()).containsExactly(-2, -1, 0, 3, 0, 0, 0, 0, -1, -1, -1, 3);
        assertThat(explanation.baseScores()).containsExactly(-1, 0, 3);
        Attribution present = explain(new InputTimesGradient(true), logit(linear), sequence("s", "CnT"));
        assertThat(present.scores()).containsExactly(0, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3);
    }

    @Test
    void smoothedGradientsOfALinearMapAreItsWeightsAndWithoutNoiseTheGradient() {
        KnownFunction linear = KnownFunction.linear(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(explain(new SmoothGrad(7, 0.5, 1, false), logit(linear), sequence("s", "CAT"))
                        .scores())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 0.3);
        DnaSequence sequence = sequence("s", LETTERS);
        Attribution still = explain(new SmoothGrad(1, 0, 1, false), probability(curved), sequence);
        Attribution gradient = explain(new Saliency(false), probability(curved), sequence);
        assertThat(still.scores()).containsExactly(gradient.scores());
        assertThat(still.output()).isEqualTo(gradient.output());
        // The gradient (1 + 2 c w.x) w is linear in x, so noise of mean 0 leaves its expectation.
        Attribution noisy = explain(new SmoothGrad(20_000, 0.2, 1, false), logit(curved), sequence);
        Attribution clean = explain(new Saliency(false), logit(curved), sequence);
        for (int i = 0; i < 4 * LETTERS.length(); i++) {
            double sd = 0.2 * 2 * 0.3 * norm(curved.weights) * Math.abs(curved.weights[i]) / Math.sqrt(20_000);
            assertThat((double) noisy.scores()[i]).isCloseTo(clean.scores()[i], within(4 * sd + 1e-6));
        }
        assertThat(noisy.scores()).isNotEqualTo(clean.scores());
    }

    private static double norm(float[] weights) {
        double squares = 0;
        for (float w : weights) {
            squares += (double) w * w;
        }
        return Math.sqrt(squares);
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

    @Test
    void refusesInvalidSettings() {
        assertThatThrownBy(() -> new GeneratedReferences(ReferenceKind.ZERO, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IntegratedGradients(new GeneratedReferences(ReferenceKind.SHUFFLE, 2, 1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TargetOutput(KnownFunction.curved(3, 0), 1, Explained.LOGIT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
