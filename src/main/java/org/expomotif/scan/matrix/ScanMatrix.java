package org.expomotif.scan.matrix;

import java.util.Optional;
import org.expomotif.motif.Motif;

/**
 * A named matrix to scan with, and its thresholds, on one strand or both.
 *
 * @param id identifier of the motif
 * @param name alternative identifier; may be empty
 * @param plus matrix of the plus strand
 * @param minus matrix of the minus strand, when it is scanned too
 */
public record ScanMatrix(String id, String name, StrandMatrix plus, Optional<StrandMatrix> minus) {
    /** The matrix of a motif by FIMO's definition; see {@link IntegerMatrix#ofMotif}. */
    public static ScanMatrix ofMotif(Motif motif, ScanSettings settings) {
        IntegerMatrix matrix = IntegerMatrix.ofMotif(motif, settings.background(), settings.pseudocount());
        return of(motif.id(), motif.name(), matrix, settings);
    }

    /**
     * The matrix of a filter of real numbers; see {@link IntegerMatrix#ofScores}.
     *
     * @param scores one row per position, columns A C G T
     * @param bias number added to the score of every window
     */
    public static ScanMatrix ofScores(String id, double[][] scores, double bias, ScanSettings settings) {
        return of(id, "", IntegerMatrix.ofScores(scores, bias), settings);
    }

    private static ScanMatrix of(String id, String name, IntegerMatrix matrix, ScanSettings settings) {
        StrandMatrix plus = StrandMatrix.of(matrix, settings);
        Optional<StrandMatrix> minus = settings.bothStrands()
                ? Optional.of(StrandMatrix.of(matrix.reverseComplement(), settings))
                : Optional.empty();
        return new ScanMatrix(id, name, plus, minus);
    }

    /** Number of positions. */
    public int width() {
        return plus.matrix().width();
    }

    /** The matrix of a strand, which must be one of the scanned strands. */
    public StrandMatrix strand(boolean isMinus) {
        return isMinus ? minus.orElseThrow() : plus;
    }
}
