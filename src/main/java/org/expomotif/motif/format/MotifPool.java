package org.expomotif.motif.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.expomotif.io.Inputs;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/** The motifs of several files as one set with distinct identifiers. */
public final class MotifPool {
    private MotifPool() {}

    /**
     * Reads the first motif of each identifier of every file. An identifier that an earlier file has too is prefixed
     * with the name of its file: {@code b.meme:MA0139.1}.
     *
     * @param files paths, or {@code -} for standard input
     * @return the motifs in the order of the files, with the background of the first file
     * @throws UserException when a file cannot be read, or has another alphabet than the first one
     */
    public static MotifSet read(List<String> files, Warnings warnings) {
        List<MotifSet> sets = files.stream()
                .map(file -> MotifFile.readFirstOfEachId(file, warnings))
                .toList();
        for (int f = 1; f < sets.size(); f++) {
            MotifAlphabets.requireSame(files.getFirst(), sets.getFirst(), files.get(f), sets.get(f));
        }
        Set<String> seen = new HashSet<>();
        List<Motif> all = new ArrayList<>();
        for (int f = 0; f < files.size(); f++) {
            for (Motif motif : sets.get(f).motifs()) {
                String id = motif.id();
                for (int copy = 1; !seen.add(id); copy++) {
                    id = fileName(files.get(f)) + (copy > 1 ? "~" + copy : "") + ":" + motif.id();
                }
                all.add(motif.withId(id));
            }
        }
        return new MotifSet(
                all, sets.isEmpty() ? Optional.empty() : sets.getFirst().background());
    }

    private static String fileName(String path) {
        return Inputs.name(path).replaceFirst(".*/", "").replaceAll("\\s", "_");
    }
}
