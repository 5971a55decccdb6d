package org.expomotif.scan;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Puts the q-values into lines that were written before all windows had been seen, and leaves out the lines whose
 * q-value is too great.
 */
final class QValueFiller {
    private final List<ScanMatrix> matrices;
    private final HitFormat format;
    private final double greatest;
    private final double[][][] values;
    private final byte[][][][] digits;
    private long left;

    /**
     * Computes all q-values.
     *
     * @param qValues one a matrix, which have seen all windows
     * @param greatest lines with a greater q-value are left out
     */
    QValueFiller(List<ScanMatrix> matrices, HitFormat format, List<QValues> qValues, double greatest) {
        this.matrices = matrices;
        this.format = format;
        this.greatest = greatest;
        this.values = qValues.stream().map(QValues::values).toArray(double[][][]::new);
        this.digits = new byte[values.length][][][];
        for (int m = 0; m < values.length; m++) {
            digits[m] = new byte[values[m].length][][];
            for (int s = 0; s < values[m].length; s++) {
                digits[m][s] = new byte[values[m][s].length][];
            }
        }
    }

    /** How many lines have been left out. */
    long left() {
        return left;
    }

    /** The same lines with every hole filled. */
    byte[] fill(byte[] lines) {
        LineBuffer out = new LineBuffer(lines.length + lines.length / 4);
        int lineStart = 0;
        int from = 0;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\n') {
                lineStart = i + 1;
            } else if (lines[i] == LineBuffer.HOLE) {
                ByteBuffer place = ByteBuffer.wrap(lines, i + 1, 2 * Integer.BYTES);
                int matrix = place.getInt();
                int key = place.getInt();
                i += 2 * Integer.BYTES;
                if (value(matrix, key) <= greatest) {
                    out.bases(lines, from, i - 2 * Integer.BYTES - from);
                    out.text(digits(matrix, key));
                    from = i + 1;
                } else {
                    out.bases(lines, from, lineStart - from);
                    do {
                        i++;
                    } while (lines[i] != '\n');
                    from = i + 1;
                    lineStart = from;
                    left++;
                }
            }
        }
        out.bases(lines, from, lines.length - from);
        return out.toArray();
    }

    private double value(int matrix, int key) {
        return values[matrix][key < 0 ? 1 : 0][above(matrix, key)];
    }

    private int above(int matrix, int key) {
        return (key < 0 ? ~key : key) - matrices.get(matrix).strand(key < 0).leastSum();
    }

    private byte[] digits(int matrix, int key) {
        byte[][] known = digits[matrix][key < 0 ? 1 : 0];
        int above = above(matrix, key);
        if (known[above] == null) {
            known[above] = format.qValue(value(matrix, key));
        }
        return known[above];
    }
}
