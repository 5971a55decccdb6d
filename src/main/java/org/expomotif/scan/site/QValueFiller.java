package org.expomotif.scan.site;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.run.UserException;

/**
 * Fills q-values into lines that were formatted before all windows were counted, and omits lines whose q-value is above
 * the maximum.
 */
public final class QValueFiller {
    /** A q-value and its digits. */
    private record Written(double value, byte[] digits) {}

    private final double maximum;
    private final List<Map<Integer, Written>> written;
    private long omitted;

    /**
     * Computes the q-values of all hits.
     *
     * @param counts counts of all windows, one per matrix
     * @param maximum lines with a higher q-value are omitted
     */
    public QValueFiller(HitFormat format, List<HitCounts> counts, double maximum) {
        this.maximum = maximum;
        this.written = counts.stream().map(one -> written(format, one)).toList();
    }

    private static Map<Integer, Written> written(HitFormat format, HitCounts counts) {
        Map<Integer, Written> written = new HashMap<>();
        counts.qValues().forEach((key, q) -> written.put(key, new Written(q, format.qValue(q))));
        return written;
    }

    /** Number of lines omitted so far. */
    public long omitted() {
        return omitted;
    }

    private static UserException uncounted() {
        return new UserException("the shard is damaged: it holds a site that its counts lack")
                .remedy("run the shard again");
    }

    /**
     * Returns the lines with a q-value in place of every placeholder.
     *
     * @throws UserException when the counts lack a site, as in a damaged shard
     */
    public byte[] fill(byte[] lines) {
        LineBuffer out = new LineBuffer(lines.length + lines.length / 4);
        int lineStart = 0;
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                lineStart = i + 1;
            } else if (lines[i] == LineBuffer.HOLE) {
                if (lines.length - i <= 2 * Integer.BYTES) {
                    throw uncounted();
                }
                ByteBuffer place = ByteBuffer.wrap(lines, i + 1, 2 * Integer.BYTES);
                int matrix = place.getInt();
                int key = place.getInt();
                i += 2 * Integer.BYTES;
                Written q = matrix < 0 || matrix >= written.size()
                        ? null
                        : written.get(matrix).get(key);
                if (q == null) {
                    throw uncounted();
                }
                if (q.value <= maximum) {
                    out.bases(lines, from, i - 2 * Integer.BYTES - from);
                    out.text(q.digits);
                    from = i + 1;
                } else {
                    out.bases(lines, from, lineStart - from);
                    do {
                        i++;
                    } while (i < lines.length && lines[i] != '\n');
                    from = i + 1;
                    lineStart = from;
                    omitted++;
                }
            }
        }
        out.bases(lines, from, lines.length - from);
        return out.toArray();
    }
}
