package org.expomotif.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.expomotif.attribution.Explained.LETTERS;
import static org.expomotif.attribution.Explained.explain;
import static org.expomotif.attribution.Explained.logit;
import static org.expomotif.attribution.Explained.oneHot;
import static org.expomotif.attribution.Explained.probability;
import static org.expomotif.testing.Dna.sequence;

import java.util.List;
import java.util.Random;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.network.OutputScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attributions of networks for which they can be derived by hand or computed by further predictions. */
class AttributionMethodTest {
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
    @EnumSource(OutputScale.class)
    void saliencyIsTheFiniteDifferenceOfTheOutput(OutputScale scale) {
        KnownFunction curved = KnownFunction.curved(LETTERS.length(), 0.3);
        DnaSequence sequence = sequence("s", LETTERS);
        Attribution explanation = explain(new Saliency(false), new TargetOutput(curved, 0, scale), sequence);
        float[] input = oneHot(sequence);
        float h = 1 / 1024f;
        for (int i = 0; i < input.length; i++) {
            float middle = input[i];
            input[i] = middle + h;
            double above = curved.logit(input, 0);
            input[i] = middle - h;
            double below = curved.logit(input, 0);
            input[i] = middle;
            double difference = scale == OutputScale.LOGIT
                    ? above - below
                    : KnownFunction.sigmoid(above) - KnownFunction.sigmoid(below);
            assertThat((double) explanation.scores()[i]).isCloseTo(difference / (2 * h), within(1e-6));
        }
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
    void refusesInvalidSettings() {
        assertThatThrownBy(() -> new GeneratedReferences(ReferenceKind.ZERO, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IntegratedGradients(new GeneratedReferences(ReferenceKind.SHUFFLE, 2, 1), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TargetOutput(KnownFunction.curved(3, 0), 1, OutputScale.LOGIT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
