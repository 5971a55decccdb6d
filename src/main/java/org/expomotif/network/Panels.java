package org.expomotif.network;

/**
 * A matrix of {@code rows x columns} laid out for {@link Kernels#multiply}: panels of at most three vectors of columns,
 * each stored row by row and filled with zeros up to a whole vector.
 */
final class Panels {
    final int rows;
    final int columns;
    final int lanes;
    /** First column of every panel. */
    final int[] starts;
    /** Vectors in every panel. */
    final int[] vectors;

    final float[] data;

    Panels(int rows, int columns, int lanes) {
        this.rows = rows;
        this.columns = columns;
        this.lanes = lanes;
        int total = (columns + lanes - 1) / lanes;
        int count = 0;
        for (int left = total; left > 0; left -= vectors(left, lanes)) {
            count++;
        }
        starts = new int[count];
        vectors = new int[count];
        int at = 0;
        for (int p = 0; p < count; p++) {
            vectors[p] = vectors(total - at, lanes);
            starts[p] = at * lanes;
            at += vectors[p];
        }
        data = new float[rows * total * lanes + Kernels.SLACK];
    }

    /**
     * Vectors in the next panel where so many are left: wide registers hold a tile of three, narrow ones one of two.
     */
    static int vectors(int left, int lanes) {
        return lanes >= 16 && left % 2 == 1 && left >= 3 ? 3 : Math.min(2, left);
    }

    /** Number of panels. */
    int count() {
        return starts.length;
    }

    /** Index in {@link #data} of a panel's first number. */
    int offset(int panel) {
        return rows * starts[panel];
    }

    /** Columns of a panel that are not filling. */
    int width(int panel) {
        return Math.min(vectors[panel] * lanes, columns - starts[panel]);
    }

    /** Takes rows {@code from} to {@code to} of a row-major matrix. */
    void pack(float[] matrix, int from, int to) {
        for (int p = 0; p < count(); p++) {
            int pitch = vectors[p] * lanes;
            int width = width(p);
            for (int r = from; r < to; r++) {
                System.arraycopy(matrix, r * columns + starts[p], data, offset(p) + r * pitch, width);
            }
        }
    }

    /** Takes one column. */
    void packColumn(float[] column, int index) {
        int p = count() - 1;
        while (index < starts[p]) {
            p--;
        }
        int pitch = vectors[p] * lanes;
        for (int r = 0; r < rows; r++) {
            data[offset(p) + r * pitch + index - starts[p]] = column[r];
        }
    }

    /**
     * Takes the reversed, transposed kernel that carries gradients back: row (width - 1 - k) * columns' + o, column i
     * is kernel[k][i][o], for all o and the given range of {@code k * in + i}.
     *
     * @param kernel {@code [width][in][out]}, {@code in} being this matrix's columns and {@code width * out} its rows
     */
    void packTransposed(float[] kernel, int width, int out, int from, int to) {
        int in = columns;
        for (int p = 0; p < count(); p++) {
            int pitch = vectors[p] * lanes;
            int last = starts[p] + width(p);
            for (int k = 0; k < width; k++) {
                int base = offset(p) + (width - 1 - k) * out * pitch - starts[p];
                int first = Math.max(starts[p], from - k * in);
                int end = Math.min(last, to - k * in);
                for (int o0 = 0; o0 < out; o0 += 16) {
                    int o1 = Math.min(out, o0 + 16);
                    for (int i = first; i < end; i++) {
                        int source = (k * in + i) * out;
                        int target = base + i;
                        for (int o = o0; o < o1; o++) {
                            data[target + o * pitch] = kernel[source + o];
                        }
                    }
                }
            }
        }
    }
}
