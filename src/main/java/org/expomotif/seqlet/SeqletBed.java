package org.expomotif.seqlet;

import java.util.List;
import org.expomotif.dna.GenomicSpan;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.track.Bed;
import org.expomotif.run.Provenance;

/**
 * Writes seqlets as BED, in genome coordinates where the names of the sequences have them. The columns are sequence,
 * start, end, name, {@code min(1000, -100 log10 p)}, the sign of the sum in place of the strand, sum of the base
 * scores, p-value and q-value.
 */
public final class SeqletBed {
    private SeqletBed() {}

    /**
     * Writes seqlets.
     *
     * @param pathOrDash the output
     * @param seqlets the seqlets, which are named seqlet1, seqlet2, ... in this order
     * @param names the names of the sequences
     * @param lengths the number of bases of each sequence
     * @param provenance the comments at the top
     */
    public static void write(
            String pathOrDash, List<Seqlet> seqlets, List<String> names, int[] lengths, Provenance provenance) {
        try (OutputSink sink = Outputs.open(pathOrDash)) {
            provenance.lines().forEach(line -> sink.write("# " + line + "\n"));
            int number = 0;
            for (Seqlet seqlet : seqlets) {
                String name = names.get(seqlet.sequence());
                sink.write(line(seqlet, "seqlet" + ++number, name, lengths[seqlet.sequence()]));
            }
            sink.commit();
        }
    }

    private static String line(Seqlet seqlet, String name, String sequence, int length) {
        Span span = seqlet.span();
        GenomicSpan place = GenomicSpan.of(sequence, length, span.start(), span.end());
        return String.join(
                        "\t",
                        place.sequence(),
                        Long.toString(place.start()),
                        Long.toString(place.end()),
                        name,
                        Long.toString(Bed.score(seqlet.p())),
                        span.isPositive() ? "+" : "-",
                        number(span.sum()),
                        number(seqlet.p()),
                        number(seqlet.q()))
                + "\n";
    }

    private static String number(double value) {
        return CFormat.g(value, 6);
    }
}
