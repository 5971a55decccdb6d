package org.expomotif.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Compares motifs with the motifs of a database as Tomtom does (Gupta et al. 2007, doi:10.1186/gb-2007-8-2-r24), with
 * complete scores, to the printed digit.
 *
 * <p>The estimate of pi0 behind q-values draws from a deterministic generator that runs on from query to query; here
 * query k (from 0) starts at word 200,000 k, so results depend neither on the threads nor on the order of work.
 */
public final class Tomtom {
    private static final int FEW_TARGETS = 50;

    private final TomtomOptions options;
    private final Cutoff cutoff;
    private final Progress progress;

    /** A comparison that tells of its progress. */
    public Tomtom(TomtomOptions options, Cutoff cutoff, Progress progress) {
        this.options = options;
        this.cutoff = cutoff;
        this.progress = progress;
    }

    /**
     * Compares every query with every target.
     *
     * @param queries the query motifs; the background of their file is used for all
     * @param targetFiles targets, one set a file; of motifs with the same id in one file the first counts
     * @param threads how many threads work
     * @return one entry a query, in their order
     */
    public List<QueryMatches> compare(MotifSet queries, List<MotifSet> targetFiles, int threads) {
        return compare(queries, targetFiles, threads, query -> true);
    }

    /** The same for some of the queries, by their place, with the results that they have among all. */
    List<QueryMatches> compare(MotifSet queries, List<MotifSet> targetFiles, int threads, IntPredicate wanted) {
        Background background = options.background().or(queries::background).orElse(Background.UNIFORM);
        double[] once = ComparedMotif.smoothed(background);
        double[] twice = options.background().isPresent() ? once : ComparedMotif.smoothed(once);
        List<ComparedMotif> prepared = prepare(queries.motifs(), once);
        List<List<ComparedMotif>> files =
                targetFiles.stream().map(f -> prepare(f.motifs(), twice)).toList();
        if (prepared.isEmpty() || files.stream().allMatch(List::isEmpty)) {
            throw new UserException(prepared.isEmpty() ? "there is no query motif" : "there is no target motif")
                    .remedy("give a motif file that holds one");
        }
        TargetSet targets = new TargetSet(files, options.bothStrands());
        if (targets.count() < FEW_TARGETS) {
            progress.note(
                    "only " + targets.count() + " targets: p-values come from their columns and are inaccurate below "
                            + FEW_TARGETS + " targets");
        }
        return run(prepared, targets, threads, wanted);
    }

    private List<ComparedMotif> prepare(List<Motif> motifs, double[] background) {
        Set<String> seen = new HashSet<>();
        List<ComparedMotif> prepared = new ArrayList<>();
        for (Motif motif : motifs) {
            if (seen.add(motif.id())) {
                prepared.add(ComparedMotif.of(motif, options.pseudocount(), background));
            } else {
                progress.note("motif " + motif.id() + " occurs again in its file; the first one counts");
            }
        }
        return prepared;
    }

    private List<QueryMatches> run(List<ComparedMotif> queries, TargetSet targets, int threads, IntPredicate wanted) {
        @Nullable QueryMatches[] results = new QueryMatches[queries.size()];
        Queue queue = new Queue(queries.size(), wanted);
        progress.start("comparing motifs", queries.size(), "queries");
        Callable<Boolean> worker = () -> {
            QueryScores.Workspace workspace = new QueryScores.Workspace();
            for (Task task = queue.take(); task.query >= 0; task = queue.take()) {
                results[task.query] = compare(queries.get(task.query), targets, task.random, workspace);
                synchronized (progress) {
                    progress.advance(1);
                }
            }
            return true;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, queries.size()))) {
            for (Future<Boolean> done : pool.invokeAll(java.util.Collections.nCopies(threads, worker))) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while comparing motifs", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
        progress.finish();
        return Arrays.stream(results).filter(Objects::nonNull).toList();
    }

    private QueryMatches compare(
            ComparedMotif query, TargetSet targets, MersenneTwister random, QueryScores.Workspace workspace) {
        QueryScores scores = new QueryScores(query, targets, options.distance(), workspace);
        if (scores.flat()) {
            synchronized (progress) {
                progress.note("the scores of motif " + query.id() + " spread too far: all its p-values are 1");
            }
        }
        BestAlignments best = new BestAlignments(scores, targets, options.minOverlap(), options.internal());
        float[] p = pValues(scores, best, targets);
        int[] order = order(p, best, targets);
        float[] ascending = new float[p.length];
        for (int i = 0; i < order.length; i++) {
            ascending[i] = p[order[i]];
        }
        double[] q = qValues(ascending, NullProportion.estimate(ascending, random));
        boolean[] listed = new boolean[targets.count()];
        List<MotifMatch> matches = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            int t = order[i];
            float e = p[t] * targets.count();
            if (!listed[targets.targetOf(t)] && cutoff.keeps(e, q[i])) {
                ComparedMotif target = targets.get(t);
                matches.add(new MotifMatch(
                        query.id(),
                        target.id(),
                        best.offset(t),
                        p[t],
                        e,
                        (float) q[i],
                        best.overlap(t),
                        query.consensus(),
                        target.consensus(),
                        targets.orientation(t)));
            }
            listed[targets.targetOf(t)] = true;
        }
        return new QueryMatches(query.id(), matches);
    }

    private static float[] pValues(QueryScores scores, BestAlignments best, TargetSet targets) {
        int n = targets.orientedCount();
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int t = 0; t < n; t++) {
            lowest = Math.min(lowest, best.score(t));
            highest = Math.max(highest, best.score(t));
        }
        AlignmentPValues nulls = new AlignmentPValues(
                scores, targets.columnCount(), targets.strands(), targets.widths(), lowest, highest);
        float[] p = new float[n];
        for (int t = 0; t < n; t++) {
            p[t] = nulls.pValue(targets.width(t), best.score(t));
        }
        return p;
    }

    /** Oriented targets by p, the larger overlap, file, strand and id. */
    private static int[] order(float[] p, BestAlignments best, TargetSet targets) {
        int[] byOverlap = targets.rankOrder().clone();
        int n = byOverlap.length;
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (long) (Integer.MAX_VALUE - best.overlap(byOverlap[i])) << 32 | i;
        }
        Arrays.sort(keys);
        int[] tied = new int[n];
        for (int i = 0; i < n; i++) {
            tied[i] = byOverlap[(int) keys[i]];
        }
        for (int i = 0; i < n; i++) {
            keys[i] = (long) Float.floatToIntBits(p[tied[i]]) << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = tied[(int) keys[i]];
        }
        return order;
    }

    /** Least false discovery rates: {@code min over j >= i of min(1, pi0 p_j m / j)}. */
    static double[] qValues(float[] ascending, double pi0) {
        int m = ascending.length;
        double[] q = new double[m];
        double least = 1;
        for (int i = m - 1; i >= 0; i--) {
            least = Math.min(least, pi0 * ascending[i] * m / (i + 1));
            q[i] = least;
        }
        return q;
    }

    private record Task(int query, MersenneTwister random) {}

    /** Hands out queries in their order, each with the generator at its word. */
    private static final class Queue {
        private final int size;
        private final IntPredicate wanted;
        private final MersenneTwister random = new MersenneTwister();
        private int next;

        Queue(int size, IntPredicate wanted) {
            this.size = size;
            this.wanted = wanted;
        }

        synchronized Task take() {
            while (next < size && !wanted.test(next)) {
                next++;
                random.skip(NullProportion.WORDS);
            }
            if (next == size) {
                return new Task(-1, random);
            }
            Task task = new Task(next++, random.copy());
            random.skip(NullProportion.WORDS);
            return task;
        }
    }
}
