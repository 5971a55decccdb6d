package org.expomotif.scan.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.StrandMatrix;

/**
 * A backend that tests a window with up to 128 matrices of single strands at once; see {@link LaneBlock}. The matrices
 * of a block need about the same number of positions to exclude most windows. Each is tested at its own most
 * informative positions, so that the windows that one step tests start at different bases. The exact sum decides about
 * the few windows that are left.
 */
final class LaneBackend256 implements ScanBackend {
    /** Number of windows between two exact tests, few enough for their codes and candidates to stay in the cache. */
    private static final int CHUNK = 4096;

    private record Planned(int index, StrandMatrix strand, int groups) {}

    @Override
    public SetScanner prepare(List<ScanMatrix> matrices) {
        List<Planned> planned = new ArrayList<>();
        for (int m = 0; m < matrices.size(); m++) {
            // The strands need as many positions: their windows are the same bases.
            StrandMatrix plus = matrices.get(m).plus();
            int groups = LaneColumns.suited(plus).groups();
            plan(2 * m, plus, groups, planned);
            int minus = 2 * m + 1;
            matrices.get(m).minus().ifPresent(strand -> plan(minus, strand, groups, planned));
        }
        planned.sort(Comparator.comparingInt(lane -> -lane.groups()));
        List<LaneBlock> blocks = new ArrayList<>();
        for (int from = 0; from < planned.size(); from += LaneBlock.MAXIMUM) {
            int groups = planned.get(from).groups();
            List<LaneBlock.Lane> lanes =
                    planned.subList(from, Math.min(from + LaneBlock.MAXIMUM, planned.size())).stream()
                            .map(lane -> lane(lane, groups))
                            .toList();
            blocks.add(LaneBlock.of(lanes, groups));
        }
        return (slice, windows, buffer) -> scan(blocks, slice, windows, matrices.size(), buffer);
    }

    /** Adds a matrix, unless no window can be a hit. */
    private static void plan(int index, StrandMatrix strand, int groups, List<Planned> planned) {
        if (strand.minimumSum() <= strand.matrix().bestSum()) {
            planned.add(new Planned(index, strand, groups));
        }
    }

    private static LaneBlock.Lane lane(Planned planned, int groups) {
        StrandMatrix strand = planned.strand();
        int first = LaneColumns.ofLargestLoss(strand.matrix(), groups).first();
        return new LaneBlock.Lane(planned.index(), strand, first, new WindowSums(strand));
    }

    private static SliceHits scan(
            List<LaneBlock> blocks, SliceCodes slice, int windows, int matrices, HitBuffer buffer) {
        StrandHits hits = buffer.strandHits(2 * matrices);
        byte[] triples = slice.triples();
        int[] places = buffer.scratch(4 * (CHUNK + LaneFilter256.STEP));
        int[] lanes = hits.scratch(places.length);
        for (LaneBlock block : blocks) {
            int end = windows
                    + block.lanes().stream()
                            .mapToInt(LaneBlock.Lane::first)
                            .max()
                            .orElse(0);
            for (int from = 0; from < end; from += CHUNK) {
                int count = LaneFilter256.find(triples, block, from, Math.min(from + CHUNK, end), places, lanes);
                addHits(block, slice.bases(), windows, places, lanes, count, hits);
            }
        }
        return hits.take(matrices, buffer);
    }

    private static void addHits(
            LaneBlock block, byte[] bases, int windows, int[] places, int[] lanes, int count, StrandHits hits) {
        for (int i = 0; i < count; i++) {
            int window = places[i] >>> 2;
            int vector = LaneBlock.VECTOR * (places[i] & 3);
            for (int left = lanes[i]; left != 0; left &= left - 1) {
                LaneBlock.Lane lane = block.lanes().get(vector + Integer.numberOfTrailingZeros(left));
                int start = window - lane.first();
                if (start >= 0 && start < windows) {
                    int sum = lane.sums().sum(bases, start);
                    if (sum >= 0) {
                        hits.add(lane.index(), start, sum);
                    }
                }
            }
        }
    }
}
