package org.expomotif.synth;

import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/**
 * Draws the motifs of a sequence and their positions.
 *
 * <p>The draws are made in this order:
 *
 * <ol>
 *   <li>The number of motifs, from the minimum to 4 more, with the probabilities of the study: 0.5, 0.25, 0.17, 0.05
 *       and 0.03.
 *   <li>The motifs and their strands, with replacement. RNA motifs are always on the strand as written. This draw is
 *       repeated while the total width of the motifs exceeds the length.
 *   <li>One uniform number for each gap before, between and after the motifs. Gaps are scaled to fill the sequence and
 *       rounded. They are drawn again until their sum is exact.
 * </ol>
 */
final class MotifDraw {
    private static final double[] CUMULATIVE = {0.5, 0.75, 0.92, 0.97, 1};
    /** Number of draws of motifs that may exceed the length before the number of motifs is drawn again. */
    private static final int SAME_NUMBER = 1_000;

    private static final int ALL_DRAWS = 1_000_000;

    private final int[] motifs;
    private final int[] widths;
    private final boolean[] twoStrands;
    private final int minimum;
    private final int length;

    /**
     * @param all motifs of the run
     * @param chosen number of motifs that can be drawn: the first ones of {@code all}
     * @param minimum minimum number of motifs in a sequence; the maximum is {@code minimum + 4}
     * @param length number of bases of a sequence
     * @throws UserException when a motif is too wide to be planted
     */
    MotifDraw(List<Motif> all, int chosen, int minimum, int length) {
        this.motifs = new int[chosen];
        this.widths = new int[chosen];
        this.twoStrands = new boolean[chosen];
        this.minimum = minimum;
        this.length = length;
        int narrowest = all.stream().limit(chosen).mapToInt(Motif::width).min().orElseThrow();
        for (int i = 0; i < chosen; i++) {
            motifs[i] = i;
            widths[i] = all.get(i).width();
            twoStrands[i] = all.get(i).alphabet().hasTwoStrands();
            if (widths[i] + (minimum - 1) * narrowest > length) {
                throw new UserException("the motif does not fit into a sequence of " + length + " bases"
                                + (minimum > 1 ? " that holds " + minimum + " motifs" : ""))
                        .atRecord("motif " + all.get(i).id())
                        .found(widths[i] + " positions")
                        .remedy("give a larger --length, or leave the motif out");
            }
        }
    }

    /** Draws the motifs of one sequence and their positions, from left to right. */
    Placement[] draw(SplittableRandom random) {
        int number = 0;
        for (int draws = 0; draws < ALL_DRAWS; draws++) {
            if (draws % SAME_NUMBER == 0) {
                number = number(random);
            }
            Placement[] drawn = new Placement[number];
            int width = 0;
            for (int i = 0; i < number; i++) {
                int choice = random.nextInt(2 * motifs.length);
                drawn[i] = new Placement(motifs[choice / 2], choice % 2 == 1 && twoStrands[choice / 2], 0);
                width += widths[choice / 2];
            }
            if (width <= length) {
                return placed(drawn, length - width, random);
            }
        }
        throw new UserException("random choices of the motifs almost never fit into a sequence of " + length + " bases")
                .remedy("give a larger --length, or narrower motifs");
    }

    private int number(SplittableRandom random) {
        double at = random.nextDouble();
        int index = 0;
        while (at >= CUMULATIVE[index]) {
            index++;
        }
        return minimum + index;
    }

    private Placement[] placed(Placement[] drawn, int free, SplittableRandom random) {
        int[] gaps = gaps(drawn.length + 1, free, random);
        int at = 0;
        for (int i = 0; i < drawn.length; i++) {
            at += gaps[i];
            drawn[i] = new Placement(drawn[i].motif(), drawn[i].reverse(), at);
            at += widths[drawn[i].motif()];
        }
        return drawn;
    }

    private static int[] gaps(int number, int free, SplittableRandom random) {
        double[] draws = new double[number];
        int[] gaps = new int[number];
        int filled;
        do {
            double sum = 0;
            for (int i = 0; i < number; i++) {
                draws[i] = random.nextDouble();
                sum += draws[i];
            }
            filled = 0;
            for (int i = 0; i < number; i++) {
                gaps[i] = (int) Math.rint(draws[i] / sum * free);
                filled += gaps[i];
            }
        } while (filled != free);
        return gaps;
    }
}
