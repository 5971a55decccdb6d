package org.expomotif.motif.format;

import java.util.List;
import java.util.Optional;

/**
 * Whether the rows of a matrix are positions or letters.
 *
 * <p>The orientation is determined first by the notation of the block: a header of HOMER or letters above the columns
 * mean positions; letters or brackets at the rows mean letters. The second criterion is the shape: more than four rows
 * of four numbers are positions; four rows of equal length other than four are letters. A matrix of four rows and four
 * columns is decided by its sums: counts and probabilities have the same sum at every position, so equal row sums mean
 * positions and equal column sums mean letters. When the sums are inconclusive, the other matrices of the file decide
 * if they agree; otherwise the matrix is rejected.
 */
enum Orientation {
    /** One row per position. */
    POSITIONS,
    /** One row per letter. */
    LETTERS;

    /**
     * Maximum difference between sums that count as equal, relative to their mean; it allows for rounding to two
     * decimals.
     */
    private static final double SPREAD = 0.02;

    /**
     * The orientation that the notation or the shape of a block shows; empty for four or fewer rows of four numbers.
     */
    static Optional<Orientation> shown(MatrixBlock block) {
        if (block.isHomer() || block.columns().isPresent()) {
            return Optional.of(POSITIONS);
        }
        if (block.rows().stream().anyMatch(MatrixBlock.Row::isSigned)) {
            return Optional.of(LETTERS);
        }
        int rows = block.rows().size();
        if (block.hasFourColumns()) {
            return rows > 4 ? Optional.of(POSITIONS) : Optional.empty();
        }
        return rows == 4 && block.isRectangular() ? Optional.of(LETTERS) : Optional.empty();
    }

    /**
     * The orientation of all blocks of a file whose notation or shape shows one; empty when these blocks differ or
     * there are none.
     */
    static Optional<Orientation> common(List<MatrixBlock> blocks) {
        List<Orientation> shown = blocks.stream()
                .flatMap(block -> shown(block).stream())
                .distinct()
                .toList();
        return shown.size() == 1 ? Optional.of(shown.getFirst()) : Optional.empty();
    }

    /**
     * The orientation of a block, as described above; {@code common} is the orientation of the other blocks of its
     * file.
     */
    static Orientation of(MotifText text, MatrixBlock block, Optional<Orientation> common) {
        Optional<Orientation> shown = shown(block);
        if (shown.isPresent()) {
            if (shown.get() == LETTERS && isContradicted(block)) {
                throw text.fault(block.header(), "the letters before the rows contradict the sums of the matrix")
                        .atRecord(block.record())
                        .expected("equal sums of the columns, where each row is a letter")
                        .found("equal sums of the rows alone, as where each row is a position")
                        .remedy("where the rows are positions, remove the letters before them");
            }
            return shown.get();
        }
        if (block.hasFourColumns()) {
            Optional<Orientation> summed = block.rows().size() == 4 ? bySums(block) : byRowSums(block);
            boolean agree = summed.isEmpty() || common.isEmpty() || summed.equals(common);
            return summed.or(() -> common)
                    .filter(found -> agree)
                    .orElseThrow(() -> text.fault(
                                    block.header(),
                                    "it is not clear whether the rows of the matrix are positions or letters")
                            .atRecord(block.record())
                            .expected("equal sums either of the rows or of the columns")
                            .remedy("write a line \"A C G T\" above the matrix where its rows are positions,"
                                    + " or the letters A, C, G and T before the rows where they are letters"));
        }
        return common.orElse(block.rows().size() > 4 && mostHaveFour(block) ? POSITIONS : LETTERS);
    }

    /**
     * Whether four rows of four numbers with a letter before each row, but without brackets, have the sums of
     * positions. ENCODE writes the consensus letter before the numbers of each position.
     */
    private static boolean isContradicted(MatrixBlock block) {
        return block.rows().size() == 4
                && block.hasFourColumns()
                && block.rows().stream().noneMatch(MatrixBlock.Row::bracketed)
                && areEqual(rowSums(block))
                && !areEqual(columnSums(block));
    }

    private static boolean mostHaveFour(MatrixBlock block) {
        return 2
                        * block.rows().stream()
                                .filter(row -> row.numbers().length == 4)
                                .count()
                > block.rows().size();
    }

    /**
     * The orientation of fewer than four rows of four numbers, by their row sums; such rows are positions unless the
     * file ends within a matrix of letters.
     */
    private static Optional<Orientation> byRowSums(MatrixBlock block) {
        return areEqual(rowSums(block)) ? Optional.of(POSITIONS) : Optional.empty();
    }

    private static Optional<Orientation> bySums(MatrixBlock block) {
        boolean rows = areEqual(rowSums(block));
        boolean columns = areEqual(columnSums(block));
        if (rows && columns) {
            return isSymmetric(block) ? Optional.of(POSITIONS) : Optional.empty();
        }
        return rows ? Optional.of(POSITIONS) : columns ? Optional.of(LETTERS) : Optional.empty();
    }

    private static double[] rowSums(MatrixBlock block) {
        double[] sums = new double[block.rows().size()];
        for (int i = 0; i < sums.length; i++) {
            for (double number : block.rows().get(i).numbers()) {
                sums[i] += number;
            }
        }
        return sums;
    }

    private static double[] columnSums(MatrixBlock block) {
        double[] sums = new double[4];
        for (MatrixBlock.Row row : block.rows()) {
            for (int i = 0; i < 4; i++) {
                sums[i] += row.numbers()[i];
            }
        }
        return sums;
    }

    private static boolean areEqual(double[] sums) {
        double minimum = Double.POSITIVE_INFINITY;
        double maximum = 0;
        for (double sum : sums) {
            minimum = Math.min(minimum, sum);
            maximum = Math.max(maximum, sum);
        }
        return maximum - minimum <= SPREAD * maximum;
    }

    private static boolean isSymmetric(MatrixBlock block) {
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                if (block.rows().get(i).numbers()[j] != block.rows().get(j).numbers()[i]) {
                    return false;
                }
            }
        }
        return true;
    }
}
