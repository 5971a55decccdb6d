package org.expomotif.scan.site;

import java.nio.ByteBuffer;

/**
 * The place of a q-value in a line that is made before all windows are counted: a byte 0, which no line contains
 * otherwise, four bytes of the index of the matrix, and four bytes of {@link Site#key()}. Files of shards contain
 * placeholders, because only the merge knows the counts of all windows.
 *
 * @param matrix index of the matrix
 * @param key sum of the site, or its complement
 */
public record QValuePlaceholder(int matrix, int key) {
    private static final byte MARK = 0;

    /** Number of bytes of a placeholder. */
    static final int LENGTH = 1 + 2 * Integer.BYTES;

    /** Whether a placeholder begins at an index of lines. */
    static boolean isAt(byte[] lines, int index) {
        return lines[index] == MARK;
    }

    /** Reads the placeholder at an index of lines, {@link #LENGTH} bytes before their end or earlier. */
    static QValuePlaceholder read(byte[] lines, int index) {
        ByteBuffer numbers = ByteBuffer.wrap(lines, index + 1, LENGTH - 1);
        return new QValuePlaceholder(numbers.getInt(), numbers.getInt());
    }

    /** Appends the placeholder to a line. */
    void write(LineBuffer line) {
        line.text(
                ByteBuffer.allocate(LENGTH).put(MARK).putInt(matrix).putInt(key).array());
    }

    /** The index after the last whole line. A line feed among the bytes of a placeholder does not end a line. */
    public static int endOfLines(byte[] lines) {
        int end = 0;
        for (int i = 0; i < lines.length; i++) {
            if (isAt(lines, i)) {
                i += LENGTH - 1;
            } else if (lines[i] == '\n') {
                end = i + 1;
            }
        }
        return end;
    }
}
