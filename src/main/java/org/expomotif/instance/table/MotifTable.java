package org.expomotif.instance.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.dna.GenomicSpan;
import org.expomotif.instance.Instance;
import org.expomotif.motif.Motif;

/** The table with one line per motif and a last line for all motifs together. */
public final class MotifTable {
    private final List<Instance> instances;
    private final List<GenomicSpan> places;
    private final List<Motif> motifs;

    /**
     * Creates the table.
     *
     * @param instances the instances
     * @param places the place of each
     * @param motifs the motifs
     */
    public MotifTable(List<Instance> instances, List<GenomicSpan> places, List<Motif> motifs) {
        this.instances = instances;
        this.places = places;
        this.motifs = motifs;
    }

    /** Numbers of seqlets: all, those with an instance, those named after a motif, and those of them that it has. */
    private record Counts(int all, int found, int named, int namedFound) {}

    /**
     * The lines.
     *
     * @param seqlets the seqlets to compare with, if there are any
     */
    public List<MotifInstances> rows(Optional<SeqletRecall> seqlets) {
        List<List<Instance>> byMotif = new ArrayList<>();
        motifs.forEach(motif -> byMotif.add(new ArrayList<>()));
        instances.forEach(instance -> byMotif.get(instance.motif()).add(instance));
        List<Counts> counts = seqlets.map(this::counts).orElse(List.of());
        List<MotifInstances> rows = new ArrayList<>();
        for (int m = 0; m <= motifs.size(); m++) {
            boolean last = m == motifs.size();
            Optional<Counts> own = counts.isEmpty() ? Optional.empty() : Optional.of(counts.get(m));
            rows.add(row(
                    last ? "all" : motifs.get(m).id(),
                    last ? "" : motifs.get(m).name(),
                    last ? instances : byMotif.get(m),
                    own));
        }
        return rows;
    }

    /** The counts of each motif, and those of all motifs as the last. */
    private List<Counts> counts(SeqletRecall seqlets) {
        boolean[][] found = seqlets.found(instances, places, motifs.size());
        boolean[] byAny = new boolean[seqlets.size()];
        int named = 0;
        int namedFound = 0;
        List<Counts> counts = new ArrayList<>();
        for (int m = 0; m < found.length; m++) {
            int all = 0;
            int own = 0;
            int ownFound = 0;
            for (int i = 0; i < byAny.length; i++) {
                boolean isNamed = seqlets.name(i).equals(motifs.get(m).id());
                byAny[i] |= found[m][i];
                all += found[m][i] ? 1 : 0;
                own += isNamed ? 1 : 0;
                ownFound += isNamed && found[m][i] ? 1 : 0;
            }
            counts.add(new Counts(byAny.length, all, own, ownFound));
            named += own;
            namedFound += ownFound;
        }
        int foundByAny = 0;
        for (boolean one : byAny) {
            foundByAny += one ? 1 : 0;
        }
        counts.add(new Counts(byAny.length, foundByAny, named, namedFound));
        return counts;
    }

    private static MotifInstances row(String id, String name, List<Instance> own, Optional<Counts> seqlets) {
        int positive = (int) own.stream().filter(Instance::isPositive).count();
        return new MotifInstances(
                id,
                name,
                own.size(),
                positive,
                own.size() - positive,
                (int) own.stream().mapToInt(Instance::sequence).distinct().count(),
                own.stream().mapToDouble(Instance::contribution).average().orElse(Double.NaN),
                seqlets.map(counts -> (double) counts.found()).orElse(Double.NaN),
                seqlets.map(counts -> share(counts.found(), counts.all())).orElse(Double.NaN),
                seqlets.map(counts -> (double) counts.named()).orElse(Double.NaN),
                seqlets.map(counts -> share(counts.namedFound(), counts.named()))
                        .orElse(Double.NaN));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
