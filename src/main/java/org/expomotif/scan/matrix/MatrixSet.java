package org.expomotif.scan.matrix;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;

/**
 * The matrices of a scan.
 *
 * @param matrices the matrices in the order of the output, at least one
 * @param settings settings that the matrices were made with; the pseudocounts of single motifs may differ
 */
public record MatrixSet(List<ScanMatrix> matrices, ScanSettings settings) {
    /**
     * The matrices of motifs, in the order of their file.
     *
     * @param pseudocounts pseudocounts of single motifs, by identifier
     * @param file name of the file, for errors
     * @throws UserException when a pseudocount names no motif, or a motif has no log-odds
     */
    public static MatrixSet ofMotifs(
            MotifSet motifs, ScanSettings settings, Map<String, Double> pseudocounts, String file) {
        List<String> ids = motifs.motifs().stream().map(motif -> motif.id()).toList();
        pseudocounts.keySet().forEach(id -> requireMotif(id, ids, "--motif-pseudo", file));
        List<ScanMatrix> matrices = motifs.motifs().parallelStream()
                .map(motif -> {
                    Double own = pseudocounts.get(motif.id());
                    return ScanMatrix.ofMotif(motif, own == null ? settings : settings.withPseudocount(own));
                })
                .toList();
        return new MatrixSet(matrices, settings);
    }

    /**
     * Some of these matrices, in their order.
     *
     * @param ids identifiers of the motifs
     * @param file name of the file of the motifs, for errors
     * @throws UserException when no motif has one of the identifiers
     */
    public MatrixSet only(List<String> ids, String file) {
        List<String> known = matrices.stream().map(ScanMatrix::id).toList();
        ids.forEach(id -> requireMotif(id, known, "--motif", file));
        Set<String> chosen = Set.copyOf(ids);
        return new MatrixSet(
                matrices.stream().filter(matrix -> chosen.contains(matrix.id())).toList(), settings);
    }

    private static void requireMotif(String id, List<String> known, String option, String file) {
        if (!known.contains(id)) {
            throw new UserException("no motif has the identifier " + id)
                    .in(file)
                    .found("for example " + known.getFirst())
                    .remedy("give " + option + " an identifier of the file");
        }
    }

    /** Number of matrices. */
    public int size() {
        return matrices.size();
    }

    /** Maximum number of positions of a matrix. */
    public int maximumWidth() {
        return matrices.stream().mapToInt(ScanMatrix::width).max().orElse(1);
    }
}
