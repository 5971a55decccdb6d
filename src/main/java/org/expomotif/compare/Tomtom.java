package org.expomotif.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.ObjIntConsumer;
import org.expomotif.compare.score.ColumnScorer;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;
import org.expomotif.run.Thrown;
import org.expomotif.stats.NullProportion;
import org.jspecify.annotations.Nullable;

/**
 * Compares motifs with the motifs of a database, with the same printed digits as Tomtom (Gupta et al. 2007,
 * doi:10.1186/gb-2007-8-2-r24).
 *
 * <p>The estimate of pi0 for q-values draws from one deterministic generator for all queries. Query k, counted from 0,
 * starts at word 200,000 k, so results depend neither on the number of threads nor on the order of work.
 */
public final class Tomtom {
    private final TomtomOptions options;
    private final Cutoff cutoff;
    private final Progress progress;

    /**
     * Creates a comparison.
     *
     * @param options choices of the comparison
     * @param cutoff matches that are kept
     * @param progress receives the progress and the warnings
     */
    public Tomtom(TomtomOptions options, Cutoff cutoff, Progress progress) {
        this.options = options;
        this.cutoff = cutoff;
        this.progress = progress;
    }

    /**
     * Compares every query with every target.
     *
     * @param queries the query motifs; the background of their file is used for queries and targets
     * @param targetFiles targets, one set per file; of motifs with the same identifier in one file the first is used
     * @param threads number of threads
     * @return one entry per query, in their order
     * @throws UserException when motifs cannot be compared
     */
    public List<QueryMatches> compare(MotifSet queries, List<MotifSet> targetFiles, int threads) {
        return compare(queries, targetFiles, threads, query -> true);
    }

    /** Compares the queries with the selected indices; their results are those of a comparison of all queries. */
    List<QueryMatches> compare(MotifSet queries, List<MotifSet> targetFiles, int threads, IntPredicate selected) {
        @Nullable QueryMatches[] results = new QueryMatches[queries.motifs().size()];
        compare(queries, targetFiles, threads, selected, (matches, query) -> results[query] = matches);
        List<QueryMatches> found =
                Arrays.stream(results).filter(Objects::nonNull).toList();
        warnOfExceededScale(found);
        return found;
    }

    /**
     * Passes the matches of each query to a consumer as soon as they are known.
     *
     * @param selected whether the query with an index is compared
     * @param consumer receives the matches of a query and its index; called by several threads at once
     */
    public void compare(
            MotifSet queries,
            List<MotifSet> targetFiles,
            int threads,
            IntPredicate selected,
            ObjIntConsumer<QueryMatches> consumer) {
        PreparedMotifs motifs = PreparedMotifs.of(queries, targetFiles, options, progress);
        QueryQueue queue =
                new QueryQueue(motifs.queries().size(), motifs.targets().orientedCount(), selected);
        runAll("comparing motifs", motifs, threads, comparison -> {
            int[] draws = new int[NullProportion.DRAWS];
            for (int query = queue.take(draws); query >= 0; query = queue.take(draws)) {
                consumer.accept(comparison.run(motifs.queries().get(query), draws), query);
                advance();
            }
        });
    }

    /**
     * The p-value of the best match of each query, whatever the cutoff. q-values, which take most of the time of a
     * comparison, are not computed.
     *
     * @param queries motifs with different identifiers
     * @return p-values by the identifiers of the queries, without those that the distance cannot compare
     * @throws UserException when motifs cannot be compared
     */
    public Map<String, Double> lowestPValues(MotifSet queries, List<MotifSet> targetFiles, int threads) {
        PreparedMotifs motifs = PreparedMotifs.of(queries, targetFiles, options, progress);
        double[] lowest = new double[motifs.queries().size()];
        AtomicInteger next = new AtomicInteger();
        runAll("comparing shuffles", motifs, threads, comparison -> {
            for (int query = next.getAndIncrement(); query < lowest.length; query = next.getAndIncrement()) {
                lowest[query] = comparison.lowestPValue(motifs.queries().get(query));
                advance();
            }
        });
        Map<String, Double> byId = new HashMap<>();
        for (int query = 0; query < lowest.length; query++) {
            byId.put(motifs.queries().get(query).id(), lowest[query]);
        }
        return byId;
    }

    private void advance() {
        synchronized (progress) {
            progress.advance(1);
        }
    }

    /** Runs work on queries on several threads, each with a comparison of its own. */
    private void runAll(String task, PreparedMotifs motifs, int threads, Consumer<QueryComparison> work) {
        ColumnScorer scorer = options.distance().against(motifs.targets().columns(), motifs.background());
        int size = motifs.queries().size();
        progress.start(task, size, "queries");
        Callable<Boolean> worker = () -> {
            work.accept(new QueryComparison(motifs.targets(), scorer, options, cutoff));
            return true;
        };
        runAll(worker, Math.min(threads, size));
        progress.finish();
    }

    private void warnOfExceededScale(List<QueryMatches> results) {
        List<String> exceeded = results.stream()
                .filter(QueryMatches::scaleExceeded)
                .map(QueryMatches::query)
                .toList();
        if (exceeded.isEmpty()) {
            return;
        }
        String subject = exceeded.size() == 1
                ? "motif " + exceeded.getFirst()
                : exceeded.size() + " motifs (" + exceeded.getFirst() + ", ...)";
        progress.warn("the scores of " + subject + " span more than " + options.bins()
                + " units, so that Tomtom's p-values are all 1"
                + (options.tomtomScale() ? "" : "; wider bins were used"));
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
