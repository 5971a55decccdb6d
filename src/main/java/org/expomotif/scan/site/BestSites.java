package org.expomotif.scan.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.matrix.ScanMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the best site of every matrix in every sequence: the site with the minimum p-value; ties go to the first. Each
 * sequence becomes a separate slice that holds only the windows of its sites.
 */
public final class BestSites implements SequenceWalk.Visitor {
    private record Site(byte[] window, long position, int sum, double pValue) {}

    private final List<ScanMatrix> matrices;
    private final boolean byPosition;
    private final BiConsumer<Slice, SliceHits> receiver;
    private final @Nullable Site[] best;

    /**
     * Creates an instance without sites.
     *
     * @param byPosition whether the windows of a slice are in the order of their positions instead of their matrices
     * @param receiver receives every sequence that has a site
     */
    public BestSites(List<ScanMatrix> matrices, boolean byPosition, BiConsumer<Slice, SliceHits> receiver) {
        this.matrices = matrices;
        this.byPosition = byPosition;
        this.receiver = receiver;
        this.best = new @Nullable Site[matrices.size()];
    }

    @Override
    public void hit(int matrix, Slice slice, Slice.Piece piece, SliceHits hits, int hit) {
        ScanMatrix scanned = matrices.get(matrix);
        double pValue = scanned.strand(hits.minus(hit)).distribution().pValue(hits.sum(hit));
        Site known = best[matrix];
        if (known == null || pValue < known.pValue) {
            int at = hits.positions()[hit];
            byte[] window = Arrays.copyOfRange(slice.letters(), at, at + scanned.width());
            best[matrix] = new Site(window, piece.position(at), hits.sums()[hit], pValue);
        }
    }

    @Override
    public void endOfSequence(ScannedSequence source) {
        List<Integer> found = IntStream.range(0, best.length)
                .filter(m -> best[m] != null)
                .boxed()
                .sorted(Comparator.comparingLong(m -> byPosition ? site(m).position : 0))
                .toList();
        List<Slice.Piece> pieces = new ArrayList<>();
        int[] offsets = new int[best.length];
        LineBuffer letters = new LineBuffer(64);
        for (int m : found) {
            offsets[m] = letters.length();
            pieces.add(new Slice.Piece(source, site(m).position, letters.length()));
            letters.text(site(m).window);
        }
        int[] ends = new int[best.length];
        int[] positions = new int[found.size()];
        int[] sums = new int[found.size()];
        int count = 0;
        for (int m = 0; m < best.length; m++) {
            if (best[m] != null) {
                positions[count] = offsets[m];
                sums[count++] = site(m).sum;
            }
            ends[m] = count;
        }
        if (count > 0) {
            byte[] windows = letters.toArray();
            receiver.accept(
                    new Slice(windows, windows.length, windows.length, pieces), new SliceHits(positions, sums, ends));
        }
        Arrays.fill(best, null);
    }

    private Site site(int matrix) {
        return Objects.requireNonNull(best[matrix]);
    }
}
