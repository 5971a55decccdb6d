package org.expomotif.compare.score;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All oriented targets: first every target as in its file, in file order, then (for both strands) the reverse
 * complement of every target.
 *
 * <p>Their columns are laid out for arithmetic on many targets at once: targets of one width form a group, and a group
 * stores the first columns of all its targets, then all second columns, and so on.
 */
public final class TargetSet {
    /**
     * Oriented targets of one width.
     *
     * @param width number of columns of each target
     * @param start index of the first column: column j of member k is at {@code start + j * members.length + k}
     * @param members indices of the oriented targets, ascending
     */
    public record Group(int width, int start, int[] members) {
        public int size() {
            return members.length;
        }
    }

    private final List<ComparedMotif> oriented = new ArrayList<>();
    private final int count;
    private final List<Group> groups = new ArrayList<>();
    private final MotifColumns columns;
    private final int[] byRank;

    /**
     * Lays out the targets.
     *
     * @param files targets of each file, prepared for comparison
     * @param bothStrands whether the reverse complements are targets too
     */
    public TargetSet(List<List<ComparedMotif>> files, boolean bothStrands) {
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
        columns = MotifColumns.ofSize(
                oriented.stream().mapToInt(ComparedMotif::width).sum());
        int[] sizes = new int
                [1 + oriented.stream().mapToInt(ComparedMotif::width).max().orElse(0)];
        for (ComparedMotif motif : oriented) {
            sizes[motif.width()]++;
        }
        int start = 0;
        for (int width = 0; width < sizes.length; width++) {
            if (sizes[width] > 0) {
                Group group = new Group(width, start, members(width, sizes[width]));
                groups.add(group);
                layOut(group);
                start += width * group.size();
            }
        }
        byRank = byRank(fileOf);
    }

    private int[] members(int width, int size) {
        int[] members = new int[size];
        int found = 0;
        for (int i = 0; i < oriented.size(); i++) {
            if (oriented.get(i).width() == width) {
                members[found++] = i;
            }
        }
        return members;
    }

    private void layOut(Group group) {
        for (int k = 0; k < group.size(); k++) {
            ComparedMotif motif = oriented.get(group.members()[k]);
            for (int j = 0; j < group.width(); j++) {
                columns.set(group.start() + j * group.size() + k, motif.columns()[j], motif.sites());
            }
        }
    }

    private int[] byRank(List<Integer> fileOf) {
        List<byte[]> ids = oriented.stream()
                .map(motif -> motif.id().getBytes(StandardCharsets.UTF_8))
                .toList();
        Comparator<Integer> order = Comparator.comparingInt((Integer i) -> fileOf.get(i % count))
                .thenComparingInt(i -> i / count)
                .thenComparing(ids::get, Arrays::compareUnsigned);
        return IntStream.range(0, oriented.size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Number of targets, without their reverse complements. */
    public int count() {
        return count;
    }

    /** Number of targets including their reverse complements. */
    public int orientedCount() {
        return oriented.size();
    }

    /** Number of strands of a target that are compared: 1 or 2. */
    int strands() {
        return oriented.size() / count;
    }

    /** The index of a target regardless of its orientation. */
    public int targetOf(int index) {
        return index % count;
    }

    public char orientation(int index) {
        return index < count ? '+' : '-';
    }

    public ComparedMotif get(int index) {
        return oriented.get(index);
    }

    /** The groups, narrow targets first. */
    public List<Group> groups() {
        return groups;
    }

    /** All columns, group by group. */
    public MotifColumns columns() {
        return columns;
    }

    public int columnCount() {
        return columns.count();
    }

    /** Indices of the oriented targets in the order of ties: by file, '+' before '-', identifier in byte order. */
    public int[] byRank() {
        return byRank;
    }
}
