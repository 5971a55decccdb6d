package org.expomotif.attribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.DroppedRegions;
import org.expomotif.run.Progress;

/** Where sequences come from. */
public sealed interface SequenceSource permits FileSequences, GenomeRegions {
    /** The name of the file, for a message. */
    String name();

    /** The files that are read. */
    List<String> files();

    /** How many sequences there are; the file is read for it. */
    long count();

    /** Hands over the sequences in order. */
    void forEach(Consumer<DnaSequence> consumer);

    /** Bases of the sequences that these were cut from, once they have been handed over; empty when not known. */
    Map<String, Integer> genomeLengths();

    /** Regions that gave no sequence, once all sequences have been handed over; empty where there are no regions. */
    default Optional<DroppedRegions> dropped() {
        return Optional.empty();
    }

    /** Reports what the user should know about the sequences, once they have been handed over. */
    default void report(Progress progress) {}
}
