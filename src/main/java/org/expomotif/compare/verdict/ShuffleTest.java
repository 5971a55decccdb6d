package org.expomotif.compare.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.verdict.MatchVerdict.Word;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;

/**
 * Decides whether the best match of a query is more than chance.
 *
 * <p>Tomtom's p-value assumes that the columns of the targets are independent draws from all columns of the database.
 * The columns of real motifs are not: a long run of one letter, or a weak and wide matrix, aligns with some wide target
 * at a low p-value. The test compares the p-value of the match with the lowest p-value that each shuffle of the query
 * ({@link ColumnShuffles}) has against the same database. A query whose columns are in random order is exchangeable
 * with its shuffles, so its match passes with a probability of at most {@value #LEVEL}.
 *
 * <p>The overlap must also have at least half of the information of the query and of the target: one strong half-site
 * is not a match of a motif of two.
 */
public final class ShuffleTest {
    /** Number of shuffles of each query. */
    public static final int SHUFFLES = 100;

    /** Maximum empirical p-value of a match. */
    public static final double LEVEL = 0.05;

    /** Minimum share of the information of either motif in the overlap. */
    public static final double COVERED = 0.5;

    private final Tomtom tomtom;
    private final List<MotifSet> targets;
    private final Map<String, Motif> targetsById = new HashMap<>();

    /**
     * Creates a test.
     *
     * @param tomtom the comparison that found the matches
     * @param targets the target motifs of that comparison
     */
    public ShuffleTest(Tomtom tomtom, List<MotifSet> targets) {
        this.tomtom = tomtom;
        this.targets = List.copyOf(targets);
        targets.forEach(set -> set.motifs().forEach(target -> targetsById.putIfAbsent(target.id(), target)));
    }

    /**
     * The verdict on each query.
     *
     * @param queries motifs with different identifiers
     * @param results their matches within the threshold
     * @param seed seed of the shuffles; those of a query do not depend on the other queries
     * @return one verdict per query, in the order of the results
     */
    public List<MatchVerdict> verdicts(MotifSet queries, List<QueryMatches> results, long seed, int threads) {
        Map<String, Motif> byId = new HashMap<>();
        queries.motifs().forEach(query -> byId.putIfAbsent(query.id(), query));
        List<Motif> shuffles = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Motif query = Objects.requireNonNull(byId.get(results.get(i).query()));
            if (!empty(query) && !results.get(i).matches().isEmpty()) {
                shuffles.addAll(ColumnShuffles.of(query, SHUFFLES, seed, prefix(i)));
            }
        }
        Map<String, Double> lowest = shuffles.isEmpty()
                ? Map.of()
                : tomtom.lowestPValues(new MotifSet(shuffles, queries.background()), targets, threads);
        List<MatchVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Motif query = Objects.requireNonNull(byId.get(results.get(i).query()));
            verdicts.add(verdict(query, results.get(i).matches(), prefix(i), lowest));
        }
        return verdicts;
    }

    private static String prefix(int query) {
        return query + ":";
    }

    private static boolean empty(Motif query) {
        return !InformationContent.isInformative(query.matrix());
    }

    private MatchVerdict verdict(Motif query, List<MotifMatch> matches, String prefix, Map<String, Double> lowest) {
        if (empty(query)) {
            return MatchVerdict.unmatched(
                    query.id(), Word.EMPTY, "All its columns have less than 0.05 bits, so it is not a motif.");
        }
        if (matches.isEmpty()) {
            return MatchVerdict.unmatched(query.id(), Word.NONE, "No target matches within the threshold.");
        }
        MotifMatch match = matches.stream()
                .filter(each -> coverage(query, each).smaller() >= COVERED)
                .findFirst()
                .orElseGet(matches::getFirst);
        Motif target = target(match);
        Coverage coverage = coverage(query, match);
        int asGood = 0;
        for (int k = 0; k < SHUFFLES; k++) {
            asGood += lowest.getOrDefault(prefix + k, 1.0) <= match.pValue() ? 1 : 0;
        }
        double p = (1.0 + asGood) / (1 + SHUFFLES);
        Word word = p > LEVEL ? Word.CHANCE : coverage.smaller() < COVERED ? Word.PARTIAL : Word.MATCH;
        return new MatchVerdict(
                query.id(),
                target.id(),
                target.name(),
                match.qValue(),
                match.eValue(),
                match.overlap(),
                p,
                coverage.query(),
                coverage.target(),
                word,
                reason(word, target, asGood, coverage));
    }

    private Coverage coverage(Motif query, MotifMatch match) {
        return Coverage.of(query, target(match), match);
    }

    private Motif target(MotifMatch match) {
        return Objects.requireNonNull(targetsById.get(match.target()));
    }

    private static String reason(Word word, Motif target, int asGood, Coverage coverage) {
        String named = target.name().isEmpty() || target.name().equals(target.id())
                ? target.id()
                : target.id() + " (" + target.name() + ")";
        if (word == Word.CHANCE) {
            return "It matches " + named + ", but " + asGood + " of " + SHUFFLES
                    + " shuffles of its columns match the database at least as well.";
        }
        int better = SHUFFLES - asGood;
        String first =
                "It matches " + named + " better than " + better + " of " + SHUFFLES + " shuffles of its columns";
        String query = percent(coverage.query()) + " of its information";
        String other = percent(coverage.target()) + " of that of the target";
        if (word == Word.MATCH) {
            return first + "; the overlap has " + query + " and " + other + ".";
        }
        String few = coverage.target() >= COVERED
                ? query
                : coverage.query() >= COVERED
                        ? percent(coverage.target()) + " of the information of the target"
                        : query + " and " + other;
        return first + ", but the overlap has only " + few + ".";
    }

    /** A share in percent, rounded down so that it never reaches a threshold that the share does not. */
    private static String percent(double share) {
        return (int) Math.floor(100 * share) + "%";
    }
}
