package org.expomotif.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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
        List<List<Instance>> found = new ArrayList<>();
        candidates.forEach(own -> found.add(new ArrayList<>()));
        for (int motif = 0; motif < finders.size(); motif++) {
            add(motif, true, sequences, candidates, found);
            add(motif, false, sequences, candidates, found);
        }
        found.forEach(own -> own.sort(Comparator.comparingInt(Instance::start)));
        return found.stream().flatMap(List::stream).toList();
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
    private void add(
            int motif,
            boolean positive,
            ScoredMaps sequences,
            List<List<Candidate>> candidates,
            List<List<Instance>> found) {
        DecoyScores chance = new DecoyScores(decoys.stream()
                .map(own -> own.stream()
                        .filter(candidate -> candidate.motif() == motif && candidate.positive() == positive)
                        .mapToDouble(Candidate::score)
                        .toArray())
                .toList());
        List<int[]> places = new ArrayList<>();
        for (int sequence = 0; sequence < candidates.size(); sequence++) {
            for (int i = 0; i < candidates.get(sequence).size(); i++) {
                Candidate candidate = candidates.get(sequence).get(i);
                if (candidate.motif() == motif && candidate.positive() == positive) {
                    places.add(new int[] {sequence, i});
                }
            }
        }
        double[] q = chance.qValues(
                places.stream()
                        .mapToDouble(
                                place -> candidates.get(place[0]).get(place[1]).score())
                        .toArray(),
                candidates.size());
        for (int k = 0; k < q.length; k++) {
            int sequence = places.get(k)[0];
            Candidate candidate = candidates.get(sequence).get(places.get(k)[1]);
            if (q[k] <= settings.maximumQ()) {
                int end = candidate.start() + candidate.width();
                found.get(sequence)
                        .add(new Instance(
                                motif,
                                sequence,
                                candidate.start(),
                                end,
                                candidate.minus(),
                                candidate.score(),
                                finders.get(motif).bits(candidate),
                                MotifFinder.contribution(sequences.maps().get(sequence), candidate.start(), end),
                                chance.p(candidate.score()),
                                q[k]));
            }
        }
    }
}
