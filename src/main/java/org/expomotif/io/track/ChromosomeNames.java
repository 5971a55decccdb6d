package org.expomotif.io.track;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Recognises when two files name the same chromosomes differently, with and without {@code chr}. */
final class ChromosomeNames {
    private static final String PREFIX = "chr";

    private ChromosomeNames() {}

    /**
     * What to do about names of regions that the sequences do not have.
     *
     * @param missing names that only the regions have
     * @param present names of the sequences
     * @return empty when the names do not differ by the prefix alone
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
