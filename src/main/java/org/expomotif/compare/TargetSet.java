package org.expomotif.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All targets, oriented: first every target as it is, in file order, then (for both strands) every one reverse
 * complemented. Their columns lie one after another, one array a letter.
 */
final class TargetSet {
    private final List<ComparedMotif> oriented = new ArrayList<>();
    private final int count;
    private final int[] starts;
    private final double[][] columns;
    private final int[] rankOrder;
    private final int[] widths;

    /**
     * Lays out the targets.
     *
     * @param files targets of each file, ready for comparison
     */
    TargetSet(List<List<ComparedMotif>> files, boolean bothStrands) {
        List<Integer> fileOf = new ArrayList<>();
        for (int f = 0; f < files.size(); f++) {
            oriented.addAll(files.get(f));
            for (int i = 0; i < files.get(f).size(); i++) {
                fileOf.add(f);
            }
        }
        count = oriented.size();
        if (bothStrands) {
            for (int i = 0; i < count; i++) {
                oriented.add(oriented.get(i).reverseComplement());
            }
        }
        starts = new int[oriented.size() + 1];
        for (int i = 0; i < oriented.size(); i++) {
            starts[i + 1] = starts[i] + oriented.get(i).width();
        }
        columns = new double[4][starts[oriented.size()]];
        for (int i = 0; i < oriented.size(); i++) {
            for (int j = 0; j < oriented.get(i).width(); j++) {
                for (int a = 0; a < 4; a++) {
                    columns[a][starts[i] + j] = oriented.get(i).columns()[j][a];
                }
            }
        }
        Comparator<Integer> order = Comparator.comparingInt((Integer i) -> fileOf.get(i % count))
                .thenComparingInt(i -> i / count)
                .thenComparing(i -> oriented.get(i).id(), TargetSet::byteOrder);
        rankOrder = IntStream.range(0, oriented.size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        widths = oriented.stream()
                .mapToInt(ComparedMotif::width)
                .distinct()
                .sorted()
                .toArray();
    }

    private static int byteOrder(String first, String second) {
        return java.util.Arrays.compareUnsigned(
                first.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                second.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Targets, each counted once. */
    int count() {
        return count;
    }

    /** Targets with their reverse complements. */
    int orientedCount() {
        return oriented.size();
    }

    /** Strands a target is tried on: 1 or 2. */
    int strands() {
        return oriented.size() / count;
    }

    /** The target's index, whatever the orientation. */
    int targetOf(int index) {
        return index % count;
    }

    char orientation(int index) {
        return index < count ? '+' : '-';
    }

    ComparedMotif get(int index) {
        return oriented.get(index);
    }

    /** First column of an oriented target. */
    int start(int index) {
        return starts[index];
    }

    int width(int index) {
        return starts[index + 1] - starts[index];
    }

    /** Frequencies of all columns, one array a letter. */
    double[][] columns() {
        return columns;
    }

    int columnCount() {
        return columns[0].length;
    }

    /** Oriented targets in the order in which equals are listed: file, '+' before '-', id in byte order. */
    int[] rankOrder() {
        return rankOrder;
    }

    /** The widths that occur, ascending. */
    int[] widths() {
        return widths;
    }
}
