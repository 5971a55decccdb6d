package org.expomotif.attribution;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;

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
}
