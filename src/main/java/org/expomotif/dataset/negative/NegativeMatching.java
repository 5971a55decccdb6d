package org.expomotif.dataset.negative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.dataset.composition.Composition;

/**
 * Draws candidates whose GC content and repeat fraction agree with those of given windows.
 *
 * <p>Both coordinates are divided into bins of 0.02, with centres at 0, 0.02, ... 1. Each pair of bins, a cell, needs a
 * number of negatives in proportion to the given windows in it. A cell takes its negatives from the candidates in the
 * same cell, each with the same probability and at most once. Where these do not suffice, the cell takes the nearest
 * candidates that no cell needs: in rounds of growing distance, measured as the number of bins between the GC contents
 * plus that between the repeat fractions, each round passes once over the cells in ascending order. The rounds end when
 * no negative is missing or no candidate is left, so the matching always ends.
 */
public final class NegativeMatching {
    /** Bins of a coordinate. */
    static final int BINS = 51;

    private static final int STEPS_PER_BIN = Composition.STEPS / (BINS - 1);

    private final int[] needed = new int[BINS * BINS];
    private final int[] exact = new int[BINS * BINS];
    private final int[] near = new int[BINS * BINS];
    private final int[] farthest = new int[BINS * BINS];
    /** Numbers of candidates by cell. */
    private int[] byCell = {};
    /** Index in {@link #byCell} of the first candidate of a cell that was not drawn; and the end of each cell. */
    private final int[] next = new int[BINS * BINS];

    private final int[] ends = new int[BINS * BINS];
    private final SplittableRandom random;
    private final List<Integer> drawn = new ArrayList<>();

    /**
     * A cell whose candidates did not suffice.
     *
     * @param gc centre of its bin of GC content
     * @param repeats centre of its bin of the repeat fraction
     * @param needed number of negatives that it needed
     * @param exact number that were drawn from the cell itself
     * @param near number that were drawn from other cells
     * @param missing number that could not be drawn
     * @param farthest maximum distance of those from other cells, as a sum of differences of both coordinates
     */
    public record Shortfall(double gc, double repeats, int needed, int exact, int near, int missing, double farthest) {}

    /**
     * The result of a matching.
     *
     * @param drawn numbers of the candidates, in ascending order
     * @param needed number of negatives that were needed
     * @param exact number that were drawn from their own cell
     * @param near number that were drawn from another cell
     * @param shortfalls cells whose candidates did not suffice, in ascending order of GC content and repeat fraction
     */
    public record Result(int[] drawn, int needed, int exact, int near, List<Shortfall> shortfalls) {
        /** Number of negatives that could not be drawn. */
        public int missing() {
            return needed - exact - near;
        }
    }

    private NegativeMatching(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Draws negatives.
     *
     * @param windows points of the given windows, see {@link Composition#point}
     * @param ratio negatives per window
     * @param candidates points of the candidates
     * @param seed seed of the draws
     */
    public static Result match(int[] windows, double ratio, char[] candidates, long seed) {
        NegativeMatching matching = new NegativeMatching(seed);
        matching.need(windows, ratio);
        matching.sortByCell(candidates);
        matching.drawExact();
        for (int distance = 1; distance <= 2 * (BINS - 1) && matching.isShort(); distance++) {
            matching.drawNear(distance);
        }
        return matching.result();
    }

    private static int cell(int point) {
        return bin(Composition.gc(point)) * BINS + bin(Composition.repeats(point));
    }

    private static int bin(int steps) {
        return (steps + STEPS_PER_BIN / 2) / STEPS_PER_BIN;
    }

    /**
     * Divides {@code round(ratio * windows)} negatives among the cells: the whole part of each cell's share first, then
     * one more for the cells with the highest remainders, ties going to the first.
     */
    private void need(int[] windows, double ratio) {
        int[] counts = new int[BINS * BINS];
        for (int point : windows) {
            counts[cell(point)]++;
        }
        long total = Math.min(Integer.MAX_VALUE, Math.round(ratio * windows.length));
        double[] rest = new double[counts.length];
        long given = 0;
        List<Integer> order = new ArrayList<>();
        for (int cell = 0; cell < counts.length; cell++) {
            double share = ratio * counts[cell];
            needed[cell] = (int) Math.floor(share);
            rest[cell] = share - needed[cell];
            given += needed[cell];
            if (rest[cell] > 0) {
                order.add(cell);
            }
        }
        order.sort((a, b) -> Double.compare(rest[b], rest[a]));
        for (int i = 0; i < order.size() && given < total; i++, given++) {
            needed[order.get(i)]++;
        }
    }

    private void sortByCell(char[] candidates) {
        for (char point : candidates) {
            ends[cell(point)]++;
        }
        int sum = 0;
        for (int cell = 0; cell < ends.length; cell++) {
            next[cell] = sum;
            sum += ends[cell];
            ends[cell] = next[cell];
        }
        byCell = new int[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            byCell[ends[cell(candidates[i])]++] = i;
        }
    }

    /** Draws up to {@code number} candidates of a cell and returns how many there were. */
    private int draw(int cell, int number) {
        int there = Math.min(number, ends[cell] - next[cell]);
        for (int i = 0; i < there; i++) {
            int chosen = next[cell] + random.nextInt(ends[cell] - next[cell]);
            drawn.add(byCell[chosen]);
            byCell[chosen] = byCell[next[cell]];
            next[cell]++;
        }
        return there;
    }

    private void drawExact() {
        for (int cell = 0; cell < needed.length; cell++) {
            exact[cell] = draw(cell, needed[cell]);
        }
    }

    private int missing(int cell) {
        return needed[cell] - exact[cell] - near[cell];
    }

    private boolean isShort() {
        for (int cell = 0; cell < needed.length; cell++) {
            if (missing(cell) > 0) {
                return drawn.size() < byCell.length;
            }
        }
        return false;
    }

    private void drawNear(int distance) {
        for (int cell = 0; cell < needed.length; cell++) {
            for (int gc = -distance; gc <= distance && missing(cell) > 0; gc++) {
                int repeats = distance - Math.abs(gc);
                drawNear(cell, gc, -repeats, distance);
                if (repeats > 0) {
                    drawNear(cell, gc, repeats, distance);
                }
            }
        }
    }

    private void drawNear(int cell, int gc, int repeats, int distance) {
        int otherGc = cell / BINS + gc;
        int otherRepeats = cell % BINS + repeats;
        if (otherGc < 0 || otherGc >= BINS || otherRepeats < 0 || otherRepeats >= BINS) {
            return;
        }
        int found = draw(otherGc * BINS + otherRepeats, missing(cell));
        near[cell] += found;
        farthest[cell] = found > 0 ? distance : farthest[cell];
    }

    private Result result() {
        double width = 1.0 / (BINS - 1);
        List<Shortfall> shortfalls = new ArrayList<>();
        for (int cell = 0; cell < needed.length; cell++) {
            if (exact[cell] < needed[cell]) {
                int gc = cell / BINS;
                int repeats = cell % BINS;
                shortfalls.add(new Shortfall(
                        hundredths(gc * width),
                        hundredths(repeats * width),
                        needed[cell],
                        exact[cell],
                        near[cell],
                        missing(cell),
                        hundredths(farthest[cell] * width)));
            }
        }
        int[] sorted = drawn.stream().mapToInt(Integer::intValue).sorted().toArray();
        return new Result(
                sorted,
                Arrays.stream(needed).sum(),
                Arrays.stream(exact).sum(),
                Arrays.stream(near).sum(),
                shortfalls);
    }

    private static double hundredths(double value) {
        return Math.rint(value * 100) / 100;
    }
}
