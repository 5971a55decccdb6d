package org.expomotif.variant.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.expomotif.dna.Nucleotide;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.variant.allele.Change;
import org.expomotif.variant.allele.FlankedAlleles;

/**
 * Compares the best sites of motifs on two alleles. A window overlaps an allele if it has a base of it; where the
 * allele has no bases, it has the bases on both sides. The window with the highest score on either strand counts; ties
 * go to the plus strand, then to the first.
 */
public final class MotifScanner {
    /** The parts of the text of a change, in their order. */
    public static final String PARTS = MotifChange.PARTS;

    private final MatrixSet matrices;
    private final double threshold;

    /**
     * Creates a scanner.
     *
     * @param matrices matrices of both strands, with the p-values of all scores
     * @param threshold the maximum p-value of a site
     */
    public MotifScanner(MatrixSet matrices, double threshold) {
        this.matrices = matrices;
        this.threshold = threshold;
    }

    /** The number of bases next to an allele that a window can have. */
    public int reach() {
        return matrices.maximumWidth() - 1;
    }

    /**
     * The changes of all motifs that have a site on an allele, the largest fold change first, with {@code &} between
     * them; empty if there are none.
     */
    public String changes(Change change, FlankedAlleles alleles) {
        byte[] ref = alleles.window(false, alleles.left().length, alleles.right().length);
        byte[] alt = alleles.window(true, alleles.left().length, alleles.right().length);
        List<MotifChange> changes = new ArrayList<>();
        for (ScanMatrix matrix : matrices.matrices()) {
            BestSite before = best(matrix, ref, alleles.left().length, change.ref().length);
            BestSite after = best(matrix, alt, alleles.left().length, change.alt().length);
            if (Math.min(before.p(), after.p()) <= threshold) {
                changes.add(
                        new MotifChange(matrix.id(), matrix.name(), matrix.width(), change, before, after, threshold));
            }
        }
        changes.sort(Comparator.comparingDouble(MotifChange::size).reversed());
        return changes.stream().map(MotifChange::text).collect(Collectors.joining("&"));
    }

    /**
     * The best window of a matrix that overlaps an allele.
     *
     * @param codes flank, allele and flank
     * @param from the first base of the allele
     * @param length the number of bases of the allele
     */
    private static BestSite best(ScanMatrix motif, byte[] codes, int from, int length) {
        int width = motif.width();
        int first = Math.max(0, from - width + 1);
        int last = Math.min(codes.length - width, length == 0 ? from - 1 : from + length - 1);
        int best = -1;
        int at = -1;
        boolean isMinus = false;
        for (int strand = 0; strand < 2; strand++) {
            IntegerMatrix matrix = motif.strand(strand == 1).matrix();
            for (int start = first; start <= last; start++) {
                int sum = sum(matrix, codes, start);
                if (sum > best) {
                    best = sum;
                    at = start;
                    isMinus = strand == 1;
                }
            }
        }
        double p = best < 0
                ? 1
                : Math.max(
                        Double.MIN_NORMAL, motif.strand(isMinus).distribution().pValue(best));
        return new BestSite(p, at - from, at - from - length, isMinus);
    }

    /** The sum of the cells of a window, or -1 if it has an unknown base. */
    static int sum(IntegerMatrix matrix, byte[] codes, int start) {
        int sum = 0;
        for (int i = 0; i < matrix.width(); i++) {
            byte code = codes[start + i];
            if (code == Nucleotide.UNKNOWN) {
                return -1;
            }
            sum += matrix.cell(i, code);
        }
        return sum;
    }
}
