package org.expomotif.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.expomotif.motif.Background;
import org.expomotif.motif.InformationContent;
import org.expomotif.motif.Motif;
import org.expomotif.run.IndexedTasks;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.stats.DecoyScores;

/**
 * Finds the instances of motifs in attribution maps. In every sequence, the candidates of all motifs compete: of those
 * that share a base, the one with the highest score stays (of equal scores, that of the first motif, then the first
 * start, then the plus strand). The same is done in the sequences of the null, and what stays there are the decoys of
 * each motif and sign (see {@link DecoyScores}). So a motif is not credited with the sites of a motif that matches
 * better.
 */
public final class InstanceSearch {
    private static final Comparator<Candidate> STRONGEST_FIRST = Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(Candidate::motif)
            .thenComparingInt(Candidate::start)
            .thenComparing(Candidate::minus);

    private final List<MotifFinder> finders;
    private final List<List<Candidate>> decoys;
    private final Settings settings;

    /**
     * How instances are found.
     *
     * @param bothStrands whether the minus strand is searched too
     * @param maximumBaseP maximum p-value of the bases of an instance
     * @param maximumContributionP maximum p-value of the weighted sum of its base scores
     * @param maximumQ maximum q-value
     * @param threads number of threads; the result does not depend on it
     */
    public record Settings(
            boolean bothStrands, double maximumBaseP, double maximumContributionP, double maximumQ, int threads) {}

    /**
     * Searches the null.
     *
     * @param motifs the motifs
     * @param background letter frequencies
     * @param shuffled the maps of the null, at least one
     */
    public InstanceSearch(List<Motif> motifs, Background background, ScoredMaps shuffled, Settings settings) {
        this.settings = settings;
        ScanSettings scan = ScanSettings.of(background, settings.bothStrands(), settings.maximumBaseP());
        MotifFinder[] made = new MotifFinder[motifs.size()];
        IndexedTasks.run(made.length, settings.threads(), () -> true, (state, index) -> {
            Motif motif = motifs.get(index);
            double[] information = InformationContent.perColumn(motif.matrix(), background.smoothed());
            float[] weights = new float[information.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) information[i];
            }
            made[index] = new MotifFinder(
                    index, ScanMatrix.ofMotif(motif, scan), weights, shuffled.maps(), settings.maximumContributionP());
        });
        this.finders = List.of(made);
        this.decoys = candidates(shuffled);
    }

    /**
     * The instances, sequence by sequence in the order of their starts.
     *
     * @param sequences the maps, of sequences as long as those of the null
     */
    public List<Instance> instances(ScoredMaps sequences) {
        List<List<Candidate>> candidates = candidates(sequences);
        List<List<Found>> byTarget = byTarget(candidates);
        List<List<Found>> chance = byTarget(decoys);
        List<Instance> found = new ArrayList<>();
        for (int target = 0; target < byTarget.size(); target++) {
            add(byTarget.get(target), scores(chance.get(target)), sequences, found);
        }
        found.sort(Comparator.comparingInt(Instance::sequence).thenComparingInt(Instance::start));
        return found;
    }

    /** A candidate and the number of its sequence. */
    private record Found(int sequence, Candidate candidate) {}

    /** The candidates of each motif and sign, the positive ones of a motif before its negative ones. */
    private List<List<Found>> byTarget(List<List<Candidate>> bySequence) {
        List<List<Found>> targets = new ArrayList<>();
        for (int i = 0; i < 2 * finders.size(); i++) {
            targets.add(new ArrayList<>());
        }
        for (int sequence = 0; sequence < bySequence.size(); sequence++) {
            for (Candidate candidate : bySequence.get(sequence)) {
                int target = 2 * candidate.motif() + (candidate.positive() ? 0 : 1);
                targets.get(target).add(new Found(sequence, candidate));
            }
        }
        return targets;
    }

    /** The scores of the decoys of a motif and sign. */
    private DecoyScores scores(List<Found> found) {
        Map<Integer, DoubleStream.Builder> bySequence = new TreeMap<>();
        for (Found each : found) {
            bySequence
                    .computeIfAbsent(each.sequence(), key -> DoubleStream.builder())
                    .add(each.candidate().score());
        }
        return new DecoyScores(
                bySequence.values().stream()
                        .map(scores -> scores.build().toArray())
                        .toList(),
                decoys.size());
    }

    /** The candidates of each sequence that are left when those with a base in common have competed. */
    private List<List<Candidate>> candidates(ScoredMaps sequences) {
        List<List<Candidate>> all = new ArrayList<>();
        sequences.maps().forEach(map -> all.add(List.of()));
        int length = sequences.maps().stream().mapToInt(map -> map.length).max().orElse(0);
        IndexedTasks.run(sequences.size(), settings.threads(), () -> new float[length], (sums, sequence) -> {
            List<Candidate> found = new ArrayList<>();
            float[] map = sequences.maps().get(sequence);
            byte[] codes = sequences.codes().get(sequence);
            finders.forEach(finder -> finder.add(map, codes, sums, found));
            all.set(sequence, withoutOverlaps(found, map.length));
        });
        return all;
    }

    private static List<Candidate> withoutOverlaps(List<Candidate> found, int length) {
        found.sort(STRONGEST_FIRST);
        boolean[] taken = new boolean[length];
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : found) {
            int end = candidate.start() + candidate.width();
            boolean free = true;
            for (int i = candidate.start(); i < end; i++) {
                free &= !taken[i];
            }
            if (free) {
                Arrays.fill(taken, candidate.start(), end, true);
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** Adds the instances of a motif and sign with a q-value that is low enough. */
    private void add(List<Found> candidates, DecoyScores chance, ScoredMaps sequences, List<Instance> found) {
        double[] q = chance.qValues(
                candidates.stream()
                        .mapToDouble(each -> each.candidate().score())
                        .toArray(),
                sequences.size());
        for (int k = 0; k < q.length; k++) {
            if (q[k] <= settings.maximumQ()) {
                int sequence = candidates.get(k).sequence();
                Candidate candidate = candidates.get(k).candidate();
                int end = candidate.start() + candidate.width();
                found.add(new Instance(
                        candidate.motif(),
                        sequence,
                        candidate.start(),
                        end,
                        candidate.minus(),
                        candidate.score(),
                        finders.get(candidate.motif()).bits(candidate),
                        MotifFinder.contribution(sequences.maps().get(sequence), candidate.start(), end),
                        chance.p(candidate.score()),
                        q[k]));
            }
        }
    }
}
