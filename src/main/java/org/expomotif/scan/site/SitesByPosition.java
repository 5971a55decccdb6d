package org.expomotif.scan.site;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.SliceHits;

/** Writes sites sequence by sequence, by position, then by matrix, plus before minus. */
public final class SitesByPosition extends SiteWriter {
    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param temporary folder for lines that do not fit into memory
     */
    public SitesByPosition(List<HitLines> lines, SiteFile file, Path temporary) {
        super(lines, 1, file, temporary);
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        byte[] text = text(scanned);
        int sites = scanned.hits().size();
        return () -> {
            count(sites);
            add(0, text, text.length);
        };
    }

    private byte[] text(ScannedSlice scanned) {
        SliceHits hits = scanned.hits();
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
        Slice slice = scanned.slice();
        int piece = 0;
        for (long next : order) {
            int hit = (int) next;
            piece = slice.pieceAt(hits.positions()[hit], piece);
            lines.get(matrix[hit]).write(scanned.site(matrix[hit], hit, slice.piece(piece)), out);
        }
        return out.toArray();
    }

    @Override
    void add(int matrix, byte[] text, int length) {
        if (file.isDirect()) {
            file.write(text, length);
        } else {
            store.append(0, text, length);
        }
    }
}
