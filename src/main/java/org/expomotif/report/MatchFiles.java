package org.expomotif.report;

import java.util.List;
import org.expomotif.compare.MotifMatch;
import org.expomotif.io.table.TsvReader;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * The files of the matches of motifs.
 *
 * @param matches the table of {@link MotifMatch} that {@code tomtom-match} writes
 * @param targets the files of the motifs that were matched with
 */
public record MatchFiles(String matches, List<String> targets) {
    /**
     * Reads the files and returns the rows of a page of the given motifs.
     *
     * @throws UserException when a file cannot be read, or the target of a match is missing
     */
    public List<MotifRow> rows(List<Motif> motifs, Warnings warnings) {
        List<MotifMatch> found = TsvReader.readAll(matches, MotifMatch.class);
        List<Motif> known = targets.stream()
                .flatMap(file -> MotifFile.readFirstOfEachId(file, warnings).motifs().stream())
                .toList();
        return MotifRow.of(motifs, found, known);
    }
}
