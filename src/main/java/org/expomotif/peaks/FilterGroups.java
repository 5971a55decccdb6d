package org.expomotif.peaks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.compare.MotifMatch;
import org.expomotif.compare.TargetMatch;
import org.expomotif.compare.verdict.MatchVerdict;
import org.expomotif.enrich.table.EnrichmentRow;
import org.expomotif.io.table.TsvReader;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.report.PeaksPage;

/**
 * The groups of filters that match one another, with their matches and their enrichment. A match counts if the verdict
 * of {@code tomtom-match} on it is favourable.
 */
final class FilterGroups {
    /** How {@code cluster} names a filter that has the name of one in an earlier file. */
    private static final Pattern OF_LATER_TRIAL = Pattern.compile("filters\\.(\\d+)\\.meme:.*");

    private final List<PeaksPage.Learned> groups = new ArrayList<>();
    private final Map<String, Set<Integer>> trialsByTarget = new HashMap<>();

    /**
     * A filter and its group.
     *
     * @param cluster the group
     * @param motif the filter
     */
    record Member(String cluster, String motif) {}

    /**
     * Reads the results.
     *
     * @param known the known motifs by their identifiers
     */
    FilterGroups(PeakAnalysis analysis, Map<String, Motif> known) {
        Map<String, Set<Integer>> trials = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (Member member : TsvReader.readAll(analysis.at(PeakAnalysis.CLUSTERS), Member.class)) {
            trials.computeIfAbsent(member.cluster(), key -> new TreeSet<>()).add(trial(member.motif()));
            sizes.merge(member.cluster(), 1, Integer::sum);
        }
        Map<String, MatchVerdict> matched = new HashMap<>();
        TsvReader.readAll(analysis.at(PeakAnalysis.VERDICTS), MatchVerdict.class).stream()
                .filter(MatchVerdict::matched)
                .forEach(verdict -> matched.put(verdict.query(), verdict));
        Map<String, TargetMatch> best = new HashMap<>();
        for (MotifMatch match : TsvReader.readAll(analysis.at(PeakAnalysis.MATCHES), MotifMatch.class)) {
            MatchVerdict verdict = matched.get(match.query());
            if (verdict == null) {
                continue;
            }
            Motif target = known.get(match.target());
            if (target != null && verdict.target().equals(match.target())) {
                best.put(match.query(), new TargetMatch(target, match));
            }
            trialsByTarget
                    .computeIfAbsent(match.target(), key -> new TreeSet<>())
                    .addAll(trials.getOrDefault(match.query(), Set.of()));
        }
        Map<String, EnrichmentRow> enriched = new LinkedHashMap<>();
        for (EnrichmentRow row : TsvReader.readAll(analysis.at(PeakAnalysis.FILTER_ENRICHMENT), EnrichmentRow.class)) {
            enriched.put(row.id(), row);
        }
        Map<String, Motif> motifs = new LinkedHashMap<>();
        MotifFile.read(analysis.at(PeakAnalysis.FILTERS)).motifs().forEach(motif -> motifs.put(motif.id(), motif));
        List<String> order = new ArrayList<>(enriched.keySet());
        motifs.keySet().stream().filter(id -> !enriched.containsKey(id)).forEach(order::add);
        for (String id : order) {
            Motif motif = motifs.get(id);
            if (motif != null) {
                groups.add(new PeaksPage.Learned(
                        motif,
                        trials.getOrDefault(id, Set.of()).size(),
                        sizes.getOrDefault(id, 0),
                        Optional.ofNullable(best.get(id)),
                        Optional.ofNullable(enriched.get(id))));
            }
        }
    }

    private static int trial(String filter) {
        Matcher later = OF_LATER_TRIAL.matcher(filter);
        return later.matches() ? Integer.parseInt(later.group(1)) : 1;
    }

    /**
     * The groups: the enriched ones first, the most enriched first of all, then the others in the order of their file.
     */
    List<PeaksPage.Learned> all() {
        return groups;
    }

    /** Number of networks with a filter that matches one of some known motifs. */
    int learners(Iterable<String> targets) {
        Set<Integer> trials = new TreeSet<>();
        targets.forEach(id -> trials.addAll(trialsByTarget.getOrDefault(id, Set.of())));
        return trials.size();
    }
}
