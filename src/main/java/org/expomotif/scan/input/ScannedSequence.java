package org.expomotif.scan.input;

import java.util.Optional;

/**
 * A sequence, or a region of one, that is scanned. Instances are distinguished by {@code number}.
 *
 * @param number number of this sequence or region in the scan, from 0
 * @param sequence name of the sequence
 * @param name name of the sequence, escaped for the output
 * @param label unique label of the sequence or region
 * @param region name and summits of the region, if sites carry them
 */
public record ScannedSequence(long number, String sequence, byte[] name, String label, Optional<NamedRegion> region) {}
