package org.expomotif.scan.site;

import java.util.Arrays;
import org.expomotif.scan.input.ScannedSequence;

/**
 * A window whose score reaches the threshold.
 *
 * @param matrix index of the matrix
 * @param key the sum of the window on the plus strand, its bitwise complement {@code ~sum} on the minus strand
 * @param sequence sequence or region that contains the window
 * @param start position in the output of the first base
 * @param letters letters that contain the window
 * @param offset index in {@code letters} of the first base
 */
public record Site(int matrix, int key, ScannedSequence sequence, long start, byte[] letters, int offset) {
    /** Whether the site is on the minus strand. */
    boolean isMinus() {
        return key < 0;
    }

    /** The sum of the cells of the window. */
    int sum() {
        return key < 0 ? ~key : key;
    }

    /** The middle base, counted from 0; for an even width the first of the second half. */
    public long middle(int width) {
        return start - 1 + width / 2;
    }

    /** This site with a copy of the letters of its window, so that the slice can be released. */
    Site withOwnLetters(int width) {
        return new Site(matrix, key, sequence, start, Arrays.copyOfRange(letters, offset, offset + width), 0);
    }
}
