package org.expomotif.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.expomotif.dna.Nucleotide;
import org.expomotif.network.Evaluator;
import org.expomotif.network.InputGradients;
import org.expomotif.network.Multipliers;
import org.expomotif.network.OutputScale;
import org.expomotif.run.Progress;
import org.junit.jupiter.api.Test;

class FilterMotifsTest {
    private static final double[] A = {1, 0, 0, 0};
    private static final double[] C = {0, 1, 0, 0};
    private static final double[] UNIFORM = {0.25, 0.25, 0.25, 0.25};

    @Test
    void windowsAreCentredOnStrongPositionsAndAveraged() {
        // Filter 0 is active at a G; windows of 4 bases: two before the G, the G, one after it.
        List<LearnedFilter> filters = motifs(4, false, "AACCGTAA", "TTTAAGCT");
        LearnedFilter onG = filters.getFirst();
        assertThat(onG.motif().id()).isEqualTo("filter0");
        assertThat(onG.motif().matrix())
                .isDeepEqualTo(new double[][] {{0.5, 0.5, 0, 0}, {0.5, 0.5, 0, 0}, {0, 0, 1, 0}, {0, 0.5, 0, 0.5}});
        assertThat(onG.windows()).isEqualTo(2);
        assertThat(onG.motif().sites()).isEqualTo(2);
        assertThat(onG.sequences()).isEqualTo(2);
        assertThat(onG.maximum()).isEqualTo(1);
    }

    @Test
    void windowsBeyondTheSequenceAreDropped() {
        // The window of the G at 1 would start at -1, that of the G at 7 would end at 9; those at 2 and 6 just fit.
        assertThat(motifs(4, false, "AGAAAAAA", "AAAAAAAG").getFirst().windows())
                .isZero();
        LearnedFilter fits = motifs(4, false, "AAGCAAAA", "AAAAAAGC").getFirst();
        assertThat(fits.windows()).isEqualTo(2);
        assertThat(fits.motif().matrix()).isDeepEqualTo(new double[][] {A, A, {0, 0, 1, 0}, C});
    }

    @Test
    void onlyPositionsAboveTheFractionOfTheMaximumCount() {
        // Filter 1 gives 2 on C and 1 on T: T is at half the maximum, not above it.
        LearnedFilter onC = motifs(2, false, "AACAATAA", "ATTTCAAA").get(1);
        assertThat(onC.windows()).isEqualTo(2);
        assertThat(onC.maximum()).isEqualTo(2);
        assertThat(onC.motif().matrix()).isDeepEqualTo(new double[][] {{0.5, 0, 0, 0.5}, C});
    }

    @Test
    void severalWindowsInASequenceCountOnceAsASequence() {
        LearnedFilter filter = motifs(2, false, "AGAGAGAA", "AAAAAAAA").getFirst();
        assertThat(filter.windows()).isEqualTo(3);
        assertThat(filter.sequences()).isEqualTo(1);
    }

    @Test
    void fewerThanTwoWindowsGiveTheUniformMatrix() {
        LearnedFilter one = motifs(4, true, "AAAGAAAA", "AAAAAAAA").getFirst();
        assertThat(one.windows()).isEqualTo(1);
        assertThat(one.motif().matrix()).isDeepEqualTo(new double[][] {UNIFORM, UNIFORM, UNIFORM, UNIFORM});
    }

    @Test
    void aFilterThatIsNeverActiveHasNoWindow() {
        LearnedFilter dead = motifs(4, true, "ACGTACGT", "ACGTACGT").get(2);
        assertThat(dead.windows()).isZero();
        assertThat(dead.maximum()).isEqualTo(-1);
    }

    @Test
    void unknownBasesAreAQuarterOfEach() {
        assertThat(motifs(2, false, "AANGAAAA", "AANGAAAA").getFirst().motif().matrix())
                .isDeepEqualTo(new double[][] {UNIFORM, {0, 0, 1, 0}});
    }

    @Test
    void clippingKeepsInformativeColumnsAndThreeOnEitherSide() {
        double[][] matrix = new double[12][];
        java.util.Arrays.fill(matrix, UNIFORM);
        matrix[4] = A;
        matrix[6] = C;
        assertThat(InformativeColumns.informative(matrix)).hasDimensions(9, 4).satisfies(kept -> {
            assertThat(kept[3]).isEqualTo(A);
            assertThat(kept[5]).isEqualTo(C);
        });
    }

    @Test
    void clippingStopsAtTheEndsAndKeepsAMatrixWithoutInformation() {
        double[][] ends = {UNIFORM, A, UNIFORM, UNIFORM};
        assertThat(InformativeColumns.informative(ends)).isDeepEqualTo(ends);
        double[][] flat = {UNIFORM, UNIFORM, {0.5, 0.5, 0, 0}};
        assertThat(InformativeColumns.informative(flat))
                .hasDimensions(3, 4)
                .satisfies(kept -> assertThat(kept[2][0]).isEqualTo(0.5));
        double[][] empty = {UNIFORM, UNIFORM, UNIFORM, UNIFORM, {0.4, 0.3, 0.2, 0.1}};
        assertThat(InformativeColumns.informative(empty)).isSameAs(empty);
    }

    private static List<LearnedFilter> motifs(int window, boolean clip, String... sequences) {
        byte[][] codes = new byte[sequences.length][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Nucleotide.codes(sequences[i].getBytes(StandardCharsets.US_ASCII));
        }
        return FilterMotifs.of(
                new LetterFilters(8), 0, codes, new FilterMotifs.Settings(0.5, window, clip), Progress.NONE);
    }

    /** Kernels of width 1: filter 0 gives 1 on G, filter 1 gives 2 on C and 1 on T, filter 2 always -1. */
    private record LetterFilters(int inputLength) implements Evaluator {
        @Override
        public int outputs() {
            return 1;
        }

        @Override
        public int filters() {
            return 3;
        }

        @Override
        public int firstLayerLength() {
            return inputLength;
        }

        @Override
        public float[] firstLayer(float[] input, int n) {
            float[] activations = new float[n * inputLength * 3];
            for (int i = 0; i < n * inputLength; i++) {
                activations[3 * i] = input[4 * i + 2] == 1 ? 1 : 0;
                activations[3 * i + 1] = 2 * (input[4 * i + 1] == 1 ? 1 : 0) + (input[4 * i + 3] == 1 ? 1 : 0);
                activations[3 * i + 2] = -1;
            }
            return activations;
        }

        @Override
        public float[] logits(float[] input, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] probabilities(float[] input, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputGradients inputGradients(float[] input, int n, int output, OutputScale scale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] mutants(byte[] codes, int output, OutputScale scale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Multipliers multipliers(
                float[] input, int n, float[] references, int count, int output, OutputScale scale) {
            throw new UnsupportedOperationException();
        }
    }
}
