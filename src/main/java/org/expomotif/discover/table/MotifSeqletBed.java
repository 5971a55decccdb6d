package org.expomotif.discover.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.discover.DiscoveredMotif;
import org.expomotif.discover.SeqletPlace;
import org.expomotif.dna.GenomicSpan;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.CFormat;
import org.expomotif.run.Provenance;
import org.expomotif.seqlet.Seqlet;
import org.expomotif.seqlet.Span;

/**
 * Writes all seqlets as BED, each with its motif, in genome coordinates where the names of the sequences have them. The
 * columns are sequence, start, end, motif, 1000 x similarity with the mean of the motif, strand of the motif, sum of
 * the base scores, p-value, q-value, and start and end of the motif. A seqlet of no motif has the name, strand, and
 * start and end of the motif {@code .} and the score 0.
 */
public final class MotifSeqletBed {
    private record Assigned(DiscoveredMotif motif, SeqletPlace place) {}

    private final SequenceScores scores;

    private MotifSeqletBed(SequenceScores scores) {
        this.scores = scores;
    }

    /**
     * Writes seqlets.
     *
     * @param path the output
     * @param seqlets all seqlets, in the order of the file
     * @param motifs the motifs that some of them make up
     * @param provenance the comments at the top
     */
    public static void write(
            String path,
            SequenceScores scores,
            List<Seqlet> seqlets,
            List<DiscoveredMotif> motifs,
            Provenance provenance) {
        Map<Seqlet, Assigned> places = new HashMap<>();
        for (DiscoveredMotif motif : motifs) {
            motif.seqlets().forEach(place -> places.put(place.seqlet(), new Assigned(motif, place)));
        }
        MotifSeqletBed bed = new MotifSeqletBed(scores);
        try (OutputSink sink = Outputs.open(path)) {
            provenance.lines().forEach(line -> sink.write("# " + line + "\n"));
            for (Seqlet seqlet : seqlets) {
                sink.write(bed.line(seqlet, Optional.ofNullable(places.get(seqlet))));
            }
            sink.commit();
        }
    }

    private String line(Seqlet seqlet, Optional<Assigned> assigned) {
        Span span = seqlet.span();
        GenomicSpan place = place(seqlet.sequence(), span.start(), span.end());
        Optional<GenomicSpan> motif = assigned.map(found -> place(
                seqlet.sequence(),
                found.place().start(),
                found.place().start() + found.motif().matrices().width()));
        return String.join(
                        "\t",
                        place.sequence(),
                        Long.toString(place.start()),
                        Long.toString(place.end()),
                        assigned.map(found -> found.motif().id()).orElse("."),
                        assigned.map(found -> Long.toString(
                                        Math.round(1000 * found.place().similarity())))
                                .orElse("0"),
                        assigned.map(found -> found.place().reverse() != place.reverse() ? "-" : "+")
                                .orElse("."),
                        CFormat.g(span.sum(), 6),
                        CFormat.g(seqlet.p(), 6),
                        CFormat.g(seqlet.q(), 6),
                        motif.map(found -> Long.toString(found.start())).orElse("."),
                        motif.map(found -> Long.toString(found.end())).orElse("."))
                + "\n";
    }

    private GenomicSpan place(int sequence, int start, int end) {
        String name = scores.bases().names().get(sequence);
        return GenomicSpan.of(name, scores.codes().get(sequence).length, start, end);
    }
}
