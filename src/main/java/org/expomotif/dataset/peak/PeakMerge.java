package org.expomotif.dataset.peak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges records whose centres lie close together. The strongest record that is left takes all records on its strand
 * whose centres lie within the given distance of its own, until none is left; so no chain of records is merged, and the
 * result does not depend on the order of the files' lines except for ties. The strength of a record is its rank within
 * its file; ties go to the first file and then to the first line.
 */
public final class PeakMerge {
    private PeakMerge() {}

    /**
     * The numbers of records in the order of their ranks within their files: the strongest record of each file first.
     */
    static int[] strongestFirst(List<Peak> peaks) {
        int files = peaks.stream().mapToInt(Peak::file).max().orElse(-1) + 1;
        List<List<Integer>> byFile = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            byFile.add(new ArrayList<>());
        }
        for (int i = 0; i < peaks.size(); i++) {
            byFile.get(peaks.get(i).file()).add(i);
        }
        Comparator<Integer> order = Comparator.comparingDouble((Integer i) -> -known(peaks.get(i)))
                .thenComparingLong(i -> peaks.get(i).line());
        byFile.forEach(list -> list.sort(order));
        int[] strongest = new int[peaks.size()];
        int next = 0;
        int longest = byFile.stream().mapToInt(List::size).max().orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (List<Integer> list : byFile) {
                if (rank < list.size()) {
                    strongest[next++] = list.get(rank);
                }
            }
        }
        return strongest;
    }

    /** The rank value of a record; a record without one comes last. */
    private static double known(Peak peak) {
        return Double.isNaN(peak.rank()) ? Double.NEGATIVE_INFINITY : peak.rank();
    }

    /**
     * Whether each record is among the strongest of its file.
     *
     * @param limit maximum number of records of a file
     */
    public static boolean[] amongStrongest(List<Peak> peaks, long limit) {
        boolean[] among = new boolean[peaks.size()];
        Map<Integer, Long> taken = new HashMap<>();
        for (int i : strongestFirst(peaks)) {
            among[i] = taken.merge(peaks.get(i).file(), 1L, Long::sum) <= limit;
        }
        return among;
    }

    /**
     * For each record, the number of the record that it is merged into, which is its own for a record that stays.
     *
     * @param distance maximum distance of centres, in bases; 0 merges only records with the same centre
     */
    public static int[] merged(List<Peak> peaks, int distance) {
        int[] into = new int[peaks.size()];
        Arrays.fill(into, -1);
        Integer[] byCentre = new Integer[peaks.size()];
        Arrays.setAll(byCentre, i -> i);
        Comparator<Integer> order = Comparator.comparing(
                        (Integer i) -> peaks.get(i).sequence())
                .thenComparing(i -> peaks.get(i).reverse())
                .thenComparingInt(i -> peaks.get(i).centre())
                .thenComparing(Comparator.naturalOrder());
        Arrays.sort(byCentre, order);
        int[] place = new int[peaks.size()];
        for (int i = 0; i < byCentre.length; i++) {
            place[byCentre[i]] = i;
        }
        for (int strongest : strongestFirst(peaks)) {
            if (into[strongest] < 0) {
                Peak peak = peaks.get(strongest);
                for (int i = place[strongest]; i >= 0 && isWithin(peak, peaks.get(byCentre[i]), distance); i--) {
                    take(into, byCentre[i], strongest);
                }
                for (int i = place[strongest] + 1;
                        i < byCentre.length && isWithin(peak, peaks.get(byCentre[i]), distance);
                        i++) {
                    take(into, byCentre[i], strongest);
                }
            }
        }
        return into;
    }

    private static void take(int[] into, int peak, int by) {
        if (into[peak] < 0) {
            into[peak] = by;
        }
    }

    private static boolean isWithin(Peak peak, Peak other, int distance) {
        return peak.sequence().equals(other.sequence())
                && peak.reverse() == other.reverse()
                && Math.abs((long) peak.centre() - other.centre()) <= distance;
    }
}
