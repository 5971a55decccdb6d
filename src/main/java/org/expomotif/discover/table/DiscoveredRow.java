package org.expomotif.discover.table;

import java.util.Optional;
import org.expomotif.compare.TargetMatch;
import org.expomotif.discover.DiscoveredMotif;
import org.expomotif.io.table.TsvColumn;

/**
 * A line of {@code motifs.tsv}.
 *
 * @param motif identifier of the motif
 * @param sign {@code +} or {@code -}, the sign of its seqlets
 * @param seqlets number of seqlets
 * @param sequences number of sequences with a seqlet
 * @param nullSeqlets number of spans of the null that would be seqlets of the motif
 * @param eValue expected number of motifs so large and so coherent by chance
 * @param meanSum mean sum of the base scores of a seqlet
 * @param consensus consensus of the frequency matrix in IUPAC letters
 * @param width number of columns
 * @param centreDistance median distance in bases of the middle of a seqlet from the middle of its sequence
 * @param match identifier of the known motif with the lowest p-value; empty if none matches
 * @param matchName its name
 * @param matchP its p-value
 * @param matchQ its q-value
 * @param matchOverlap aligned columns
 */
public record DiscoveredRow(
        @TsvColumn("motif") String motif,
        @TsvColumn("sign") char sign,
        @TsvColumn("seqlets") int seqlets,
        @TsvColumn("sequences") long sequences,
        @TsvColumn("null_seqlets") int nullSeqlets,
        @TsvColumn(value = "e_value", digits = 3) double eValue,
        @TsvColumn("mean_sum") double meanSum,
        @TsvColumn("consensus") String consensus,
        @TsvColumn("width") int width,
        @TsvColumn("centre_distance") double centreDistance,
        @TsvColumn("match") String match,
        @TsvColumn("match_name") String matchName,
        @TsvColumn(value = "match_p", digits = 3) double matchP,
        @TsvColumn(value = "match_q", digits = 3) double matchQ,
        @TsvColumn("match_overlap") String matchOverlap) {

    /** The line of a motif, with its best match and the matching motif. */
    public static DiscoveredRow of(DiscoveredMotif motif, double centreDistance, Optional<TargetMatch> best) {
        return new DiscoveredRow(
                motif.id(),
                motif.positive() ? '+' : '-',
                motif.seqlets().size(),
                motif.sequences(),
                motif.decoys(),
                motif.eValue(),
                motif.meanSum(),
                motif.motif().consensus(),
                motif.matrices().width(),
                centreDistance,
                best.map(match -> match.target().id()).orElse(""),
                best.map(match -> match.target().name()).orElse(""),
                best.map(match -> match.row().pValue()).orElse(Double.NaN),
                best.map(match -> match.row().qValue()).orElse(Double.NaN),
                best.map(match -> Integer.toString(match.row().overlap())).orElse(""));
    }

    /** The motif in a few words: {@code positive_1 like SP1 (24 seqlets)}. */
    public String label() {
        String known = matchName.isEmpty() ? match : matchName;
        return motif + (known.isEmpty() ? "" : " like " + known) + " (" + seqlets + " seqlets)";
    }
}
