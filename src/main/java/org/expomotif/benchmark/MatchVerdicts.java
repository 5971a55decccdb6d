package org.expomotif.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.TomtomOptions;
import org.expomotif.io.Column;
import org.expomotif.motif.Alphabet;
import org.expomotif.motif.Background;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;

/**
 * A verdict on each learned motif, beside how often matrices that hold no motif match a planted one as well.
 *
 * <p>Two kinds of such matrices are compared like the queries. Shuffles of a query have its columns in another order
 * and the letters of each column exchanged, so width, information and number of sites stay; uniform matrices have its
 * width and no information at all.
 *
 * @param rows one row a query
 * @param shuffled share of all shuffles that match a planted motif
 * @param uniform share of the uniform matrices, one a width, that do
 */
public record MatchVerdicts(List<Row> rows, double shuffled, double uniform) {
    /** Shuffles of each query. */
    public static final int SHUFFLES = 20;

    /** A match that more shuffles than this share have too is doubtful. */
    private static final double DOUBTFUL = 0.1;

    /** What a query is. */
    public enum Verdict {
        /** It matches a planted motif, and its shuffles do not. */
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

        /** What it says of the motif, as the end of a sentence. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * One query.
     *
     * @param query its id
     * @param planted id of its best match that was planted, or {@code none}
     * @param name the other name of that motif
     * @param qValue its q-value, NaN where there is none
     * @param eValue its E-value, NaN where there is none
     * @param rank the place of that match among all, from 1; 0 where there is none
     * @param best id of the best match of all, or {@code none}
     * @param windows sites that the query was made from, NaN when its file does not say
     * @param bits its information against a uniform background
     * @param nullRate share of its shuffles that match a planted motif
     * @param verdict what follows
     */
    public record Row(
            @Column("query") String query,
            @Column("planted") String planted,
            @Column("name") String name,
            @Column("q-value") double qValue,
            @Column("E-value") double eValue,
            @Column("rank") int rank,
            @Column("best") String best,
            @Column("windows") double windows,
            @Column(value = "bits", digits = 4) double bits,
            @Column(value = "null-rate", digits = 4) double nullRate,
            @Column("verdict") Verdict verdict) {}

    /** Keeps its own copy. */
    public MatchVerdicts {
        rows = List.copyOf(rows);
    }

    /**
     * Compares the shuffles and the uniform matrices, and judges.
     *
     * @param fraction what the queries match
     * @param options those of the comparison of the queries
     * @param cutoff that of the queries
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
        List<Motif> empty = new ArrayList<>();
        Map<String, Motif> byId = new HashMap<>();
        for (Motif motif : queries.motifs()) {
            byId.putIfAbsent(motif.id(), motif);
            for (int k = 0; k < SHUFFLES; k++) {
                empty.add(
                        named("" + empty.size(), shuffled(motif.matrix(), random), motif.sites(), queries.alphabet()));
            }
        }
        int shuffles = empty.size();
        for (int width :
                new TreeSet<>(queries.motifs().stream().map(Motif::width).toList())) {
            empty.add(named("" + empty.size(), uniform(width), 1, queries.alphabet()));
        }
        List<QueryMatches> results = new Tomtom(options, cutoff, Progress.NONE)
                .compare(new MotifSet(empty, queries.background()), targets, threads);
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
                .map(row -> row(row, byId.get(row.query()), rates.getOrDefault(row.query(), Double.NaN)))
                .toList();
        return new MatchVerdicts(rows, share(matched, 0, shuffles), share(matched, shuffles, matched.length));
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

    /** Columns in another order, the letters of each exchanged. */
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

    /** The figures as lines: verdicts, {@code null-match-fraction}, {@code uniform-match-fraction}. */
    public List<String> lines() {
        StringBuilder counts = new StringBuilder("verdicts");
        for (Verdict verdict : Verdict.values()) {
            counts.append(' ')
                    .append(verdict.name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(rows.stream()
                            .filter(row -> row.verdict() == verdict)
                            .count());
        }
        return List.of(
                counts.toString(),
                String.format(Locale.ROOT, "null-match-fraction %.4f (%d shuffles of each query)", shuffled, SHUFFLES),
                String.format(Locale.ROOT, "uniform-match-fraction %.4f (matrices without information)", uniform));
    }
}
