package org.expomotif.io.track;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Detects that two files name the same chromosomes with and without {@code chr}. */
final class ChromosomeNames {
    private static final String PREFIX = "chr";

    private ChromosomeNames() {}

    /**
     * The remedy for regions whose sequence names are missing from the sequences.
     *
     * @param missing names that occur only in the regions
     * @param present names of the sequences
     * @return the remedy; empty unless the names differ only by the prefix
     */
    static Optional<String> advice(Collection<String> missing, Set<String> present) {
        for (String name : missing) {
            if (name.startsWith(PREFIX) && present.contains(name.substring(PREFIX.length()))) {
                return Optional.of("the sequences are named without chr, such as " + name.substring(PREFIX.length())
                        + ": take it off the regions with sed 's/^chr//'");
            }
            if (present.contains(PREFIX + name)) {
                return Optional.of("the sequences are named with chr, such as " + PREFIX + name
                        + ": put it before the regions with sed 's/^/chr/'");
            }
        }
        return Optional.empty();
    }
}
