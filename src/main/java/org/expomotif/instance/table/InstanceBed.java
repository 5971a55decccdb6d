package org.expomotif.instance.table;

import java.util.List;
import org.expomotif.dna.GenomicSpan;
import org.expomotif.instance.Instance;
import org.expomotif.io.OutputSink;
import org.expomotif.io.Outputs;
import org.expomotif.io.table.CFormat;
import org.expomotif.io.track.Bed;
import org.expomotif.motif.Motif;
import org.expomotif.run.Provenance;

/**
 * Writes instances as BED, in genome coordinates where the names of the sequences have them. The columns are sequence,
 * start, end, motif, {@code min(1000, -100 log10 p)}, strand, score, log-odds score of the bases in bits, sum of the
 * base scores, p-value, q-value and name of the motif.
 */
public final class InstanceBed {
    private InstanceBed() {}

    /**
     * Writes instances.
     *
     * @param pathOrDash the output
     * @param instances the instances, in the order of the file
     * @param places the place of each
     * @param motifs the motifs
     * @param provenance the comments at the top
     */
    public static void write(
            String pathOrDash,
            List<Instance> instances,
            List<GenomicSpan> places,
            List<Motif> motifs,
            Provenance provenance) {
        try (OutputSink sink = Outputs.open(pathOrDash)) {
            provenance.lines().forEach(line -> sink.write("# " + line + "\n"));
            for (int i = 0; i < instances.size(); i++) {
                Instance instance = instances.get(i);
                sink.write(line(instance, places.get(i), motifs.get(instance.motif())));
            }
            sink.commit();
        }
    }

    private static String line(Instance instance, GenomicSpan place, Motif motif) {
        return String.join(
                        "\t",
                        place.sequence(),
                        Long.toString(place.start()),
                        Long.toString(place.end()),
                        motif.id(),
                        Long.toString(Bed.score(instance.p())),
                        instance.minus() != place.reverse() ? "-" : "+",
                        number(instance.score()),
                        number(instance.bits()),
                        number(instance.contribution()),
                        number(instance.p()),
                        number(instance.q()),
                        motif.name().isEmpty() ? "." : motif.name())
                + "\n";
    }

    private static String number(double value) {
        return CFormat.g(value, 6);
    }
}
