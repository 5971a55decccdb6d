package org.expomotif.network.kernel;

/**
 * A matrix of {@code rows x columns} in the layout of {@link Kernels#multiply}: panels of at most three vectors of
 * columns. Each panel is stored row by row and padded with zeros to whole vectors.
 */
public final class PackedMatrix {
    public final int rows;
    public final int columns;
    final int lanes;
    /** First column of every panel. */
    final int[] starts;
    /** Vectors in every panel. */
    final int[] vectors;

    final float[] data;

    public PackedMatrix(int rows, int columns, int lanes) {
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
     * Number of vectors in the next panel when {@code left} vectors remain: up to three with wide registers, else up to
     * two.
     */
    static int vectors(int left, int lanes) {
        return lanes >= 16 && left % 2 == 1 && left >= 3 ? 3 : Math.min(2, left);
    }

    /** Number of panels. */
    int count() {
        return starts.length;
    }

    /** Index of a panel's first value in {@link #data}. */
    int offset(int panel) {
        return rows * starts[panel];
    }

    /** Number of columns of a panel without padding. */
    int width(int panel) {
        return Math.min(vectors[panel] * lanes, columns - starts[panel]);
    }

    /** Copies rows {@code from} to {@code to} of a row-major matrix. */
    public void pack(float[] matrix, int from, int to) {
        for (int p = 0; p < count(); p++) {
            int pitch = vectors[p] * lanes;
            int width = width(p);
            for (int r = from; r < to; r++) {
                System.arraycopy(matrix, r * columns + starts[p], data, offset(p) + r * pitch, width);
            }
        }
    }

    /** Copies one column. */
    public void packColumn(float[] column, int index) {
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
     * Copies part of the reversed and transposed kernel of the backward pass: the value in row (width - 1 - k) * out +
     * o and column i is kernel[k][i][o], for all o and {@code from <= k * in + i < to}.
     *
     * @param kernel {@code [width][in][out]}, where {@code in} is the number of columns and {@code width * out} the
     *     number of rows of this matrix
     */
    public void packTransposed(float[] kernel, int width, int out, int from, int to) {
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
