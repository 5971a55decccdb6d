package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.QueryMatches;
import org.expomotif.io.Inputs;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;

/**
 * The fraction of the motifs learned by a network that match planted motifs (Koo and Ploenzke 2021,
 * doi:10.1038/s42256-020-00291-x, "match fraction").
 *
 * <p>A query is counted when one of its matches is a planted matrix of any version: {@code MA0151.1} and
 * {@code MA0151.2} are the same. A query without information (no column of 0.05 bits or more) matches by chance and is
 * never counted. A query whose only match is MA0615 is not counted as a known motif, because repetitive sequences match
 * MA0615 by chance.
 *
 * @param rows one row per query
 * @param planted base identifiers of the planted matrices
 * @param absent base identifiers of planted matrices that are not among the targets
 */
public record MatchFraction(List<Row> rows, Set<String> planted, Set<String> absent) {
    private static final String CHANCE = "MA0615";
    /** The name for no motif. */
    static final String NONE = "none";

    /**
     * The matches of one query.
     *
     * @param query identifier of the query
     * @param planted identifier of its best match with a planted motif, or {@code none}
     * @param name alternative name of that motif
     * @param qValue q-value of that match, NaN if there is none
     * @param eValue E-value of that match, NaN if there is none
     * @param rank rank of that match among all matches, counted from 1; 0 if there is none
     * @param best identifier of the best match of all, or {@code none}
     */
    public record Row(
            @TsvColumn("query") String query,
            @TsvColumn("planted") String planted,
            @TsvColumn("name") String name,
            @TsvColumn("q-value") double qValue,
            @TsvColumn("E-value") double eValue,
            @TsvColumn("rank") int rank,
            @TsvColumn("best") String best) {}

    /** Copies the rows. */
    public MatchFraction {
        rows = List.copyOf(rows);
    }

    /**
     * Reads the planted motifs and counts the queries that match them.
     *
     * @param truth file of the planted motifs
     * @param results matches of every query, within the threshold
     * @param warnings receives warnings about the file
     * @throws UserException when the file cannot be read, or none of its motifs is among the targets
     */
    public static MatchFraction read(
            String truth, List<QueryMatches> results, MotifSet queries, List<MotifSet> targets, Warnings warnings) {
        List<Motif> planted = MotifFile.readFirstOfEachId(truth, warnings).motifs();
        List<Motif> known = targets.stream().flatMap(d -> d.motifs().stream()).toList();
        try {
            return of(results, queries.motifs(), planted, known);
        } catch (UserException e) {
            throw e.inIfUnknown(Inputs.name(truth));
        }
    }

    /**
     * Counts the queries that match planted motifs.
     *
     * @param results matches of every query, within the threshold
     * @param queries the query motifs
     * @param truth planted motifs
     * @param targets target motifs
     * @throws UserException when no planted motif is among the targets
     */
    public static MatchFraction of(
            List<QueryMatches> results, List<Motif> queries, List<Motif> truth, List<Motif> targets) {
        Set<String> planted = new LinkedHashSet<>();
        truth.forEach(m -> planted.add(base(m.id())));
        Set<String> absent = new LinkedHashSet<>(planted);
        Map<String, String> names = new HashMap<>();
        for (Motif target : targets) {
            absent.remove(base(target.id()));
            names.putIfAbsent(target.id(), target.name());
        }
        if (absent.size() == planted.size()) {
            throw new UserException("none of the planted motifs is among the targets")
                    .expected("targets with the identifiers of --truth, of any version")
                    .found("no " + planted.iterator().next())
                    .remedy("give --target the database that the planted motifs come from");
        }
        Map<String, Motif> byId = new HashMap<>();
        queries.forEach(m -> byId.putIfAbsent(m.id(), m));
        List<Row> rows = new ArrayList<>();
        for (QueryMatches result : results) {
            Motif query = byId.get(result.query());
            boolean countable = query == null || informative(query);
            rows.add(row(result.query(), countable ? result.matches() : List.of(), planted, names));
        }
        return new MatchFraction(rows, planted, absent);
    }

    private static Row row(String query, List<MotifMatch> matches, Set<String> planted, Map<String, String> names) {
        boolean chance =
                matches.size() == 1 && base(matches.getFirst().target()).equals(CHANCE);
        String best = matches.isEmpty() || chance ? NONE : matches.getFirst().target();
        for (int i = 0; i < matches.size(); i++) {
            MotifMatch match = matches.get(i);
            if (planted.contains(base(match.target()))) {
                String name = names.getOrDefault(match.target(), "");
                return new Row(query, match.target(), name, match.qValue(), match.eValue(), i + 1, best);
            }
        }
        return new Row(query, NONE, "", Double.NaN, Double.NaN, 0, best);
    }

    /** Fraction of queries that match a planted motif. */
    public double fraction() {
        return (double) matched() / rows.size();
    }

    /** Fraction of queries that match any target. */
    public double known() {
        return (double) rows.stream().filter(r -> !r.best().equals(NONE)).count() / rows.size();
    }

    /** Number of queries that match a planted motif. */
    public long matched() {
        return rows.stream().filter(r -> r.rank() > 0).count();
    }

    /** Base identifiers of planted matrices that are not the best planted match of any query. */
    public Set<String> missed() {
        Set<String> missed = new TreeSet<>(planted);
        rows.stream().filter(r -> r.rank() > 0).forEach(r -> missed.remove(base(r.planted())));
        return missed;
    }

    /** The results as lines: {@code match-fraction}, {@code known-fraction}, {@code planted-found}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "match-fraction %.4f (%d of %d queries match a planted motif)",
                fraction(),
                matched(),
                rows.size()));
        lines.add(String.format(Locale.ROOT, "known-fraction %.4f (queries that match any target)", known()));
        Set<String> missed = missed();
        lines.add("planted-found " + (planted.size() - missed.size()) + " of " + planted.size()
                + (missed.isEmpty() ? "" : ", not " + String.join(" ", missed)));
        if (!absent.isEmpty()) {
            lines.add("planted-absent-from-targets " + absent.stream().collect(Collectors.joining(" ")));
        }
        return lines;
    }

    /** Whether any column has 0.05 bits or more. */
    static boolean informative(Motif motif) {
        return InformationContent.isInformative(motif.matrix());
    }

    /** The identifier without its version: {@code MA0151} of {@code MA0151.1}. */
    static String base(String id) {
        int dot = id.lastIndexOf('.');
        return dot > 0 && dot + 1 < id.length() && id.substring(dot + 1).chars().allMatch(Character::isDigit)
                ? id.substring(0, dot)
                : id;
    }
}
