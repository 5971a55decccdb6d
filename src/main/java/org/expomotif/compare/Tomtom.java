package org.expomotif.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.Thrown;
import org.jspecify.annotations.Nullable;

/**
 * Compares motifs with the motifs of a database as Tomtom does (Gupta et al. 2007, doi:10.1186/gb-2007-8-2-r24), to the
 * printed digit.
 *
 * <p>The estimate of pi0 behind q-values draws from a deterministic generator that runs on from query to query; here
 * query k (from 0) starts at word 200,000 k, so results depend neither on the threads nor on the order of work.
 */
public final class Tomtom {
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
        @Nullable QueryMatches[] results = new QueryMatches[queries.motifs().size()];
        compare(queries, targetFiles, threads, wanted, (matches, query) -> results[query] = matches);
        List<QueryMatches> found =
                Arrays.stream(results).filter(Objects::nonNull).toList();
        noteWideSpread(found);
        return found;
    }

    /**
     * Hands the matches of each query on as soon as they are known.
     *
     * @param taker called by several threads at once, with the query's place and its matches
     */
    void compare(
            MotifSet queries,
            List<MotifSet> targetFiles,
            int threads,
            IntPredicate wanted,
            ObjIntConsumer<QueryMatches> taker) {
        PreparedMotifs motifs = PreparedMotifs.of(queries, targetFiles, options, progress);
        ColumnScorer scorer = options.distance().against(motifs.targets().columns(), motifs.background());
        int size = motifs.queries().size();
        QueryQueue queue = new QueryQueue(size, motifs.targets().orientedCount(), wanted);
        progress.start("comparing motifs", size, "queries");
        Callable<Boolean> worker = () -> {
            QueryComparison comparison = new QueryComparison(motifs.targets(), scorer, options, cutoff);
            int[] draws = new int[NullProportion.DRAWS];
            for (int query = queue.take(draws); query >= 0; query = queue.take(draws)) {
                taker.accept(comparison.run(motifs.queries().get(query), draws), query);
                synchronized (progress) {
                    progress.advance(1);
                }
            }
            return true;
        };
        runAll(worker, Math.min(threads, size));
        progress.finish();
    }

    private void noteWideSpread(List<QueryMatches> results) {
        List<String> spread = results.stream()
                .filter(QueryMatches::overflown)
                .map(QueryMatches::query)
                .toList();
        if (spread.isEmpty()) {
            return;
        }
        String who = spread.size() == 1
                ? "motif " + spread.getFirst()
                : spread.size() + " motifs (" + spread.getFirst() + ", ...)";
        progress.warn("the scores of " + who + " spread over more than " + options.bins()
                + " units, where Tomtom finds all p-values to be 1"
                + (options.tomtomScale() ? "" : "; wider bins were taken"));
    }

    private static void runAll(Callable<Boolean> worker, int threads) {
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(worker);
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Boolean> done : pool.invokeAll(workers)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while comparing motifs", e);
        } catch (ExecutionException e) {
            throw Thrown.by(e);
        }
    }
}
