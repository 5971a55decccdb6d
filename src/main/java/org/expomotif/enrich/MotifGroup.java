package org.expomotif.enrich;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.compare.cluster.MotifClusters;
import org.expomotif.compare.score.TomtomOptions;
import org.expomotif.motif.MotifSet;
import org.expomotif.run.Progress;

/**
 * Enriched motifs that match one another ({@link MotifClusters}), so that a list need not name one factor many times.
 *
 * @param members the motifs, most enriched first
 */
public record MotifGroup(List<EnrichedMotif> members) {
    /** Maximum geometric mean of the p-values of matches in a group, as in the command {@code cluster}. */
    private static final double THRESHOLD = 1e-5;

    /** Maximum width of a motif that is compared with others. */
    private static final int WIDEST = 500;

    /** Copies the list. */
    public MotifGroup {
        members = List.copyOf(members);
    }

    /** The most enriched motif. */
    public EnrichedMotif best() {
        return members.getFirst();
    }

    /**
     * The groups, in the order of their best motifs.
     *
     * @param motifs with distinct identifiers, most enriched first
     */
    public static List<MotifGroup> of(List<EnrichedMotif> motifs, int threads) {
        List<EnrichedMotif> compared =
                motifs.stream().filter(motif -> motif.motif().width() <= WIDEST).toList();
        Map<String, Integer> clusterOf = new HashMap<>();
        if (compared.size() > 1) {
            MotifSet set =
                    new MotifSet(compared.stream().map(EnrichedMotif::motif).toList(), Optional.empty());
            MotifClusters clusters = MotifClusters.of(set, TomtomOptions.DEFAULT, THRESHOLD, threads, Progress.NONE);
            for (int c = 0; c < clusters.clusters().size(); c++) {
                int cluster = c;
                clusters.clusters()
                        .get(c)
                        .members()
                        .forEach(member -> clusterOf.put(member.motif().id(), cluster));
            }
        }
        Map<Integer, List<EnrichedMotif>> groups = new LinkedHashMap<>();
        for (EnrichedMotif motif : motifs) {
            int alone = -1 - motif.query();
            groups.computeIfAbsent(clusterOf.getOrDefault(motif.motif().id(), alone), key -> new ArrayList<>())
                    .add(motif);
        }
        return groups.values().stream().map(MotifGroup::new).toList();
    }
}
