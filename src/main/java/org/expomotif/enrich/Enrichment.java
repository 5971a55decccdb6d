package org.expomotif.enrich;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.expomotif.enrich.statistic.BestScores;
import org.expomotif.enrich.statistic.CentralEnrichment;
import org.expomotif.enrich.statistic.CentralSites;
import org.expomotif.enrich.statistic.OddsRatio;
import org.expomotif.enrich.statistic.QValues;
import org.expomotif.enrich.statistic.ThresholdSearch;
import org.expomotif.motif.Motif;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.run.Progress;
import org.expomotif.scan.best.BackgroundSums;
import org.expomotif.scan.best.SequenceBlock;
import org.expomotif.scan.best.WindowFinders;
import org.expomotif.stats.LogProbability;
import org.expomotif.stats.MersenneTwister;
import org.expomotif.stats.RankSum;

/**
 * The enrichment of motifs in positives against controls (SEA: Bailey and Grant 2021, doi:10.1101/2021.08.23.457422)
 * and in the middles of the positives (CentriMo: Bailey and Machanick 2012, doi:10.1093/nar/gks433).
 */
public final class Enrichment {
    /** Maximum number of scores that are kept at a time. */
    private static final long MAXIMUM_SCORES = 1 << 23;

    private static final int FEWEST_PER_BATCH = 16;

    private final SequenceSet positives;
    private final Comparison comparison;
    private final List<Query> queries;
    private final MersenneTwister random;
    private final int threads;
    private final List<byte[]> central;
    private final int[] blocks;
    private final int[] centralBlocks;
    private final WindowFinders finders;

    private Enrichment(
            List<Query> queries,
            SequenceSet positives,
            SequenceSet controls,
            EnrichmentSettings settings,
            int threads) {
        positives.requireTwo();
        controls.requireTwo();
        this.positives = positives;
        this.queries = queries;
        this.threads = threads;
        random = MersenneTwister.seeded((int) settings.seed());
        comparison = new Comparison(positives, controls, settings.holdOut(), settings.trim(), random);
        central = positives.codes().stream()
                .filter(codes -> codes.length == positives.firstLength())
                .toList();
        blocks = BlockPass.blocks(comparison.sequences());
        centralBlocks = BlockPass.blocks(central);
        long bases =
                comparison.sequences().stream().mapToLong(codes -> codes.length).sum();
        finders = WindowFinders.suited(bases * queries.size());
    }

    /** Prepares the comparison of motifs with distinct identifiers. */
    public static Enrichment ofMotifs(
            List<Motif> motifs, SequenceSet positives, SequenceSet controls, EnrichmentSettings settings, int threads) {
        return new Enrichment(
                Query.ofMotifs(motifs, positives, settings.centralMinimum()), positives, controls, settings, threads);
    }

    /** Prepares the comparison of the filters of a network's first layer. */
    public static Enrichment ofFilters(
            FirstLayerKernel layer,
            SequenceSet positives,
            SequenceSet controls,
            EnrichmentSettings settings,
            int threads) {
        return new Enrichment(Query.ofFilters(layer), positives, controls, settings, threads);
    }

    /** Tests all motifs; the most enriched first, motifs with the same p-value in the order of their identifiers. */
    public List<EnrichedMotif> test(Progress progress) {
        int[] byWidth = IntStream.range(0, queries.size())
                .boxed()
                .sorted(Comparator.comparingInt(m -> queries.get(m).score().width()))
                .mapToInt(Integer::intValue)
                .toArray();
        int batch = Math.clamp(
                MAXIMUM_SCORES / comparison.sequences().size(),
                FEWEST_PER_BATCH,
                Math.max(FEWEST_PER_BATCH, queries.size()));
        EnrichedMotif[] results = new EnrichedMotif[queries.size()];
        progress.start("testing motifs", queries.size(), "motifs");
        try (BlockPass pass = new BlockPass(threads)) {
            for (int from = 0; from < byWidth.length; from += batch) {
                int[] members = Arrays.copyOfRange(byWidth, from, Math.min(from + batch, byWidth.length));
                double[][] scores = bestScores(pass, members);
                List<CentralSites> sites = centralSites(pass, members);
                pass.forEach(members.length, m -> {
                    results[members[m]] = test(members[m], scores[m], sites.get(m));
                });
                progress.advance(members.length);
            }
        }
        progress.finish();
        return ranked(Arrays.asList(results));
    }

    /** The score of the best site of each sequence, NaN for a sequence without a site. */
    private double[][] bestScores(BlockPass pass, int[] members) {
        double[][] scores = new double[members.length][comparison.sequences().size()];
        for (double[] row : scores) {
            Arrays.fill(row, Double.NaN);
        }
        List<SiteScore> matrices =
                Arrays.stream(members).mapToObj(m -> queries.get(m).score()).toList();
        pass.visit(
                comparison.sequences(),
                blocks,
                comparison.background(),
                matrices.stream().map(SiteScore::bestTables).toList(),
                finders,
                (m, b, block, s, found, count) -> {
                    double best = matrices.get(m).rounded(best(matrices.get(m), block, found, count));
                    if (matrices.get(m).isSite(best)) {
                        scores[m][block.first() + s] = best;
                    }
                });
        return scores;
    }

    private static double best(SiteScore score, SequenceBlock block, int[] found, int count) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            best = Math.max(best, Math.max(score.plus(block, found[i]), score.minus(block, found[i])));
        }
        return best;
    }

    /** The positions of the best sites of the positives that are as long as the first one. */
    private List<CentralSites> centralSites(BlockPass pass, int[] members) {
        int length = positives.firstLength();
        List<SiteScore> matrices =
                Arrays.stream(members).mapToObj(m -> queries.get(m).central()).toList();
        PositionLists[][] found = new PositionLists[members.length][centralBlocks.length - 1];
        pass.visit(
                central,
                centralBlocks,
                BackgroundSums.NONE,
                matrices.stream().map(SiteScore::bestTables).toList(),
                finders,
                (m, b, block, s, windows, count) -> {
                    SiteScore score = matrices.get(m);
                    double best = best(score, block, windows, count);
                    if (score.isSite(best)) {
                        if (found[m][b] == null) {
                            found[m][b] = new PositionLists();
                        }
                        addPositions(found[m][b], score, best, block, s, windows, count);
                    }
                });
        List<CentralSites> sites = new ArrayList<>();
        for (PositionLists[] row : found) {
            CentralSites merged = new CentralSites(length);
            for (PositionLists list : row) {
                if (list != null) {
                    list.addTo(merged);
                }
            }
            sites.add(merged);
        }
        return sites;
    }

    private static void addPositions(
            PositionLists list,
            SiteScore score,
            double best,
            SequenceBlock block,
            int sequence,
            int[] found,
            int count) {
        for (int i = 0; i < count; i++) {
            int position = 2 * (found[i] - block.start(sequence)) + score.width() - 1;
            if (score.plus(block, found[i]) == best) {
                list.add(position);
            }
            if (score.minus(block, found[i]) == best) {
                list.add(position);
            }
        }
        list.endSequence();
    }

    private EnrichedMotif test(int index, double[] scores, CentralSites sites) {
        Query query = queries.get(index);
        int width = query.score().width();
        Comparison.Part main = comparison.main();
        int positiveCount = comparison.positives();
        BestScores mainScores =
                BestScores.of(scores, 0, main.positives(), positiveCount, positiveCount + main.controls());
        ThresholdSearch search;
        int a;
        int c;
        double logP;
        if (comparison.hasHeldOut()) {
            BestScores heldOut = BestScores.of(
                    scores, main.positives(), positiveCount, positiveCount + main.controls(), scores.length);
            search = ThresholdSearch.of(heldOut, comparison.heldOutTest(width));
            boolean none = search.improvements() == 0;
            a = none ? 0 : BestScores.atLeast(mainScores.positives(), search.threshold());
            c = none ? 0 : BestScores.atLeast(mainScores.controls(), search.threshold());
            logP = none ? 0 : LogProbability.rounded(comparison.mainTest(width).logP(a, c));
        } else {
            search = ThresholdSearch.of(mainScores, comparison.mainTest(width));
            a = search.positives();
            c = search.controls();
            logP = LogProbability.ofLowest(Math.log(Math.max(1, search.improvements())), search.logP());
        }
        double threshold = (search.improvements() == 0 ? 0 : search.threshold()) - BestScores.EQUAL;
        boolean hasCentre = sites.sequences() > 0 && width < positives.firstLength() - 1;
        return new EnrichedMotif(
                index,
                query.motif(),
                query.consensus(),
                a,
                c,
                threshold,
                logP,
                0,
                0,
                RankSum.probability(mainScores.positives(), main.positives(), mainScores.controls(), main.controls()),
                OddsRatio.of(a, main.positives(), c, main.controls()),
                hasCentre ? Optional.of(CentralEnrichment.of(sites, width, positives.firstLength())) : Optional.empty(),
                hasCentre ? sites.weights() : new double[0]);
    }

    private List<EnrichedMotif> ranked(List<EnrichedMotif> results) {
        List<EnrichedMotif> order = results.stream()
                .sorted(Comparator.comparingDouble(EnrichedMotif::logP)
                        .thenComparing(
                                result -> result.motif().id().getBytes(StandardCharsets.UTF_8),
                                Arrays::compareUnsigned))
                .toList();
        double[] logQ =
                QValues.logs(order.stream().mapToDouble(EnrichedMotif::logP).toArray(), random);
        List<EnrichedMotif> complete = new ArrayList<>();
        for (int i = 0; i < logQ.length; i++) {
            EnrichedMotif result = order.get(i);
            complete.add(result.with(Math.log(order.size()) + result.logP(), logQ[i]));
        }
        return complete;
    }

    /**
     * Passes the sites of some of the motifs in all positives to a consumer: in the order of the motifs, then of the
     * sequences, then of their positions. A motif without a threshold has none.
     */
    public void sites(List<EnrichedMotif> motifs, Consumer<EnrichedSite> consumer) {
        List<EnrichedMotif> found =
                motifs.stream().filter(motif -> motif.positives() > 0).toList();
        List<SiteScore> scores =
                found.stream().map(motif -> queries.get(motif.query()).score()).toList();
        new SiteSearch(positives, comparison.background()).forEach(found, scores, finders, threads, consumer);
    }

    /** Number of positives that p-values are computed from. */
    public int positives() {
        return comparison.main().positives();
    }

    /** Number of controls that p-values are computed from. */
    public int controls() {
        return comparison.main().controls();
    }

    /** Whether the binomial test is used, because positives and controls have different lengths. */
    public boolean isBinomial() {
        return comparison.isBinomial();
    }
}
