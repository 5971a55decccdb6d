package org.expomotif.scan.count;

import java.util.List;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.site.SequenceWalk;
import org.expomotif.scan.site.Site;

/**
 * Counts the sites of every matrix by the distance of their middle base from the summit of their region, and the
 * regions with a site.
 */
public final class SummitDistances implements SequenceWalk.Visitor {
    /** Distances are counted one by one up to this number of bases, and farther ones together. */
    public static final int FARTHEST = 1000;

    private final int[] widths;
    /** Sites by distance, for each matrix; empty before its first site. */
    private final int[][] counts;

    private final long[] sites;
    private final long[] regionsWithSite;
    private final boolean[] here;
    private long regions;

    /** Creates the counts of matrices. */
    public SummitDistances(List<ScanMatrix> matrices) {
        this.widths = matrices.stream().mapToInt(ScanMatrix::width).toArray();
        this.counts = new int[widths.length][0];
        this.sites = new long[widths.length];
        this.regionsWithSite = new long[widths.length];
        this.here = new boolean[widths.length];
    }

    @Override
    public void site(Site site) {
        int m = site.matrix();
        site.sequence().region().ifPresent(region -> add(m, region.distance(site.middle(widths[m]))));
    }

    private void add(int matrix, long distance) {
        sites[matrix]++;
        here[matrix] = true;
        if (Math.abs(distance) <= FARTHEST) {
            if (counts[matrix].length == 0) {
                counts[matrix] = new int[2 * FARTHEST + 1];
            }
            counts[matrix][(int) distance + FARTHEST]++;
        }
    }

    @Override
    public void endOfSequence(ScannedSequence source) {
        regions++;
        for (int m = 0; m < here.length; m++) {
            regionsWithSite[m] += here[m] ? 1 : 0;
            here[m] = false;
        }
    }

    @Override
    public void finish() {}

    /** Number of matrices. */
    public int matrices() {
        return widths.length;
    }

    /** Number of regions that were scanned. */
    public long regions() {
        return regions;
    }

    /** Number of regions with a site of a matrix. */
    public long regionsWithSite(int matrix) {
        return regionsWithSite[matrix];
    }

    /** Number of sites of a matrix, at any distance. */
    public long sites(int matrix) {
        return sites[matrix];
    }

    /** Number of sites of a matrix at a distance of at most {@value #FARTHEST} bases, negative before the summit. */
    public int sites(int matrix, int distance) {
        return counts[matrix].length == 0 ? 0 : counts[matrix][distance + FARTHEST];
    }

    /** Number of sites of a matrix whose distance is at most {@code limit} bases. */
    public long sitesWithin(int matrix, int limit) {
        long sum = 0;
        for (int distance = -limit; distance <= limit; distance++) {
            sum += sites(matrix, distance);
        }
        return sum;
    }
}
