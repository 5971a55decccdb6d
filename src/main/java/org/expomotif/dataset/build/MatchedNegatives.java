package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.composition.CompositionCounts;
import org.expomotif.dataset.negative.CandidateWindows;
import org.expomotif.dataset.negative.DrawnWindows;
import org.expomotif.dataset.negative.NegativeMatching;
import org.expomotif.io.Inputs;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;

/**
 * Negatives drawn from the genome, group by group.
 *
 * @param regions the negatives
 * @param candidates distributions of the candidates of each group
 * @param matching the draw of each group; empty if no negatives were asked for
 */
record MatchedNegatives(
        List<Region> regions, List<CompositionCounts> candidates, List<DatasetSummary.Matching> matching) {
    /** Draws the negatives of all groups. */
    static MatchedNegatives draw(
            DatasetSettings settings,
            ChromosomeGroups groups,
            List<Region> positives,
            Optional<CandidateWindows> candidates,
            Progress progress) {
        List<CompositionCounts> counts = new ArrayList<>();
        for (int group = 0; group < groups.number(); group++) {
            counts.add(new CompositionCounts());
        }
        MatchedNegatives drawn = new MatchedNegatives(new ArrayList<>(), counts, new ArrayList<>());
        if (candidates.isPresent()) {
            for (int group = 0; group < groups.number(); group++) {
                drawn.draw(settings, groups, group, positives, candidates.get().found(), progress);
            }
            drawn.requireSome(settings);
            drawn.noteRepeats(settings, positives, progress);
        }
        return drawn;
    }

    /** The distributions of the candidates of a group. */
    CompositionCounts candidates(int group) {
        return candidates.get(group);
    }

    private void draw(
            DatasetSettings settings,
            ChromosomeGroups groups,
            int group,
            List<Region> positives,
            Map<String, CandidateWindows.OfSequence> found,
            Progress progress) {
        int[] points = positives.stream()
                .filter(region -> groups.group(region.sequence()) == group)
                .mapToInt(Region::point)
                .toArray();
        List<String> chromosomes = found.keySet().stream()
                .filter(name -> groups.group(name) == group)
                .toList();
        DrawnWindows drawn = DrawnWindows.draw(
                chromosomes, found, points, settings.negatives().ratio(), settings.seed() + group);
        for (char point : drawn.candidates()) {
            candidates.get(group).add(point);
        }
        for (DrawnWindows.Window window : drawn.windows()) {
            Region region = new Region(Region.Source.GENOME, window.sequence(), window.start(), false);
            region.setPoint(window.point());
            regions.add(region);
        }
        NegativeMatching.Result result = drawn.result();
        matching.add(new DatasetSummary.Matching(
                groups.name(group),
                drawn.candidates().length,
                result.needed(),
                result.exact(),
                result.near(),
                result.missing(),
                result.shortfalls()));
        String bins = "; dataset.json has the bins";
        drawn.warnOfMissing(groups.name(group), "negatives", bins, progress);
        drawn.noteNear(groups.name(group), "negatives", "positives", bins, progress);
    }

    private void requireSome(DatasetSettings settings) {
        boolean needed = matching.stream().anyMatch(each -> each.needed() > 0);
        if (needed && regions.isEmpty()) {
            throw new UserException("the genome has no window for negatives")
                    .in(Inputs.name(settings.genome()))
                    .expected("windows of " + settings.regions().length()
                            + " bases, with few unknown bases, that overlap no peak and no blacklist")
                    .found("none in a split with positives")
                    .remedy("give --negatives shuffle or a BED file of negatives");
        }
    }

    private void noteRepeats(DatasetSettings settings, List<Region> positives, Progress progress) {
        long[] all = new long[2];
        candidates.forEach(counts -> {
            all[0] += counts.repeats()[0];
            all[1] += counts.size();
        });
        boolean anyMasked = positives.stream().anyMatch(region -> Composition.repeats(region.point()) > 0);
        if (all[0] == all[1] && !anyMasked) {
            progress.note(Inputs.name(settings.genome())
                    + " has no soft-masked bases (lower case): negatives match in GC content only");
        }
    }
}
