package org.expomotif.variant.allele;

import java.util.Collection;
import java.util.Optional;
import org.expomotif.io.sequence.IndexedSequences;

/** The warning about contigs that a genome does not have. */
public final class ContigNames {
    private static final String PREFIX = "chr";
    private static final int SHOWN = 5;

    private ContigNames() {}

    /**
     * The warning.
     *
     * @param file the name of the VCF file
     * @param unknown the contigs, at least one
     */
    public static String warning(String file, Collection<String> unknown, IndexedSequences genome) {
        String names =
                String.join(", ", unknown.stream().limit(SHOWN).toList()) + (unknown.size() > SHOWN ? ", ..." : "");
        String found = file + ": the genome has no sequence " + names + "; the variants there are not scored";
        return unknown.stream()
                .flatMap(name -> otherName(name, genome).stream()
                        .map(other -> found + ". It has " + other + ": rename the contigs with bcftools annotate"
                                + " --rename-chrs FILE, where FILE has lines such as \"" + name + " " + other + "\""))
                .findFirst()
                .orElse(found);
    }

    private static Optional<String> otherName(String name, IndexedSequences genome) {
        String other = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : PREFIX + name;
        return genome.length(other) > 0 ? Optional.of(other) : Optional.empty();
    }
}
