package org.expomotif.enrich.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.enrich.ControlKind;
import org.expomotif.enrich.EnrichedMotif;
import org.expomotif.enrich.Enrichment;
import org.expomotif.enrich.MotifGroup;

/**
 * The lines of a table of enriched motifs.
 *
 * @param run the comparison
 * @param database the file of the motifs, as given
 * @param controls where the controls come from
 * @param motifs number of motifs tested
 */
public record EnrichmentTable(Enrichment run, String database, ControlKind controls, int motifs) {
    /**
     * The lines of some motifs.
     *
     * @param results the most enriched motifs, in their order
     * @param groups all of their groups
     */
    public List<EnrichmentRow> rows(List<EnrichedMotif> results, List<MotifGroup> groups) {
        Map<EnrichedMotif, EnrichedMotif> bestOf = new HashMap<>();
        groups.forEach(group -> group.members().forEach(member -> bestOf.put(member, group.best())));
        List<EnrichmentRow> rows = new ArrayList<>();
        for (EnrichedMotif motif : results) {
            EnrichedMotif best = bestOf.getOrDefault(motif, motif);
            rows.add(EnrichmentRow.of(motif, rows.size() + 1, database, motifs, run, controls, best));
        }
        return rows;
    }
}
