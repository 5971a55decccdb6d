package org.expomotif.scan.site;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;

/**
 * Writes sites sequence by sequence, by position, then by matrix, plus before minus. If q-values are reported, lines
 * are kept until all windows are counted; otherwise they are written at once.
 */
public final class SitesByPosition implements SiteWriter {
    private final List<HitLines> lines;
    private final ScanOutput output;
    private final HitStore store;
    private final Optional<Supplier<QValueFiller>> filler;

    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param filler supplies the filler of q-values after all windows are counted
     */
    public SitesByPosition(List<HitLines> lines, ScanOutput output, Optional<Supplier<QValueFiller>> filler) {
        this.lines = lines;
        this.output = output;
        this.filler = filler;
        this.store = new HitStore(1, output.temporary());
    }

    @Override
    public byte[] prepare(Slice slice, SliceHits hits) {
        long[] order = new long[hits.size()];
        int[] matrix = new int[hits.size()];
        for (int m = 0; m < lines.size(); m++) {
            for (int hit = hits.from(m); hit < hits.to(m); hit++) {
                order[hit] = (long) hits.positions()[hit] << 32 | hit;
                matrix[hit] = m;
            }
        }
        Arrays.sort(order);
        LineBuffer out = new LineBuffer(100 * order.length);
        int piece = 0;
        for (long next : order) {
            int hit = (int) next;
            piece = slice.pieceAt(hits.positions()[hit], piece);
            lines.get(matrix[hit]).write(hits, hit, slice, slice.piece(piece), out);
        }
        return out.toArray();
    }

    @Override
    public void add(Slice slice, SliceHits hits, byte[] prepared) throws IOException {
        if (filler.isEmpty()) {
            output.stream().write(prepared);
        } else if (prepared.length > 0) {
            store.append(0, prepared, prepared.length);
        }
    }

    @Override
    public void finish() throws IOException {
        if (filler.isPresent()) {
            QValueFiller values = filler.get().get();
            store.drain(0, text -> output.stream().write(values.fill(text)));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
