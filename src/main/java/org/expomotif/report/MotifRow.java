package org.expomotif.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.compare.MotifMatch;
import org.expomotif.motif.Motif;
import org.expomotif.run.UserException;

/**
 * A motif on a page, with what it matches.
 *
 * @param motif the motif
 * @param best its best match, when there is one
 * @param others further matches, best first
 * @param verdict what is to be thought of it, where it was judged
 */
public record MotifRow(Motif motif, Optional<Match> best, List<Match> others, Optional<Verdict> verdict) {
    /**
     * A match and the motif matched.
     *
     * @param target the motif as its file has it
     * @param row how it matches
     */
    public record Match(Motif target, MotifMatch row) {}

    /**
     * What is to be thought of a motif.
     *
     * @param word in one word
     * @param meaning what the word says of a motif, for the legend
     * @param good whether the word is a good one
     * @param nullRate share of the shuffles of the motif that match as well
     */
    public record Verdict(String word, String meaning, boolean good, double nullRate) {}

    /** The same row, judged. */
    public MotifRow judged(Verdict judgement) {
        return new MotifRow(motif, best, others, Optional.of(judgement));
    }

    /** Rows of motifs that were compared with nothing. */
    public static List<MotifRow> of(List<Motif> motifs) {
        return motifs.stream()
                .map(m -> new MotifRow(m, Optional.empty(), List.of(), Optional.empty()))
                .toList();
    }

    /**
     * Rows of motifs with their matches.
     *
     * @param matches rows of {@code matches.tsv}, for each query the best first; those of other queries are passed over
     * @param targets the motifs that were matched against
     * @throws UserException when a match names a target that is not there
     */
    public static List<MotifRow> of(List<Motif> motifs, List<MotifMatch> matches, List<Motif> targets) {
        Map<String, Motif> byId = new LinkedHashMap<>();
        targets.forEach(t -> byId.putIfAbsent(t.id(), t));
        Map<String, List<Match>> byQuery = new LinkedHashMap<>();
        motifs.forEach(m -> byQuery.put(m.id(), new ArrayList<>()));
        for (MotifMatch match : matches) {
            List<Match> found = byQuery.get(match.query());
            if (found != null) {
                Motif target = byId.get(match.target());
                if (target == null) {
                    throw new UserException("a match names a motif that is not among the targets")
                            .atRecord("motif " + match.target())
                            .remedy("give the target file that the matches were made with");
                }
                found.add(new Match(target, match));
            }
        }
        List<MotifRow> rows = new ArrayList<>();
        for (Motif motif : motifs) {
            List<Match> found = byQuery.get(motif.id());
            rows.add(
                    found == null || found.isEmpty()
                            ? new MotifRow(motif, Optional.empty(), List.of(), Optional.empty())
                            : new MotifRow(
                                    motif,
                                    Optional.of(found.getFirst()),
                                    found.subList(1, found.size()),
                                    Optional.empty()));
        }
        return rows;
    }
}
