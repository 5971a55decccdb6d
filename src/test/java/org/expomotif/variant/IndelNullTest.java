package org.expomotif.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.expomotif.dna.Nucleotide;
import org.expomotif.network.Evaluator;
import org.expomotif.network.model.Model;
import org.expomotif.testing.TinyModel;
import org.expomotif.variant.allele.Change;
import org.expomotif.variant.allele.FlankedAlleles;
import org.expomotif.variant.allele.Placement;
import org.expomotif.variant.allele.WindowPlan;
import org.junit.jupiter.api.Test;

/**
 * Indels without any effect on a site, for a network that is sensitive to where sites are: the logit is the sum over
 * the bases G of a weight that rises and falls with the position, and sites are runs of eight G, none of which is near
 * an indel. Only the place of the sites within the window changes.
 */
class IndelNullTest {
    private static final int LENGTH = 200;
    private static final int INDELS = 800;
    private static final int COPIES = 10;

    /** 5% of uniform samples have a larger distance from the uniform distribution. */
    private static final double BOUND = 1.358 / Math.sqrt(INDELS);

    private static Evaluator evaluator() {
        Model model = TinyModel.counting('G', LENGTH, 0, 0);
        float[] weights = TinyModel.values(model.network(), "output/kernel");
        for (int i = 0; i < LENGTH; i++) {
            weights[i] = (float) Math.sin(2 * Math.PI * i / 31);
        }
        model.network().weightsChanged();
        return model.network().evaluator(1);
    }

    /** Flanks with three sites each, at least 24 bases from the allele, in random A, C and T. */
    private static byte[] flank(SplittableRandom random, int length, boolean isLeft) {
        byte[] letters = new byte[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) "ACT".charAt(random.nextInt(3));
        }
        for (int site = 0; site < 3; site++) {
            int start = 24 + 24 * site + random.nextInt(14);
            for (int i = start; i < start + 8; i++) {
                letters[isLeft ? length - 1 - i : i] = 'G';
            }
        }
        return Nucleotide.codes(letters);
    }

    /** The distance of Kolmogorov and Smirnov between the p-values of null deletions and the uniform distribution. */
    private static double distance(BiFunction<FlankedAlleles, SplittableRandom, FlankedAlleles> shuffle) {
        SplittableRandom random = new SplittableRandom(1);
        WindowPlan plan = new WindowPlan(LENGTH, 0, Placement.CENTRE);
        EffectScorer scorer = new EffectScorer(List.of(evaluator()), plan);
        List<FlankedAlleles> alleles = new ArrayList<>();
        List<FlankedAlleles> shuffled = new ArrayList<>();
        for (int i = 0; i < INDELS; i++) {
            byte[] deleted = Arrays.copyOf(flank(random, LENGTH, false), 3);
            FlankedAlleles own =
                    new FlankedAlleles(flank(random, 102, true), deleted, new byte[0], flank(random, 102, false));
            alleles.add(own);
            for (int copy = 0; copy < COPIES; copy++) {
                shuffled.add(shuffle.apply(own, random));
            }
        }
        EffectNull found = new EffectNull();
        scorer.effects(shuffled).forEach(effect -> found.addNull(Change.Kind.INDEL, effect[0][0]));
        List<double[][]> effects = scorer.effects(alleles);
        effects.forEach(effect -> found.addObserved(Change.Kind.INDEL, effect[0][0]));
        found.finish();
        double[] p = effects.stream()
                .mapToDouble(effect -> found.p(Change.Kind.INDEL, effect[0][0]))
                .sorted()
                .toArray();
        double distance = 0;
        for (int i = 0; i < p.length; i++) {
            distance = Math.max(distance, Math.max((i + 1.0) / p.length - p[i], p[i] - (double) i / p.length));
        }
        return distance;
    }

    @Test
    void pIsUniformIfTheFarFlanksStay() {
        assertThat(distance((own, random) -> own.shuffled(new BitSet(), random)))
                .isLessThan(BOUND);
    }

    /** What shuffling the whole flanks would give: sites are torn apart, so moving them has less of an effect. */
    @Test
    void pIsTooLowIfTheWholeFlanksAreShuffled() {
        assertThat(distance((own, random) -> own.shuffled(LENGTH, random))).isGreaterThan(BOUND);
    }
}
