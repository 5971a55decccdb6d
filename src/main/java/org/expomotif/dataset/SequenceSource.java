package org.expomotif.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.track.DroppedRegions;
import org.expomotif.run.Progress;

/** A source of sequences. */
public sealed interface SequenceSource permits FileSequences, GenomeRegions {
    /** The name of the file in messages. */
    String name();

    /** The files that are read. */
    List<String> files();

    /** The number of sequences. This reads the file. */
    long count();

    /** Passes the sequences to a consumer, in order. */
    void forEach(Consumer<DnaSequence> consumer);

    /**
     * Lengths, in bases, of the genome sequences that these sequences were cut from; available after {@link #forEach},
     * empty when unknown.
     */
    Map<String, Integer> genomeLengths();

    /** Regions without a sequence; available after {@link #forEach}, empty when the source has no regions. */
    default Optional<DroppedRegions> dropped() {
        return Optional.empty();
    }

    /** Reports notes and warnings about the sequences to the user, after {@link #forEach}. */
    default void report(Progress progress) {}
}
