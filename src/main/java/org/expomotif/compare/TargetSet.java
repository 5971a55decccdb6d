package org.expomotif.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All targets, oriented: first every target as it is, in file order, then (for both strands) every one reverse
 * complemented.
 *
 * <p>Their columns are laid out for arithmetic on many targets at once: targets of one width form a group, and within a
 * group the first columns of all its targets come first, then all second columns, and so on.
 */
final class TargetSet {
    /**
     * Oriented targets of one width.
     *
     * @param width columns of each
     * @param start where their columns begin: column j of member k is at {@code start + j * members.length + k}
     * @param members the oriented targets, ascending
     */
    record Group(int width, int start, int[] members) {
        int size() {
            return members.length;
        }
    }

    private final List<ComparedMotif> oriented = new ArrayList<>();
    private final int count;
    private final List<Group> groups = new ArrayList<>();
    private final Columns columns;
    private final int[] byRank;

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
        columns =
                Columns.ofSize(oriented.stream().mapToInt(ComparedMotif::width).sum());
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

    /** The groups, narrow targets first. */
    List<Group> groups() {
        return groups;
    }

    /** All columns, group by group. */
    Columns columns() {
        return columns;
    }

    int columnCount() {
        return columns.count();
    }

    /** Oriented targets in the order in which equals are listed: by file, '+' before '-', id in byte order. */
    int[] byRank() {
        return byRank;
    }
}
