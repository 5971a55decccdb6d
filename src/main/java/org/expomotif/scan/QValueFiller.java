package org.expomotif.scan;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.run.UserException;

/**
 * Puts the q-values into lines that were written before all windows had been seen, and leaves out the lines whose
 * q-value is too great.
 */
final class QValueFiller {
    /** A q-value and how it is written. */
    private record Written(double value, byte[] digits) {}

    private final double greatest;
    private final List<Map<Integer, Written>> written;
    private long left;

    /**
     * Computes all q-values.
     *
     * @param counts one a matrix, of all windows
     * @param greatest lines with a greater q-value are left out
     */
    QValueFiller(HitFormat format, List<HitCounts> counts, double greatest) {
        this.greatest = greatest;
        this.written = counts.stream().map(one -> written(format, one)).toList();
    }

    private static Map<Integer, Written> written(HitFormat format, HitCounts counts) {
        Map<Integer, Written> written = new HashMap<>();
        counts.qValues().forEach((key, q) -> written.put(key, new Written(q, format.qValue(q))));
        return written;
    }

    /** How many lines have been left out. */
    long left() {
        return left;
    }

    private static UserException uncounted() {
        return new UserException("a part is damaged: it holds a site that it has not counted")
                .remedy("run the shares of the scan again");
    }

    /**
     * The same lines with every hole filled.
     *
     * @throws UserException when a site is not among those that were counted, as in a damaged part
     */
    byte[] fill(byte[] lines) {
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
                if (q.value <= greatest) {
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
                    left++;
                }
            }
        }
        out.bases(lines, from, lines.length - from);
        return out.toArray();
    }
}
