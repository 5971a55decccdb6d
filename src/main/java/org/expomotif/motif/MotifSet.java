package org.expomotif.motif;

import java.util.List;
import java.util.Optional;

/**
 * The motifs of one file, in its order.
 *
 * @param motifs the motifs
 * @param background the letter frequencies of the file's header, when it has them
 */
public record MotifSet(List<Motif> motifs, Optional<Background> background) {
    /** Keeps its own copy of the list. */
    public MotifSet {
        motifs = List.copyOf(motifs);
    }
}
