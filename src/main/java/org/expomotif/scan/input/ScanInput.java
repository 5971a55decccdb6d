package org.expomotif.scan.input;

import java.util.Optional;

/** Receives the sequences, or regions of sequences, to scan, one after another. */
public interface ScanInput {
    /**
     * Begins a sequence, or a region of one. Its letters follow piece by piece.
     *
     * @param name name of the sequence in the output
     * @param firstBase position of the first letter in the output
     * @param label unique label of the sequence or region
     * @param region name and summits of the region, if sites carry them
     */
    void begin(String name, long firstBase, String label, Optional<NamedRegion> region);

    /** Begins a sequence, or a region without a name; see {@link #begin(String, long, String, Optional)}. */
    default void begin(String name, long firstBase, String label) {
        begin(name, firstBase, label, Optional.empty());
    }

    /** Adds letters to the current sequence or region. */
    void add(byte[] letters, int from, int to);

    /**
     * Receives the length of a sequence after all its regions.
     *
     * @param name name of the sequence in the output
     * @param bases number of bases of the whole sequence, not of its regions
     */
    default void length(String name, long bases) {}

    /** Called after the last sequence. */
    void finish();
}
