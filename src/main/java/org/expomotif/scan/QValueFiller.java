package org.expomotif.scan;

import java.nio.ByteBuffer;

/** Puts the q-values of one matrix into lines that were written before all windows had been seen. */
final class QValueFiller {
    private final ScanMatrix matrix;
    private final HitFormat format;
    private final double[][] values;
    private final byte[][][] digits;

    QValueFiller(ScanMatrix matrix, HitFormat format, QValues qValues) {
        this.matrix = matrix;
        this.format = format;
        this.values = qValues.values();
        this.digits = new byte[values.length][][];
        for (int s = 0; s < values.length; s++) {
            digits[s] = new byte[values[s].length][];
        }
    }

    /** The same lines with every hole filled. */
    byte[] fill(byte[] lines) {
        LineBuffer out = new LineBuffer(lines.length + lines.length / 4);
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == LineBuffer.HOLE) {
                out.bases(lines, from, i - from);
                out.text(digits(ByteBuffer.wrap(lines).getInt(i + 1)));
                i += Integer.BYTES;
                from = i + 1;
            }
        }
        out.bases(lines, from, lines.length - from);
        return out.toArray();
    }

    private byte[] digits(int key) {
        int strand = key < 0 ? 1 : 0;
        int above = (key < 0 ? ~key : key) - matrix.strand(key < 0).leastSum();
        byte[] known = digits[strand][above];
        if (known == null) {
            known = format.qValue(values[strand][above]);
            digits[strand][above] = known;
        }
        return known;
    }
}
