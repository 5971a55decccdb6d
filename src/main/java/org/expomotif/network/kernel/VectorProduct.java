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
    private static final int TILE = VectorTiles.ROWS;
    private static final int MAX_VECTORS = 3;

    /** The arrays of one thread, which are reused by later calls. */
    private static final ThreadLocal<VectorProduct> OF_THREAD = ThreadLocal.withInitial(VectorProduct::new);

    private final VectorTiles tiles = new VectorTiles();
    /** A partial tile of the result. */
    private final float[] edge = new float[TILE * MAX_VECTORS * LANES];

    private float[] transposed = new float[0];
    private float[] panel = new float[0];

    private VectorProduct() {}

    static VectorProduct ofThread() {
        return OF_THREAD.get();
    }

    /** {@link Kernels#multiply}. */
    void multiply(Product product, Tensor a, Tensor c, int from, int to, int first, int end) {
        PackedMatrix b = product.matrix();
        int ia = a.at(from) + product.start() + first * product.step();
        int ic = c.at(from) + first * b.columns;
        // If a sample has a single row, the samples are the rows of one product.
        boolean single = end - first == 1;
        int rows = single ? to - from : end - first;
        int samples = single ? 1 : to - from;
        int stepC = single ? c.pitch : b.columns;
        tiles.first(a.data, single ? a.pitch : product.step());
        for (int p = 0; p < b.count(); p++) {
            tiles.second(b.data, b.offset(p), b.rows, b.vectors[p]);
            for (int s = 0; s < samples; s++) {
                int start = ic + s * c.pitch + b.starts[p];
                if (rows < TILE) {
                    fewRows(ia + s * a.pitch, c.data, start, stepC, rows, b.width(p));
                } else {
                    rows(ia + s * a.pitch, c.data, start, stepC, rows, b.width(p));
                }
            }
        }
        tiles.release();
    }

    private void rows(int ia, float[] c, int ic, int stepC, int rows, int width) {
        boolean whole = width == tiles.width();
        tiles.result(whole ? c : edge, whole ? stepC : tiles.width());
        for (int r = 0; r < rows; r += TILE) {
            // The last tile overlaps rows already computed and writes the same values again.
            int first = Math.min(r, rows - TILE);
            int to = ic + first * stepC;
            tiles.compute(ia + first * tiles.firstStep(), whole ? to : 0, false);
            if (!whole) {
                copyFromEdge(c, to, stepC, TILE, width);
            }
        }
    }

    private void fewRows(int ia, float[] c, int ic, int stepC, int rows, int width) {
        tiles.result(edge, tiles.width());
        for (int r = 0; r < rows; r++) {
            tiles.computeRow(ia + r * tiles.firstStep(), 0);
            copyFromEdge(c, ic + r * stepC, stepC, 1, width);
        }
    }

    /** {@link Kernels#accumulate}. */
    void accumulate(WeightGradient layout, Tensor a, Tensor d, int from, int to, float[] c) {
        int terms = WeightGradient.terms(d, from, to);
        int columns = layout.columns();
        int step = layout.step();
        int pitch = terms + (layout.rows() - 1) / step;
        transpose(layout, a.data, a.at(from) + layout.start(), terms, pitch);
        if (panel.length < terms * MAX_VECTORS * LANES) {
            panel = new float[terms * MAX_VECTORS * LANES];
        }
        tiles.first(transposed, pitch);
        int total = (columns + LANES - 1) / LANES;
        for (int v = 0; v < total; ) {
            int vectors = PackedMatrix.vectors(total - v, LANES);
            int start = v * LANES;
            cut(d.data, d.at(from) + start, columns, terms, vectors);
            tiles.second(panel, 0, terms, vectors);
            int width = Math.min(vectors * LANES, columns - start);
            for (int r = 0; r < layout.rows(); r += TILE) {
                int ia = r % step * pitch + r / step;
                int ic = layout.first() + r * columns + start;
                int high = Math.min(TILE, layout.rows() - r);
                if (high == TILE && width == vectors * LANES) {
                    tiles.result(c, columns);
                    tiles.compute(ia, ic, true);
                } else {
                    copyToEdge(c, ic, columns, high, width);
                    tiles.result(edge, tiles.width());
                    tiles.compute(ia, 0, true);
                    copyFromEdge(c, ic, columns, high, width);
                }
            }
            v += vectors;
        }
        tiles.release();
    }

    /**
     * transposed[i pitch + l] = a[ia + l step + i]. Row r of the result needs values r, r + step, ... of a, which are
     * contiguous in row r % step of {@code transposed}, from index r / step on. A tile can extend beyond the last row,
     * so {@code TILE - 1} more rows follow: the first rows, shifted by one.
     */
    private void transpose(WeightGradient layout, float[] a, int ia, int terms, int pitch) {
        int step = layout.step();
        int channels = Math.min(step, layout.rows());
        int size = (channels + TILE) * pitch;
        if (transposed.length < size) {
            transposed = new float[size];
        }
        float[] t = transposed;
        int numbers = (terms - 1) * step + layout.rows();
        for (int first = 0; first < channels; first += LANES) {
            int end = Math.min(channels, first + LANES);
            for (int l = 0; l < pitch; l++) {
                int q = ia + l * step;
                int limit = Math.min(end, numbers - l * step);
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

    private void copyToEdge(float[] c, int ic, int stepC, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(c, ic + r * stepC, edge, r * tiles.width(), width);
        }
    }

    private void copyFromEdge(float[] c, int ic, int stepC, int rows, int width) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(edge, r * tiles.width(), c, ic + r * stepC, width);
        }
    }
}
