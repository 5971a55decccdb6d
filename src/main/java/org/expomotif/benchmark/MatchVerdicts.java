package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.compare.verdict.VerdictWord;
import org.expomotif.io.table.TsvColumn;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;

/**
 * A verdict on each learned motif, and the fractions of null matrices, which hold no motif, that match a planted motif.
 *
 * <p>Two kinds of null matrices are compared with the targets in the same way as the queries. Shuffles of a query
 * permute its columns and the letters within each column, which preserves width, information and number of sites.
 * Uniform matrices have the width of a query and no information.
 *
 * @param fraction matches of the queries with planted motifs
 * @param rows one row per query
 * @param shuffled fraction of all shuffles that match a planted motif
 * @param uniform fraction of the uniform matrices, one per width, that match a planted motif
 */
public record MatchVerdicts(MatchFraction fraction, List<Row> rows, double shuffled, double uniform) {
    /** Number of shuffles of each query. */
    public static final int SHUFFLES = 20;

    /** Maximum fraction of matching shuffles at which a match is not doubtful. */
    private static final double DOUBTFUL = 0.1;

    /** The verdict on a query. */
    public enum Verdict implements VerdictWord {
        /** It matches a planted motif, and at most a tenth of its shuffles do. */
        PLANTED("matches a planted motif, and at most a tenth of its shuffles do"),
        /** It matches a planted motif, but more than a tenth of its shuffles do too. */
        DOUBTFUL("matches a planted motif, but so do more than a tenth of its shuffles"),
        /** It matches other targets only. */
        KNOWN("matches motifs of the database that were not planted"),
        /** It matches nothing. */
        NONE("matches nothing"),
        /** No column of 0.05 bits or more: it holds no motif, whatever it matches. */
        EMPTY("no column of 0.05 bits or more: no motif, whatever it matches");

        private final String meaning;

        Verdict(String meaning) {
            this.meaning = meaning;
        }

        @Override
        public String meaning() {
            return meaning;
        }
    }

    /**
     * The verdict on one query.
     *
     * @param query identifier of the query
     * @param planted identifier of its best match with a planted motif, or {@code none}
     * @param name alternative name of that motif
     * @param qValue q-value of that match, NaN if there is none
     * @param eValue E-value of that match, NaN if there is none
     * @param rank rank of that match among all matches, counted from 1; 0 if there is none
     * @param best identifier of the best match of all, or {@code none}
     * @param windows number of sites that the query was made from, NaN if its file does not have it
     * @param bits information of the query against a uniform background, in bits
     * @param nullRate fraction of its shuffles that match a planted motif
     * @param verdict the verdict
     */
    public record Row(
            @TsvColumn("query") String query,
            @TsvColumn("planted") String planted,
            @TsvColumn("name") String name,
            @TsvColumn("q-value") double qValue,
            @TsvColumn("E-value") double eValue,
            @TsvColumn("rank") int rank,
            @TsvColumn("best") String best,
            @TsvColumn("windows") double windows,
            @TsvColumn(value = "bits", digits = 4) double bits,
            @TsvColumn(value = "null-rate", digits = 4) double nullRate,
            @TsvColumn("verdict") Verdict verdict) {}

    /** Copies the rows. */
    public MatchVerdicts {
        rows = List.copyOf(rows);
    }

    /**
     * Compares shuffles and uniform matrices with the targets and derives the verdicts.
     *
     * @param fraction matches of the queries
     * @param options options of the comparison of the queries
     * @param cutoff cutoff of the comparison of the queries
     * @param seed seed of the shuffles
     */
    public static MatchVerdicts of(
            MatchFraction fraction,
            MotifSet queries,
            List<MotifSet> targets,
            TomtomOptions options,
            Cutoff cutoff,
            long seed,
            int threads) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Motif> nulls = new ArrayList<>();
        Map<String, Motif> byId = new HashMap<>();
        for (Motif motif : queries.motifs()) {
            byId.putIfAbsent(motif.id(), motif);
            for (int k = 0; k < SHUFFLES; k++) {
                nulls.add(
                        named("" + nulls.size(), shuffled(motif.matrix(), random), motif.sites(), queries.alphabet()));
            }
        }
        int shuffles = nulls.size();
        for (int width :
                new TreeSet<>(queries.motifs().stream().map(Motif::width).toList())) {
            nulls.add(named("" + nulls.size(), uniform(width), 1, queries.alphabet()));
        }
        List<QueryMatches> results = new Tomtom(options, cutoff, Progress.NONE)
                .compare(new MotifSet(nulls, queries.background()), targets, threads);
        boolean[] matched = new boolean[results.size()];
        for (int i = 0; i < matched.length; i++) {
            matched[i] = results.get(i).matches().stream()
                    .anyMatch(match -> fraction.planted().contains(MatchFraction.base(match.target())));
        }
        Map<String, Double> rates = new HashMap<>();
        for (int i = 0; i < queries.motifs().size(); i++) {
            rates.putIfAbsent(queries.motifs().get(i).id(), share(matched, i * SHUFFLES, (i + 1) * SHUFFLES));
        }
        List<Row> rows = fraction.rows().stream()
                .map(row -> row(
                        row,
                        Objects.requireNonNull(byId.get(row.query())),
                        rates.getOrDefault(row.query(), Double.NaN)))
                .toList();
        return new MatchVerdicts(fraction, rows, share(matched, 0, shuffles), share(matched, shuffles, matched.length));
    }

    private static Row row(MatchFraction.Row row, Motif query, double rate) {
        return new Row(
                row.query(),
                row.planted(),
                row.name(),
                row.qValue(),
                row.eValue(),
                row.rank(),
                row.best(),
                query.sites() > 0 ? query.sites() : Double.NaN,
                InformationContent.total(query.matrix(), Background.UNIFORM),
                rate,
                verdict(row, query, rate));
    }

    private static Verdict verdict(MatchFraction.Row row, Motif query, double rate) {
        if (!MatchFraction.informative(query)) {
            return Verdict.EMPTY;
        }
        if (row.rank() > 0) {
            return rate > DOUBTFUL ? Verdict.DOUBTFUL : Verdict.PLANTED;
        }
        return row.best().equals(MatchFraction.NONE) ? Verdict.NONE : Verdict.KNOWN;
    }

    /** Permutes the columns, and the letters within each column. */
    private static double[][] shuffled(double[][] matrix, SplittableRandom random) {
        double[][] shuffled = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            shuffled[i] = matrix[i].clone();
            for (int a = 3; a > 0; a--) {
                int b = random.nextInt(a + 1);
                double swap = shuffled[i][a];
                shuffled[i][a] = shuffled[i][b];
                shuffled[i][b] = swap;
            }
        }
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double[] swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        return shuffled;
    }

    private static double[][] uniform(int width) {
        double[][] matrix = new double[width][];
        for (int i = 0; i < width; i++) {
            matrix[i] = new double[] {0.25, 0.25, 0.25, 0.25};
        }
        return matrix;
    }

    private static Motif named(String id, double[][] matrix, double sites, Alphabet alphabet) {
        return new Motif(id, "", matrix, sites, "").withAlphabet(alphabet);
    }

    private static double share(boolean[] matched, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += matched[i] ? 1 : 0;
        }
        return (double) count / (to - from);
    }

    /**
     * The results as lines: those of the match fraction, then verdicts, {@code null-match-fraction} and
     * {@code uniform-match-fraction}.
     */
    public List<String> lines() {
        StringBuilder counts = new StringBuilder("verdicts");
        for (Verdict verdict : Verdict.values()) {
            counts.append(' ')
                    .append(verdict.word())
                    .append(' ')
                    .append(rows.stream()
                            .filter(row -> row.verdict() == verdict)
                            .count());
        }
        List<String> lines = new ArrayList<>(fraction.lines());
        lines.add(counts.toString());
        lines.add(
                String.format(Locale.ROOT, "null-match-fraction %.4f (%d shuffles of each query)", shuffled, SHUFFLES));
        lines.add(String.format(Locale.ROOT, "uniform-match-fraction %.4f (matrices without information)", uniform));
        return lines;
    }
}
