package org.expomotif.seqlet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.expomotif.stats.DecoyScores;

/**
 * Finds seqlets of both signs in maps, by comparison with the maps of a null.
 *
 * <p>The false discovery rate among the spans of one sign with an excess of at least {@code t} is estimated as
 * {@code (n0(t) + 1) x (maps / null maps) / n(t)}, where {@code n} counts spans of the maps and {@code n0} those of the
 * null maps (target and decoy, with the 1 that makes it hold for few spans: Barber and Candes, 2015); a q-value is the
 * smallest rate at any {@code t} that includes the span, at most 1.
 */
public final class SeqletSearch {
    private final SpanFinder finder;

    /**
     * Creates a search.
     *
     * @param finder finds the spans of the maps and of the null
     */
    public SeqletSearch(SpanFinder finder) {
        this.finder = finder;
    }

    /**
     * The offset for maps that are compared with a null: twice the mean absolute score of the null. Where the scores of
     * noise and of motifs have Laplace distributions with scales 1 and 5, a base that scores 2.0 is as likely to be in
     * a motif as not.
     */
    public static double offsetOfNull(List<float[]> nullMaps) {
        return 2 * meanAbsolute(nullMaps);
    }

    /** The offset for maps without a null: their mean absolute score, which motifs raise above that of the noise. */
    public static double offsetOfMaps(List<float[]> maps) {
        return meanAbsolute(maps);
    }

    private static double meanAbsolute(List<float[]> maps) {
        double sum = 0;
        long bases = 0;
        for (float[] map : maps) {
            for (float score : map) {
                sum += Math.abs(score);
            }
            bases += map.length;
        }
        return bases == 0 ? 0 : sum / bases;
    }

    /**
     * Finds all spans and their significance against null maps.
     *
     * @param maps the base scores of the sequences
     * @param nullMaps the base scores of the sequences of the null; at least one
     */
    public ComparedSpans against(List<float[]> maps, List<float[]> nullMaps) {
        List<List<Span>> chance = spans(nullMaps);
        List<Seqlet> seqlets = seqlets(spans(maps), decoys(chance, true), decoys(chance, false));
        return new ComparedSpans(seqlets, chance, false);
    }

    /** Finds all spans and their significance against those of the other sign in the same maps. */
    public ComparedSpans againstOtherSign(List<float[]> maps) {
        List<List<Span>> spans = spans(maps);
        return new ComparedSpans(seqlets(spans, decoys(spans, false), decoys(spans, true)), spans, true);
    }

    private List<List<Span>> spans(List<float[]> maps) {
        return maps.stream().map(finder::spans).toList();
    }

    private static List<Seqlet> seqlets(List<List<Span>> maps, DecoyScores positive, DecoyScores negative) {
        List<Seqlet> seqlets = new ArrayList<>();
        for (int sequence = 0; sequence < maps.size(); sequence++) {
            for (Span span : maps.get(sequence)) {
                double p = (span.isPositive() ? positive : negative).p(span.excess());
                seqlets.add(new Seqlet(sequence, span, p, 1));
            }
        }
        withQValues(seqlets, true, positive, maps.size());
        withQValues(seqlets, false, negative, maps.size());
        return seqlets;
    }

    /** Replaces the spans of one sign by themselves with q-values. */
    private static void withQValues(List<Seqlet> seqlets, boolean positive, DecoyScores decoys, int maps) {
        int[] ofSign = IntStream.range(0, seqlets.size())
                .filter(i -> seqlets.get(i).span().isPositive() == positive)
                .toArray();
        double[] q = decoys.qValues(
                IntStream.of(ofSign)
                        .mapToDouble(i -> seqlets.get(i).span().excess())
                        .toArray(),
                maps);
        for (int k = 0; k < q.length; k++) {
            Seqlet seqlet = seqlets.get(ofSign[k]);
            seqlets.set(ofSign[k], new Seqlet(seqlet.sequence(), seqlet.span(), seqlet.p(), q[k]));
        }
    }

    private static DecoyScores decoys(List<List<Span>> maps, boolean positive) {
        return new DecoyScores(maps.stream()
                .map(spans -> spans.stream()
                        .filter(span -> span.isPositive() == positive)
                        .mapToDouble(Span::excess)
                        .toArray())
                .toList());
    }
}
