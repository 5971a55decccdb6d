package org.expomotif.enrich;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.expomotif.scan.best.BackgroundSums;
import org.expomotif.scan.best.SequenceBlock;
import org.expomotif.scan.best.WindowFinders;

/**
 * All sites of enriched motifs in the positives: the windows whose better strand reaches the threshold of the motif.
 * They have the scores that the sequences were counted with.
 */
final class SiteSearch {
    /** Number of motifs whose sites are kept in memory at a time. */
    private static final int BATCH = 16;

    private final SequenceSet positives;
    private final BackgroundSums background;
    private final int[] blocks;

    SiteSearch(SequenceSet positives, BackgroundSums background) {
        this.positives = positives;
        this.background = background;
        blocks = BlockPass.blocks(positives.codes());
    }

    /**
     * Passes the sites to a consumer: in the order of the motifs, then of the sequences, then of their positions.
     *
     * @param scores the scores of the motifs
     */
    void forEach(
            List<EnrichedMotif> motifs,
            List<SiteScore> scores,
            WindowFinders finders,
            int threads,
            Consumer<EnrichedSite> consumer) {
        try (BlockPass pass = new BlockPass(threads)) {
            for (int from = 0; from < motifs.size(); from += BATCH) {
                int to = Math.min(from + BATCH, motifs.size());
                search(pass, motifs.subList(from, to), scores.subList(from, to), finders, consumer);
            }
        }
    }

    private void search(
            BlockPass pass,
            List<EnrichedMotif> motifs,
            List<SiteScore> scores,
            WindowFinders finders,
            Consumer<EnrichedSite> consumer) {
        int n = blocks.length - 1;
        List<List<EnrichedSite>> sites = new ArrayList<>(Collections.nCopies(motifs.size() * n, List.of()));
        pass.visit(
                positives.codes(),
                blocks,
                background,
                IntStream.range(0, motifs.size())
                        .mapToObj(m -> scores.get(m).allTables(motifs.get(m).threshold()))
                        .toList(),
                finders,
                (m, b, block, s, found, count) -> {
                    List<EnrichedSite> list = sites.get(m * n + b);
                    if (list.isEmpty()) {
                        list = new ArrayList<>();
                        sites.set(m * n + b, list);
                    }
                    add(list, motifs.get(m), scores.get(m), block, s, found, count);
                });
        sites.forEach(list -> list.forEach(consumer));
    }

    private void add(
            List<EnrichedSite> list,
            EnrichedMotif motif,
            SiteScore score,
            SequenceBlock block,
            int sequence,
            int[] found,
            int count) {
        int index = block.first() + sequence;
        for (int i = 0; i < count; i++) {
            double plus = score.rounded(score.plus(block, found[i]));
            double minus = score.rounded(score.minus(block, found[i]));
            double best = Math.max(plus, minus);
            if (score.isSite(best) && best >= motif.threshold()) {
                list.add(EnrichedSite.of(
                        motif,
                        positives.names().get(index),
                        positives.codes().get(index),
                        found[i] - block.start(sequence),
                        minus > plus,
                        best));
            }
        }
    }
}
