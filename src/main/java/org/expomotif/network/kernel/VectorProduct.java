package org.expomotif.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The matrix products of {@link VectorKernels}, in tiles of {@link VectorTiles}.
 *
 * <p>Tiles need the first factor contiguous along the direction of the sum, and the second in whole vectors of columns.
 * The weight gradient sums over the rows of both factors, so the first factor is transposed and the second is divided
 * into panels, once for all tiles. A tile at the edge of the result works on a copy. The order of the sums does not
 * change.
 */
final class VectorProduct {
    private static final VectorSpecies<Float> SPECIES = VectorWidth.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int TILE = 6;
    private static final int MAX_VECTORS = 3;

    /** The arrays of one thread, which are reused by later calls. */
    private static final ThreadLocal<VectorProduct> OF_THREAD = ThreadLocal.withInitial(VectorProduct::new);

    /** A partial tile of the result. */
    private final float[] edge = new float[TILE * MAX_VECTORS * LANES];

    private float[] transposed = new float[0];
    private float[] panel = new float[0];

    private VectorProduct() {}

    static VectorProduct ofThread() {
        return OF_THREAD.get();
    }

    /** {@link Kernels#multiply}. */
    void multiply(
            float[] a,
            int ia,
            int pa,
            int la,
            PackedMatrix b,
            float[] c,
            int ic,
            int pc,
            int lc,
            int rows,
            int samples) {
        for (int p = 0; p < b.count(); p++) {
            for (int s = 0; s < samples; s++) {
                int from = ia + s * pa;
                int to = ic + s * pc + b.starts[p];
                if (rows < TILE) {
                    fewRows(a, from, la, b, p, c, to, lc, rows);
                } else {
                    rows(a, from, la, b, p, c, to, lc, rows);
                }
            }
        }
    }

    private void rows(float[] a, int ia, int la, PackedMatrix b, int p, float[] c, int ic, int lc, int rows) {
        int vectors = b.vectors[p];
        int pitch = vectors * LANES;
        int width = b.width(p);
        for (int r = 0; r < rows; r += TILE) {
            // The last tile overlaps rows already computed and writes the same values again.
            int first = Math.min(r, rows - TILE);
            int from = ia + first * la;
            int to = ic + first * lc;
            if (width == pitch) {
                tile(vectors, a, from, la, b.data, b.offset(p), b.rows, c, to, lc, false);
            } else {
                tile(vectors, a, from, la, b.data, b.offset(p), b.rows, edge, 0, pitch, false);
                copy(edge, 0, pitch, c, to, lc, TILE, width);
            }
        }
    }

    private void fewRows(float[] a, int ia, int la, PackedMatrix b, int p, float[] c, int ic, int lc, int rows) {
        int vectors = b.vectors[p];
        int width = b.width(p);
        for (int r = 0; r < rows; r++) {
            switch (vectors) {
                case 1 -> VectorRows.one(a, ia + r * la, b.data, b.offset(p), b.rows, edge);
                case 2 -> VectorRows.two(a, ia + r * la, b.data, b.offset(p), b.rows, edge);
                default -> VectorRows.three(a, ia + r * la, b.data, b.offset(p), b.rows, edge);
            }
            System.arraycopy(edge, 0, c, ic + r * lc, width);
        }
    }

    /** {@link Kernels#accumulate}. */
    void accumulate(float[] a, int ia, int sa, int rows, float[] d, int id, int columns, int terms, float[] c, int ic) {
        int pitch = terms + (rows - 1) / sa;
        transpose(a, ia, sa, rows, terms, pitch);
        if (panel.length < terms * MAX_VECTORS * LANES) {
            panel = new float[terms * MAX_VECTORS * LANES];
        }
        int total = (columns + LANES - 1) / LANES;
        for (int v = 0; v < total; ) {
            int vectors = PackedMatrix.vectors(total - v, LANES);
            int start = v * LANES;
            cut(d, id + start, columns, terms, vectors);
            int width = Math.min(vectors * LANES, columns - start);
            for (int r = 0; r < rows; r += TILE) {
                int from = r % sa * pitch + r / sa;
                int to = ic + r * columns + start;
                int high = Math.min(TILE, rows - r);
                if (high == TILE && width == vectors * LANES) {
                    tile(vectors, transposed, from, pitch, panel, 0, terms, c, to, columns, true);
                } else {
                    copy(c, to, columns, edge, 0, vectors * LANES, high, width);
                    tile(vectors, transposed, from, pitch, panel, 0, terms, edge, 0, vectors * LANES, true);
                    copy(edge, 0, vectors * LANES, c, to, columns, high, width);
                }
            }
            v += vectors;
        }
    }

    /**
     * transposed[i pitch + l] = a[ia + l sa + i]. Row r of the result needs values r, r + sa, ... of a, which are
     * contiguous in row r % sa of {@code transposed}, from index r / sa on. A tile can extend beyond the last row, so
     * {@code TILE - 1} more rows follow: the first rows, shifted by one.
     */
    private void transpose(float[] a, int ia, int sa, int rows, int terms, int pitch) {
        int channels = Math.min(sa, rows);
        int size = (channels + TILE) * pitch;
        if (transposed.length < size) {
            transposed = new float[size];
        }
        float[] t = transposed;
        int numbers = (terms - 1) * sa + rows;
        for (int first = 0; first < channels; first += LANES) {
            int end = Math.min(channels, first + LANES);
            for (int l = 0; l < pitch; l++) {
                int q = ia + l * sa;
                int limit = Math.min(end, numbers - l * sa);
                for (int i = first; i < limit; i++) {
                    t[i * pitch + l] = a[q + i];
                }
            }
        }
        for (int j = 0; j < TILE - 1; j++) {
            System.arraycopy(t, j * pitch + 1, t, (channels + j) * pitch, pitch - 1);
        }
    }

    /** Copies some vectors of columns of every row into a panel. */
    private void cut(float[] d, int id, int columns, int terms, int vectors) {
        for (int l = 0, q = id, to = 0; l < terms; l++, q += columns) {
            for (int v = 0; v < vectors; v++, to += LANES) {
                FloatVector.fromArray(SPECIES, d, q + v * LANES).intoArray(panel, to);
            }
        }
    }

    private static void copy(float[] from, int at, int pitch, float[] to, int ic, int rc, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, at + r * pitch, to, ic + r * rc, width);
        }
    }

    private static void tile(
            int vectors,
            float[] a,
            int ia,
            int ra,
            float[] b,
            int ib,
            int terms,
            float[] c,
            int ic,
            int rc,
            boolean add) {
        switch (vectors) {
            case 1 -> VectorTiles.one(a, ia, ra, b, ib, terms, c, ic, rc, add);
            case 2 -> VectorTiles.two(a, ia, ra, b, ib, terms, c, ic, rc, add);
            default -> VectorTiles.three(a, ia, ra, b, ib, terms, c, ic, rc, add);
        }
    }
}
