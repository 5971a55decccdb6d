package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.expomotif.dataset.composition.Composition;
import org.expomotif.dataset.composition.CompositionCounts;
import org.expomotif.dataset.negative.CandidateWindows;
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
        char[] all = points(chromosomes, found);
        for (char point : all) {
            candidates.get(group).add(point);
        }
        NegativeMatching.Result result =
                NegativeMatching.match(points, settings.negatives().ratio(), all, settings.seed() + group);
        add(result.drawn(), chromosomes, found);
        matching.add(new DatasetSummary.Matching(
                groups.name(group),
                all.length,
                result.needed(),
                result.exact(),
                result.near(),
                result.missing(),
                result.shortfalls()));
        report(groups.name(group), result, progress);
    }

    private static char[] points(List<String> chromosomes, Map<String, CandidateWindows.OfSequence> found) {
        long size = chromosomes.stream()
                .mapToLong(name -> Objects.requireNonNull(found.get(name)).size())
                .sum();
        char[] points = new char[Math.toIntExact(size)];
        int next = 0;
        for (String name : chromosomes) {
            CandidateWindows.OfSequence candidates = Objects.requireNonNull(found.get(name));
            for (int i = 0; i < candidates.size(); i++) {
                points[next++] = (char) candidates.point(i);
            }
        }
        return points;
    }

    /** Makes regions of candidates, whose numbers ascend and count over all chromosomes. */
    private void add(int[] drawn, List<String> chromosomes, Map<String, CandidateWindows.OfSequence> found) {
        int next = 0;
        int before = 0;
        for (String name : chromosomes) {
            CandidateWindows.OfSequence candidates = Objects.requireNonNull(found.get(name));
            for (; next < drawn.length && drawn[next] < before + candidates.size(); next++) {
                int candidate = drawn[next] - before;
                Region region = new Region(Region.Source.GENOME, name, candidates.start(candidate), false);
                region.setPoint(candidates.point(candidate));
                regions.add(region);
            }
            before += candidates.size();
        }
    }

    private static void report(String group, NegativeMatching.Result result, Progress progress) {
        if (result.missing() > 0) {
            progress.warn(String.format(
                    Locale.ROOT,
                    "%s: %d of %d negatives are missing, because no candidate is left; dataset.json has the bins",
                    group,
                    result.missing(),
                    result.needed()));
        }
        if (result.near() > 0) {
            progress.note(String.format(
                    Locale.ROOT,
                    "%s: %d of %d negatives come from other bins of GC content and repeat fraction than the positives,"
                            + " at a distance of at most %.2f; dataset.json has the bins",
                    group,
                    result.near(),
                    result.needed(),
                    result.shortfalls().stream()
                            .mapToDouble(NegativeMatching.Shortfall::farthest)
                            .max()
                            .orElse(0)));
        }
    }

    private void requireSome(DatasetSettings settings) {
        boolean needed = matching.stream().anyMatch(each -> each.needed() > 0);
        if (needed && regions.isEmpty()) {
            throw new UserException("there is no window for negatives")
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
