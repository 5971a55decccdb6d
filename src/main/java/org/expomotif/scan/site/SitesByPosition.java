package org.expomotif.scan.site;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceCodes;
import org.expomotif.scan.kernel.SliceHits;

/**
 * Writes sites sequence by sequence, by position, then by matrix, plus before minus. Sites whose lines are complete
 * only after the scan are kept in a {@link SiteSpool}.
 */
public final class SitesByPosition extends SiteWriter {
    private final Workers workers;
    private final SiteSpool spool;

    /**
     * Creates a writer without sites.
     *
     * @param lines one per matrix
     * @param workers make lines after the scan
     * @param temporary folder for sites and lines that do not fit into memory
     */
    public SitesByPosition(List<HitLines> lines, SiteFile file, Workers workers, Path temporary) {
        super(lines, 1, file, temporary);
        this.workers = workers;
        this.spool = new SiteSpool(lines, temporary);
    }

    @Override
    public Runnable prepare(ScannedSlice scanned, SliceCodes codes) {
        int sites = scanned.hits().size();
        if (file.time() == SiteFile.Time.WHEN_COMPLETE) {
            byte[] encoded = sites > 0 ? spool.encode(scanned) : new byte[0];
            return () -> {
                count(sites);
                if (sites > 0) {
                    spool.append(encoded);
                }
            };
        }
        byte[] text = text(scanned);
        return () -> {
            count(sites);
            add(0, text, text.length);
        };
    }

    private byte[] text(ScannedSlice scanned) {
        Slice slice = scanned.slice();
        SliceHits hits = scanned.hits();
        int[] matrixOf = hits.matrices();
        LineBuffer out = new LineBuffer(100 * hits.size());
        int piece = 0;
        for (int hit : hits.byPosition()) {
            piece = slice.pieceAt(hits.positions()[hit], piece);
            lines.get(matrixOf[hit]).write(scanned.site(matrixOf[hit], hit, slice.piece(piece)), out);
        }
        return out.toArray();
    }

    @Override
    void add(int matrix, byte[] text, int length) {
        if (file.time() == SiteFile.Time.AT_ONCE) {
            file.write(text, length);
        } else {
            store.append(0, text, length);
        }
    }

    @Override
    public void finish() {
        Deque<Future<byte[]>> running = new ArrayDeque<>();
        for (int slice = 0; slice < spool.slices(); slice++) {
            byte[] encoded = spool.read(slice);
            running.add(workers.start(() -> file.complete(text(encoded))));
            if (running.size() >= 2 * workers.count() + 2) {
                writeOldest(running);
            }
        }
        while (!running.isEmpty()) {
            writeOldest(running);
        }
        super.finish();
    }

    private byte[] text(byte[] encoded) {
        LineBuffer out = new LineBuffer(10 * encoded.length);
        SiteSpool.decode(encoded, lines, site -> lines.get(site.matrix()).write(site, out));
        return out.toArray();
    }

    private void writeOldest(Deque<Future<byte[]>> running) {
        byte[] text = Workers.result(running.remove());
        file.write(text, text.length);
    }

    @Override
    void closeOwn() {
        spool.close();
    }
}
