package org.expomotif.scan;

import java.util.Optional;
import org.expomotif.motif.Motif;

/**
 * What is scanned for: a named matrix with its thresholds, on one strand or both.
 *
 * @param id motif id of the hits
 * @param name alternative id, may be empty
 * @param plus the matrix on the strand as read
 * @param minus its reverse complement, when the other strand is scanned too
 */
public record ScanMatrix(String id, String name, StrandMatrix plus, Optional<StrandMatrix> minus) {
    /** A motif in FIMO's definition; see {@link IntegerMatrix#ofMotif}. */
    public static ScanMatrix ofMotif(Motif motif, ScanSettings settings) {
        IntegerMatrix matrix = IntegerMatrix.ofMotif(motif, settings.background(), settings.pseudocount());
        return of(motif.id(), motif.name(), matrix, settings);
    }

    /**
     * A filter of real numbers; see {@link IntegerMatrix#ofScores}.
     *
     * @param scores one row a position, columns A C G T
     * @param bias added to every window's score
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

    /** The matrix of a strand; asking for a minus strand that is not scanned is a fault of the program. */
    StrandMatrix strand(boolean isMinus) {
        return isMinus ? minus.orElseThrow() : plus;
    }
}
