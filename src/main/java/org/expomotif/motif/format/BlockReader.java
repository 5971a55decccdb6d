package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.CountMatrix;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifFormat;
import org.expomotif.motif.MotifSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads matrices below lines that begin with {@code >}, or one matrix without such a line, which is named after its
 * file: HOMER, JASPAR and the plain rows of HOCOMOCO, Cluster-Buster and gimmemotifs. {@link Orientation} decides
 * whether rows are positions or letters.
 */
final class BlockReader {
    private final MotifText text;
    private final FileAlphabet alphabet;

    private BlockReader(MotifText text) {
        this.text = text;
        alphabet = new FileAlphabet(text);
    }

    static MotifSet read(MotifText text) {
        return new BlockReader(text).read();
    }

    private MotifSet read() {
        List<MatrixBlock> blocks = new ArrayList<>();
        for (int at = text.nextContent(0); at < text.size(); at = nextHeader(at + 1)) {
            blocks.add(MatrixBlock.read(text, at));
        }
        Optional<Orientation> common = Orientation.common(blocks);
        List<Motif> motifs = new ArrayList<>();
        boolean letters = true;
        for (MatrixBlock block : blocks) {
            if (block.rows().isEmpty()) {
                throw text.fault(block.header(), "a header without a matrix below it")
                        .atRecord(block.record());
            }
            Orientation orientation = Orientation.of(text, block, common);
            letters &= orientation == Orientation.LETTERS;
            motifs.add(motif(block, orientation == Orientation.LETTERS ? ofLetters(block) : ofPositions(block)));
        }
        MotifFormat format = blocks.stream().anyMatch(MatrixBlock::isHomer)
                ? MotifFormat.HOMER
                : letters ? MotifFormat.JASPAR : MotifFormat.POSITION_ROWS;
        return new MotifSet(
                motifs.stream().map(motif -> motif.withAlphabet(alphabet.get())).toList(),
                Optional.empty(),
                Optional.of(format));
    }

    private int nextHeader(int from) {
        int at = from;
        while (at < text.size() && !text.line(at).startsWith(">")) {
            at++;
        }
        return at;
    }

    private Motif motif(MatrixBlock block, List<double[]> rows) {
        if (!block.isHomer()) {
            return CountMatrix.toMotif(block.id(), block.name(), rows, Alphabet.DNA);
        }
        if (block.name().indexOf('U') >= 0) {
            alphabet.shown(block.header(), Alphabet.RNA);
        } else if (block.name().indexOf('T') >= 0) {
            alphabet.shown(block.header(), Alphabet.DNA);
        }
        return CountMatrix.ofProbabilities(block.id(), block.name(), rows, Alphabet.DNA, block.threshold());
    }

    private List<double[]> ofPositions(MatrixBlock block) {
        block.columns().ifPresent(columns -> alphabet.shown(block.header(), columns.alphabet()));
        List<double[]> positions = new ArrayList<>();
        for (MatrixBlock.Row row : block.rows()) {
            if (row.isSigned()) {
                throw text.notARow(row.line(), block.record());
            }
            double[] four = text.four(row.line(), block.record(), row.numbers());
            if (!CountMatrix.hasSum(four)) {
                throw text.fault(row.line(), "all counts of a position are 0")
                        .atRecord(block.record())
                        .expected("at least one site at every position");
            }
            positions.add(block.columns().map(columns -> columns.ordered(four)).orElse(four));
        }
        return positions;
    }

    private List<double[]> ofLetters(MatrixBlock block) {
        if (block.rows().size() < 4) {
            int count = block.rows().size();
            throw text.fault(block.header(), "the matrix has " + count + (count == 1 ? " row" : " rows"))
                    .atRecord(block.record())
                    .expected("four rows, one per letter, or rows of four numbers, one per position");
        }
        double[] @Nullable [] rows = new double[4][];
        int width = block.rows().getFirst().numbers().length;
        boolean lettered = block.rows().getFirst().letter() >= 0;
        for (int i = 0; i < block.rows().size(); i++) {
            MatrixBlock.Row row = block.rows().get(i);
            if (i >= 4) {
                throw text.fault(row.line(), "more than four rows in one matrix")
                        .expected("a header line that starts with \">\"")
                        .found(MotifText.quote(text.line(row.line())));
            }
            if (lettered != row.letter() >= 0) {
                throw text.fault(row.line(), "only some rows of the matrix begin with a letter")
                        .atRecord(block.record())
                        .expected("a letter before each of the four rows, or before none");
            }
            int letter = lettered ? row.letter() : i;
            if (rows[letter] != null) {
                throw text.fault(row.line(), "the matrix has a letter twice")
                        .atRecord(block.record())
                        .expected("one row each for A, C, G and T")
                        .found(text.line(row.line()).substring(0, 1));
            }
            if (row.numbers().length != width) {
                throw text.fault(row.line(), "the rows of the matrix differ in length")
                        .atRecord(block.record())
                        .expected(width + (width == 1 ? " number" : " numbers"))
                        .found(Integer.toString(row.numbers().length))
                        .remedy("give one row per letter and one column per position,"
                                + " or one row of four numbers per position");
            }
            if (lettered && letter == 3) {
                alphabet.shown(row.line(), row.rna() ? Alphabet.RNA : Alphabet.DNA);
            }
            rows[letter] = row.numbers();
        }
        return transposed(block, rows, width);
    }

    private List<double[]> transposed(MatrixBlock block, double[] @Nullable [] rows, int width) {
        List<double[]> positions = new ArrayList<>();
        for (int position = 0; position < width; position++) {
            double[] counts = new double[4];
            for (int letter = 0; letter < 4; letter++) {
                double[] row = rows[letter];
                counts[letter] = row == null ? 0 : row[position];
            }
            if (!CountMatrix.hasSum(counts)) {
                throw text.fault(block.header(), "all counts of position " + (position + 1) + " are 0")
                        .atRecord(block.record())
                        .expected("at least one site at every position");
            }
            positions.add(counts);
        }
        return positions;
    }
}
