package org.expomotif.variant.site;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.StrandMatrix;
import org.expomotif.variant.allele.FlankedAlleles;

/**
 * Sites of the first-layer filters of networks in the flanks of alleles. What a network makes of an allele depends on
 * the sites elsewhere in the window, so effects in flanks without them have another distribution.
 */
public final class FilterSites {
    private final List<ScanMatrix> filters;

    /**
     * Finds the sites of filters.
     *
     * @param filters the filters of each network, for both strands, with the threshold of a site
     */
    public FilterSites(List<MatrixSet> filters) {
        this.filters =
                filters.stream().map(MatrixSet::matrices).flatMap(List::stream).toList();
    }

    /**
     * The bases of the flanks in sites that the alleles do not touch. Sites that overlap each other on either allele
     * are taken together: all of them are touched if one of them is.
     *
     * @param alleles alleles of the same length
     * @return the bases, counted from the first one of the left flank, through the alleles
     */
    public BitSet untouched(FlankedAlleles alleles) {
        int from = alleles.left().length;
        int end = from + alleles.ref().length;
        BitSet covered = new BitSet();
        Stream.of(false, true)
                .map(isAlt -> alleles.window(isAlt, from, alleles.right().length))
                .forEach(window -> filters.forEach(filter -> mark(filter, window, covered)));
        if (covered.get(from, end).isEmpty()) {
            return covered;
        }
        int first = covered.get(from) ? covered.previousClearBit(from) + 1 : from;
        int last = covered.get(end - 1) ? covered.nextClearBit(end - 1) : end;
        covered.clear(first, last);
        return covered;
    }

    private static void mark(ScanMatrix filter, byte[] window, BitSet covered) {
        for (int strand = 0; strand < 2; strand++) {
            StrandMatrix matrix = filter.strand(strand == 1);
            for (int start = 0; start + filter.width() <= window.length; start++) {
                if (MotifScanner.sum(matrix.matrix(), window, start) >= matrix.minimumSum()) {
                    covered.set(start, start + filter.width());
                }
            }
        }
    }
}
