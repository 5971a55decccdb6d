package org.expomotif.scan.site;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.SliceHits;

/** Writes sites sequence by sequence, by position, then by matrix, plus before minus. */
public final class SitesByPosition implements SiteWriter {
    private final List<HitLines> lines;
    private final SiteFile file;
    private final HitStore store;
    private final LineBuffer line = new LineBuffer(256);
    private long sites;

    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param temporary folder for lines that do not fit into memory
     */
    public SitesByPosition(List<HitLines> lines, SiteFile file, Path temporary) {
        this.lines = lines;
        this.file = file;
        this.store = new HitStore(1, temporary);
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        byte[] text = text(scanned);
        int more = scanned.hits().size();
        return () -> add(text, text.length, more);
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
    public void write(Site site) {
        line.clear();
        lines.get(site.matrix()).write(site, line);
        add(line.bytes(), line.length(), 1);
    }

    private void add(byte[] text, int length, int more) {
        sites += more;
        if (file.isDirect()) {
            file.write(text, length);
        } else {
            store.append(0, text, length);
        }
    }

    @Override
    public void finish() {
        file.finish(store);
    }

    @Override
    public long sites() {
        return sites - file.omitted();
    }

    @Override
    public void close() {
        store.close();
    }
}
