package org.expomotif.motif.format;

import java.util.List;
import java.util.Optional;

/**
 * Whether the rows of a matrix are positions or letters.
 *
 * <p>In this order: the block's own signs (a header of HOMER or letters above the columns: positions; letters or
 * brackets at the rows: letters); its shape (rows of four numbers, more than four of them: positions; four rows of
 * equal length other than four: letters). A matrix of four rows and four columns is of the kind that sums say: counts
 * and probabilities of one position have the same sum at every position, so equal sums of the rows mean positions and
 * equal sums of the columns letters. Where the sums say nothing, the other matrices of the file decide when they agree;
 * else the matrix is refused.
 */
enum Orientation {
    /** One row per position. */
    POSITIONS,
    /** One row per letter. */
    LETTERS;

    /** How far equal sums may lie apart, as a share of their mean: rounding to two decimals is within it. */
    private static final double SPREAD = 0.02;

    /** The orientation that a block shows by its signs or its shape; nothing for four rows of four and for fewer. */
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

    /** The orientation that all blocks of a file show that show one; nothing when they differ or none does. */
    static Optional<Orientation> common(List<MatrixBlock> blocks) {
        List<Orientation> shown = blocks.stream()
                .flatMap(block -> shown(block).stream())
                .distinct()
                .toList();
        return shown.size() == 1 ? Optional.of(shown.getFirst()) : Optional.empty();
    }

    /** The orientation of a block, see above; {@code common} is that of the other blocks of its file. */
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
     * Whether four rows of four with a letter before each, but without brackets, have the sums of positions. ENCODE
     * writes the consensus letter before the numbers of each position.
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

    /** Fewer than four rows of four numbers are positions, unless the file ends within a matrix of letters. */
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
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double sum : sums) {
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        return most - least <= SPREAD * most;
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
