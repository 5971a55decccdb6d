package org.expomotif.network.layer;

import java.util.Arrays;
import org.expomotif.dna.Nucleotide;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PackedMatrix;
import org.expomotif.network.kernel.Product;
import org.expomotif.network.kernel.SumTable;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.spec.LayerSpec;
import org.jspecify.annotations.Nullable;

/**
 * The convolution over the bases. In training the input is one-hot, so the output is a sum of kernel rows selected by
 * the codes. Two neighbouring positions share a table row: table[p][6 a + b] = w[2p][a] + w[2p + 1][b]. Letters 0..3
 * are the bases, 4 is the unknown base (the mean of the four rows) and 5 is outside the sequence (zero). The gradient
 * is the transpose: dy[l] is added to the table rows whose sum is y[l].
 *
 * <p>In evaluation the input can be any values, and {@link Convolution} computes the output. For a one-hot sample the
 * kernel rows are added one by one instead, in the same order, which gives the same bits.
 */
final class FirstConvolution extends Convolution {
    private static final int OUTSIDE = 5;
    private static final int LETTERS = 6;

    private final int pairs;
    /** Number of positions whose gradients, four values each, fill a vector. */
    private final int side;

    /** Created on first use; null after the weights have changed. */
    private volatile @Nullable Product sideBySide;

    /** The term of a letter at a kernel position in the output. */
    private final SumTable letters;
    /** The term of two letters at neighbouring kernel positions. */
    private final SumTable table;

    FirstConvolution(Extent in, LayerSpec.Padding padding, int width, int filters, String name, Kernels kernels) {
        super(0, in, padding, width, filters, name, kernels);
        pairs = (width + 1) / 2;
        side = Math.max(1, kernels.lanes() / in.channels());
        letters = new SumTable(new float[2 * pairs * LETTERS * filters + Kernels.SLACK], width, 1, LETTERS * filters);
        table = pairTable();
    }

    private SumTable pairTable() {
        int stride = LETTERS * LETTERS * out.channels();
        return new SumTable(new float[pairs * stride + Kernels.SLACK], pairs, 2, stride);
    }

    /** Per part: the table of gradients, and the table indices of a sequence's pairs. */
    private record Scratch(SumTable[] tables, int[][] at) {}

    @Override
    Object scratch(int samples, Workspace.Purpose purpose) {
        boolean training = purpose == Workspace.Purpose.TRAINING;
        SumTable[] tables = new SumTable[training ? StepProgram.PARTS : 0];
        Arrays.setAll(tables, part -> pairTable());
        return new Scratch(tables, new int[Math.max(1, tables.length)][out.length() + 2 * pairs]);
    }

    @Override
    public void forward(Workspace w, int from, int to) {
        for (int n = from; n < to; n++) {
            if (!sumKernelRows(w, n, 0, out.length())) {
                super.forward(w, n, n + 1);
            }
        }
    }

    @Override
    public void forwardRows(Workspace w, int samples, int from, int end) {
        for (int n = 0; n < samples; n++) {
            if (!sumKernelRows(w, n, from, end)) {
                super.forwardRows(w, samples, from, end);
                return;
            }
        }
    }

    /** Computes rows of the output as sums of kernel rows; returns false if the input that they read is not one-hot. */
    private boolean sumKernelRows(Workspace w, int n, int from, int end) {
        Tensor x = w.value(index);
        int[] at = w.scratch(index, Scratch.class).at[0];
        int channels = out.channels();
        int first = from - left;
        if (!isOneHot(x, n, Math.max(0, first), Math.min(in.length(), end - 1 - left + width), at, first)) {
            return false;
        }
        Arrays.fill(at, 0, Math.max(0, -first), OUTSIDE * channels);
        int read = Math.min(in.length() - first, end - from + width - 1);
        Arrays.fill(at, read, end - from + width - 1, OUTSIDE * channels);
        kernels.lookUp(letters, at, w.value(index + 1), n, from, end);
        return true;
    }

    /** Whether a range of positions is one-hot; if so, writes the table index of the letter at each position. */
    private boolean isOneHot(Tensor x, int n, int from, int end, int[] at, int first) {
        int channels = out.channels();
        for (int l = from, q = x.at(n) + 4 * from; l < end; l++, q += 4) {
            int ones = 0;
            int zeros = 0;
            int letter = 0;
            for (int base = 0; base < 4; base++) {
                float value = x.data[q + base];
                ones += value == 1 ? 1 : 0;
                zeros += value == 0 ? 1 : 0;
                letter += value == 1 ? base : 0;
            }
            if (ones != 1 || zeros != 3) {
                return false;
            }
            at[l - first] = letter * channels;
        }
        return true;
    }

    /**
     * Computes several neighbouring positions as one row of the product, because four columns alone would leave most of
     * a vector empty. Each position uses its own window within a longer one; the zeros before and after it do not
     * change the sums.
     */
    @Override
    void product(Workspace w, int from, int to) {
        int rows = in.length() / side;
        kernels.multiply(sideBySide(), w.gradient(index + 1), w.gradient(index), from, to, 0, rows);
        backwardRows(w, from, to, rows * side);
    }

    private Product sideBySide() {
        Product made = sideBySide;
        if (made == null) {
            int columns = in.channels();
            PackedMatrix matrix =
                    new PackedMatrix((width + side - 1) * out.channels(), side * columns, kernels.lanes());
            float[] column = new float[matrix.rows];
            for (int j = 0; j < matrix.columns; j++) {
                Arrays.fill(column, 0);
                for (int k = 0; k < width; k++) {
                    int from = (k * columns + j % columns) * out.channels();
                    int to = (j / columns + width - 1 - k) * out.channels();
                    System.arraycopy(kernel.values(), from, column, to, out.channels());
                }
                matrix.packColumn(column, j);
            }
            made = new Product(matrix, -(width - 1 - left) * out.channels(), side * out.channels());
            sideBySide = made;
        }
        return made;
    }

    @Override
    public void planForward(StepProgram program, Workspace w, Pass pass) {
        Scratch scratch = w.scratch(index, Scratch.class);
        program.perGroup(
                (part, from, to) -> {
                    int[] at = scratch.at[part];
                    for (int s = from; s < to; s++) {
                        pairIndices(pass.codes()[s], at);
                        kernels.lookUp(table, at, w.value(index + 1), s, 0, out.length());
                    }
                },
                gradientGroup());
    }

    @Override
    public void planBackward(StepProgram program, Workspace w, Pass pass) {
        Scratch scratch = w.scratch(index, Scratch.class);
        program.begin((part, from, to) -> Arrays.fill(scratch.tables[part].values(), 0));
        program.perGroup(
                (part, from, to) -> {
                    int[] at = scratch.at[part];
                    for (int s = from; s < to; s++) {
                        pairIndices(pass.codes()[s], at);
                        kernels.scatter(scratch.tables[part], at, w.gradient(index + 1), s);
                    }
                },
                gradientGroup());
        program.perPart((part, from, to) -> gradientFromTable(scratch.tables[part].values(), w.partial(kernel)[part]));
    }

    /** Writes the table index of the pair that starts at every padded position. */
    private void pairIndices(byte[] codes, int[] at) {
        int second = letter(codes, -left);
        for (int q = 0; q < at.length; q++) {
            int first = second;
            second = letter(codes, q + 1 - left);
            at[q] = (first * LETTERS + second) * out.channels();
        }
    }

    private static int letter(byte[] codes, int position) {
        return position < 0 || position >= codes.length ? OUTSIDE : codes[position];
    }

    @Override
    public void pack(int part) {
        super.pack(part);
        if (part == 0) {
            sideBySide = null;
        }
        int channels = out.channels();
        float[] terms = letters.values();
        float[] pairTerms = table.values();
        for (int p = StepProgram.from(part, pairs); p < StepProgram.from(part + 1, pairs); p++) {
            for (int letter = 0; letter < LETTERS; letter++) {
                fillRow(2 * p, letter);
                fillRow(2 * p + 1, letter);
            }
            for (int a = 0; a < LETTERS; a++) {
                int first = (2 * p * LETTERS + a) * channels;
                for (int b = 0; b < LETTERS; b++) {
                    int second = ((2 * p + 1) * LETTERS + b) * channels;
                    int q = ((p * LETTERS + a) * LETTERS + b) * channels;
                    for (int o = 0; o < channels; o++) {
                        pairTerms[q + o] = terms[first + o] + terms[second + o];
                    }
                }
            }
        }
    }

    /** Computes the term of a letter at kernel position k in the output. */
    private void fillRow(int k, int letter) {
        int channels = out.channels();
        int to = (k * LETTERS + letter) * channels;
        float[] terms = letters.values();
        Arrays.fill(terms, to, to + channels, 0);
        if (k >= width || letter == OUTSIDE) {
            return;
        }
        boolean unknown = letter == Nucleotide.UNKNOWN;
        for (int base = 0; base < 4; base++) {
            if (unknown || base == letter) {
                int q = (k * 4 + base) * channels;
                for (int o = 0; o < channels; o++) {
                    terms[to + o] += (unknown ? 0.25f : 1f) * kernel.values()[q + o];
                }
            }
        }
    }

    private void gradientFromTable(float[] sums, float[] dw) {
        Arrays.fill(dw, 0);
        int channels = out.channels();
        for (int p = 0; p < pairs; p++) {
            for (int a = 0; a < LETTERS; a++) {
                for (int b = 0; b < LETTERS; b++) {
                    int q = ((p * LETTERS + a) * LETTERS + b) * channels;
                    addRow(sums, q, 2 * p, a, dw);
                    addRow(sums, q, 2 * p + 1, b, dw);
                }
            }
        }
    }

    /** Adds a table row to the gradient of a kernel row. */
    private void addRow(float[] sums, int q, int k, int letter, float[] dw) {
        if (k >= width || letter == OUTSIDE) {
            return;
        }
        boolean unknown = letter == Nucleotide.UNKNOWN;
        for (int base = 0; base < 4; base++) {
            if (unknown || base == letter) {
                int to = (k * 4 + base) * out.channels();
                for (int o = 0; o < out.channels(); o++) {
                    dw[to + o] += (unknown ? 0.25f : 1f) * sums[q + o];
                }
            }
        }
    }
}
