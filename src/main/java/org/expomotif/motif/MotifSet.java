package org.expomotif.motif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.expomotif.run.Warnings;

/**
 * The motifs of one file, in the order of the file.
 *
 * @param motifs the motifs, all of one alphabet; identifiers may occur more than once
 * @param background the letter frequencies in the header of the file; empty when it has none
 * @param format the format of the file; empty for motifs that were not read from a file
 */
public record MotifSet(List<Motif> motifs, Optional<Background> background, Optional<MotifFormat> format) {
    private static final int NAMED = 3;

    /** Copies the list. */
    public MotifSet {
        motifs = List.copyOf(motifs);
    }

    /** Motifs that were not read from a file. */
    public MotifSet(List<Motif> motifs, Optional<Background> background) {
        this(motifs, background, Optional.empty());
    }

    /** The alphabet of the motifs; DNA when there are no motifs. */
    public Alphabet alphabet() {
        return motifs.isEmpty() ? Alphabet.DNA : motifs.getFirst().alphabet();
    }

    /**
     * These motifs with distinct identifiers. The first motif with an identifier {@code m} keeps it; further ones get
     * the identifiers {@code m-2}, {@code m-3} and so on, skipping those of other motifs.
     *
     * @param file the name of the file in the warning about repeated identifiers
     */
    public MotifSet withDistinctIds(String file, Warnings warnings) {
        Set<String> repeated = repeatedIds();
        if (repeated.isEmpty()) {
            return this;
        }
        Set<String> taken = new HashSet<>();
        motifs.forEach(motif -> taken.add(motif.id()));
        Map<String, Integer> copies = new LinkedHashMap<>();
        List<Motif> distinct = new ArrayList<>();
        String example = "";
        for (Motif motif : motifs) {
            int copy = copies.merge(motif.id(), 1, Integer::sum);
            if (copy == 1) {
                distinct.add(motif);
                continue;
            }
            while (!taken.add(motif.id() + "-" + copy)) {
                copy++;
            }
            copies.put(motif.id(), copy);
            distinct.add(motif.withId(motif.id() + "-" + copy));
            example = example.isEmpty() ? motif.id() + "-" + copy : example;
        }
        warnings.warn(file + ": " + occurs(repeated) + "; each further motif is used under a name of its own ("
                + example + ")");
        return new MotifSet(distinct, background, format);
    }

    /**
     * The first motif of each identifier, as Tomtom reads a file.
     *
     * @param file the name of the file in the warning about motifs that are left out
     */
    public MotifSet firstOfEachId(String file, Warnings warnings) {
        Set<String> repeated = repeatedIds();
        if (repeated.isEmpty()) {
            return this;
        }
        Map<String, Motif> first = new LinkedHashMap<>();
        motifs.forEach(motif -> first.putIfAbsent(motif.id(), motif));
        warnings.warn(file + ": " + occurs(repeated) + "; the first is used and " + (motifs.size() - first.size())
                + " left out, as Tomtom does");
        return new MotifSet(List.copyOf(first.values()), background, format);
    }

    private Set<String> repeatedIds() {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (Motif motif : motifs) {
            if (!seen.add(motif.id())) {
                repeated.add(motif.id());
            }
        }
        return repeated;
    }

    private static String occurs(Set<String> ids) {
        List<String> some = ids.stream().limit(NAMED).toList();
        String names = String.join(", ", some) + (ids.size() > NAMED ? ", ..." : "");
        return ids.size() == 1
                ? "the motif identifier " + names + " occurs more than once"
                : ids.size() + " motif identifiers occur more than once (" + names + ")";
    }
}
