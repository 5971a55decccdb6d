package org.expomotif.enrich;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.network.FirstLayerKernel;

/**
 * A motif, or a filter of a network, whose sites are counted.
 *
 * @param motif what is drawn and compared with other motifs; its identifier names the query
 * @param consensus in IUPAC letters
 * @param score the score of its sites
 * @param central the score of its sites in the test for central enrichment
 */
record Query(Motif motif, String consensus, SiteScore score, SiteScore central) {
    /**
     * Motifs with pseudocounts in proportion to the letters of the positives.
     *
     * @param minimumBits minimum score of a site in the test for central enrichment
     */
    static List<Query> ofMotifs(List<Motif> motifs, SequenceSet positives, double minimumBits) {
        Background letters = positives.counts().letters();
        double[] added = LetterCounts.pseudocountBackground(letters);
        List<Query> queries = new ArrayList<>();
        for (Motif motif : motifs) {
            double[][] p = MotifProbabilities.of(motif, added);
            queries.add(new Query(
                    motif,
                    MotifProbabilities.consensus(p),
                    new MotifScore(p),
                    new CentralScore(p, letters, minimumBits)));
        }
        return queries;
    }

    /**
     * The filters of a network's first layer, {@code filter0}, {@code filter1} and so on. Both tests use the same
     * score. As motifs they are {@link Motif#ofWeights}.
     */
    static List<Query> ofFilters(FirstLayerKernel layer) {
        List<Query> queries = new ArrayList<>();
        for (int f = 0; f < layer.bias().length; f++) {
            double[][] kernel = layer.kernel()[f];
            Motif motif = Motif.ofWeights("filter" + f, kernel);
            SiteScore score = new FilterScore(kernel, layer.bias()[f]);
            queries.add(new Query(motif, MotifProbabilities.consensus(motif.matrix()), score, score));
        }
        return queries;
    }
}
