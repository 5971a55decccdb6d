package org.expomotif.discover.table;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.compare.Cutoff;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.QueryMatches;
import org.expomotif.compare.TargetMatch;
import org.expomotif.compare.Tomtom;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.discover.DiscoveredMotif;
import org.expomotif.discover.SeqletPlace;
import org.expomotif.discover.hdf5.ModiscoFile;
import org.expomotif.io.table.TsvWriter;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MemeWriter;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.seqlet.Seqlet;
import org.expomotif.seqlet.Span;

/**
 * What a discovery found, with the known motifs that match it.
 *
 * @param scores the scores of the sequences
 * @param seqlets all seqlets
 * @param motifs the motifs
 * @param rows one line per motif
 * @param matches the best match of each motif that has one, by its identifier
 */
public record Discovery(
        SequenceScores scores,
        List<Seqlet> seqlets,
        List<DiscoveredMotif> motifs,
        List<DiscoveredRow> rows,
        Map<String, TargetMatch> matches) {
    private static final String MOTIFS = "motifs.meme";
    /** The table of the motifs. */
    public static final String TABLE = "motifs.tsv";

    private static final String MATRICES = "matrices.tsv";
    private static final String SEQLETS = "seqlets.bed";
    private static final String HDF5 = "motifs.h5";

    /** The names of the files that {@link #write} writes. */
    public static final List<String> FILES = List.of(MOTIFS, TABLE, MATRICES, SEQLETS, HDF5);

    /** Maximum q-value of a match, that of the reference study. */
    private static final Cutoff CUTOFF = new Cutoff(Cutoff.Measure.Q, 0.1);

    /** Matches motifs with known ones, if there are any. */
    public static Discovery of(
            SequenceScores scores,
            List<Seqlet> seqlets,
            List<DiscoveredMotif> motifs,
            Optional<MotifSet> known,
            int threads) {
        Map<String, TargetMatch> matches =
                known.map(targets -> matches(motifs, targets, threads)).orElse(Map.of());
        List<DiscoveredRow> rows = motifs.stream()
                .map(motif -> DiscoveredRow.of(
                        motif, centreDistance(motif, scores), Optional.ofNullable(matches.get(motif.id()))))
                .toList();
        return new Discovery(scores, seqlets, motifs, rows, matches);
    }

    private static Map<String, TargetMatch> matches(List<DiscoveredMotif> motifs, MotifSet known, int threads) {
        Map<String, TargetMatch> best = new HashMap<>();
        if (motifs.isEmpty()) {
            return best;
        }
        Map<String, Motif> byId = new HashMap<>();
        known.motifs().forEach(target -> byId.putIfAbsent(target.id(), target));
        MotifSet queries =
                new MotifSet(motifs.stream().map(DiscoveredMotif::motif).toList(), Optional.empty());
        for (QueryMatches found :
                new Tomtom(TomtomOptions.DEFAULT, CUTOFF, Progress.NONE).compare(queries, List.of(known), threads)) {
            for (MotifMatch match : found.matches().stream().limit(1).toList()) {
                best.put(
                        found.query(),
                        new TargetMatch(
                                Optional.ofNullable(byId.get(match.target())).orElseThrow(), match));
            }
        }
        return best;
    }

    /** The median distance of the middle of a seqlet from the middle of its sequence; of two, the smaller one. */
    private static double centreDistance(DiscoveredMotif motif, SequenceScores scores) {
        double[] distances = motif.seqlets().stream()
                .map(SeqletPlace::seqlet)
                .mapToDouble(seqlet -> distance(seqlet, scores.codes().get(seqlet.sequence()).length))
                .sorted()
                .toArray();
        return distances[(distances.length - 1) / 2];
    }

    private static double distance(Seqlet seqlet, int length) {
        Span span = seqlet.span();
        return Math.abs(span.start() + span.end() - length) / 2.0;
    }

    /** Writes the files into a folder. */
    public void write(Path folder, Provenance provenance) {
        MotifSet set = new MotifSet(motifs.stream().map(DiscoveredMotif::motif).toList(), Optional.empty());
        MemeWriter.write(folder.resolve(MOTIFS).toString(), set, provenance.lines());
        TsvWriter.write(folder.resolve(TABLE).toString(), DiscoveredRow.class, provenance, rows);
        TsvWriter.write(folder.resolve(MATRICES).toString(), MatrixRow.class, provenance, MatrixRow.of(motifs));
        ModiscoFile.write(folder.resolve(HDF5).toString(), scores, motifs);
        MotifSeqletBed.write(folder.resolve(SEQLETS).toString(), scores, seqlets, motifs, provenance);
    }

    /** The motifs in a sentence. */
    public String summary() {
        List<String> names = rows.stream().map(DiscoveredRow::label).toList();
        int assigned = motifs.stream().mapToInt(motif -> motif.seqlets().size()).sum();
        int left = seqlets.size() - assigned;
        String others = String.format(
                Locale.ROOT, left == 1 ? "%,d seqlet belongs to none" : "%,d seqlets belong to none", left);
        return motifs.isEmpty()
                ? "no motif; " + others
                : motifs.size() + (motifs.size() == 1 ? " motif: " : " motifs: ") + String.join(", ", names) + "; "
                        + others;
    }
}
