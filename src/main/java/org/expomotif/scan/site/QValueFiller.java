package org.expomotif.scan.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
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
    private final LongAdder omitted = new LongAdder();

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
        return omitted.sum();
    }

    private Written at(byte[] lines, int index) {
        if (lines.length - index < QValuePlaceholder.LENGTH) {
            throw uncounted();
        }
        QValuePlaceholder place = QValuePlaceholder.read(lines, index);
        if (place.matrix() < 0 || place.matrix() >= written.size()) {
            throw uncounted();
        }
        Written q = written.get(place.matrix()).get(place.key());
        if (q == null) {
            throw uncounted();
        }
        return q;
    }

    private static UserException uncounted() {
        return new UserException("the shard is damaged: it holds a site that its counts lack")
                .remedy("run the shard again");
    }

    /**
     * Returns the lines with a q-value in place of every placeholder. Thread-safe.
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
            } else if (QValuePlaceholder.isAt(lines, i)) {
                Written q = at(lines, i);
                if (q.value <= maximum) {
                    out.bases(lines, from, i - from);
                    out.text(q.digits);
                    i += QValuePlaceholder.LENGTH - 1;
                    from = i + 1;
                } else {
                    i += QValuePlaceholder.LENGTH - 1;
                    out.bases(lines, from, lineStart - from);
                    do {
                        i++;
                    } while (i < lines.length && lines[i] != '\n');
                    from = Math.min(i + 1, lines.length);
                    lineStart = from;
                    omitted.increment();
                }
            }
        }
        out.bases(lines, from, lines.length - from);
        return out.toArray();
    }
}
