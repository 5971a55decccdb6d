package org.expomotif.discover;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.expomotif.run.IndexedTasks;
import org.expomotif.stats.IncompleteBeta;

/**
 * Finds the groups of windows that are larger than chance explains.
 *
 * <p>Of more windows than {@code maximum}, a random sample is grouped. Each other window joins the group that it is
 * most similar to, if its mean similarity with members of the group is at least the cut. The windows that are left are
 * searched in the same way, until no motif is found or all of them were compared.
 */
final class GroupSearch {
    /** Sets of permuted windows. */
    private static final int REPEATS = 5;

    /** Members of a group that another window is compared with. */
    private static final int REPRESENTATIVES = 50;

    /** Rounds of sampling. */
    private static final int ROUNDS = 5;

    private final WindowGroups grouping;
    private final int maximum;
    private final double maximumE;
    private final int threads;
    private final SplittableRandom random;

    /**
     * Creates a search.
     *
     * @param maximum maximum number of windows that are compared with each other
     * @param maximumE maximum E-value of a group
     */
    GroupSearch(WindowGroups grouping, int maximum, double maximumE, int threads, SplittableRandom random) {
        this.grouping = grouping;
        this.maximum = maximum;
        this.maximumE = maximumE;
        this.threads = threads;
        this.random = random;
    }

    /**
     * The groups, those of the first round first, each round in descending order of size.
     *
     * @param windows the windows of seqlets of one sign
     * @param decoys the windows of spans of the null that would pass as seqlets of this sign
     * @param share sequences / (sequences + sequences of the null)
     */
    List<SeqletGroup> groups(List<SeqletWindow> windows, List<SeqletWindow> decoys, double share) {
        List<SeqletGroup> all = new ArrayList<>();
        List<Integer> left = IntStream.range(0, windows.size()).boxed().toList();
        for (int round = 0; round < ROUNDS && left.size() > 1; round++) {
            boolean sampled = left.size() > maximum;
            List<SeqletGroup> found = round(windows, left, decoys, share);
            all.addAll(found);
            if (!sampled || found.isEmpty()) {
                break;
            }
            boolean[] used = new boolean[windows.size()];
            all.forEach(group -> group.members().forEach(member -> used[member] = true));
            left = left.stream().filter(index -> !used[index]).toList();
        }
        return all;
    }

    private List<SeqletGroup> round(
            List<SeqletWindow> windows, List<Integer> left, List<SeqletWindow> decoys, double share) {
        List<Integer> sample = sample(left);
        List<SeqletWindow> sampled = sample.stream().map(windows::get).toList();
        double cut = grouping.cut(sampled, random);
        List<List<Integer>> groups = grouping.groups(sampled, cut).stream()
                .filter(group -> group.size() > 1)
                .toList();
        ChanceGroups chance = chance(sampled, cut);
        List<List<Integer>> coherent = groups.stream()
                .filter(group -> chance.expected(group.size()) <= maximumE)
                .map(group -> group.stream().map(sample::get).toList())
                .toList();
        List<GroupMatcher> matchers = coherent.stream()
                .map(group -> new GroupMatcher(sample(group, REPRESENTATIVES).stream()
                        .map(windows::get)
                        .toList()))
                .toList();
        boolean[] isSampled = new boolean[windows.size()];
        sample.forEach(index -> isSampled[index] = true);
        List<Integer> others = left.stream().filter(index -> !isSampled[index]).toList();
        int[] joined = nearest(others.stream().map(windows::get).toList(), matchers, cut);
        int[] ofDecoys = nearest(decoys, matchers, cut);
        List<SeqletGroup> found = new ArrayList<>();
        for (int g = 0; g < coherent.size(); g++) {
            int group = g;
            List<Integer> members = new ArrayList<>(coherent.get(g));
            IntStream.range(0, joined.length).filter(i -> joined[i] == group).forEach(i -> members.add(others.get(i)));
            members.sort(null);
            int matching = (int)
                    Arrays.stream(ofDecoys).filter(nearest -> nearest == group).count();
            double beyondNull = groups.size() * tail(members.size(), matching, share);
            double eValue = Math.max(chance.expected(coherent.get(g).size()), beyondNull);
            if (eValue <= maximumE) {
                found.add(new SeqletGroup(List.copyOf(members), matching, cut, eValue));
            }
        }
        return found;
    }

    /**
     * The probability of at least this many windows of the sequences among those of the sequences and of the null, if
     * both had the same rate; one window is added to the null.
     */
    static double tail(int members, int decoys, double share) {
        return Math.exp(IncompleteBeta.log(members, decoys + 2.0, share));
    }

    private ChanceGroups chance(List<SeqletWindow> windows, double cut) {
        List<List<Integer>> repeats = new ArrayList<>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            List<SeqletWindow> permuted =
                    windows.stream().map(window -> window.permuted(random)).toList();
            repeats.add(grouping.groups(permuted, cut).stream().map(List::size).toList());
        }
        return new ChanceGroups(repeats);
    }

    /** The number of the group that each window is most similar to; -1 if none has the minimum similarity. */
    private int[] nearest(List<SeqletWindow> windows, List<GroupMatcher> groups, double cut) {
        int[] nearest = new int[windows.size()];
        IndexedTasks.run(windows.size(), threads, grouping::aligner, (aligner, i) -> {
            SeqletWindow window = windows.get(i);
            SeqletWindow turned = window.reverseComplement();
            double best = cut;
            nearest[i] = -1;
            for (int g = 0; g < groups.size(); g++) {
                double similarity = groups.get(g).similarity(window, turned, aligner);
                if (similarity >= best && (nearest[i] < 0 || similarity > best)) {
                    best = similarity;
                    nearest[i] = g;
                }
            }
        });
        return nearest;
    }

    private List<Integer> sample(List<Integer> indices) {
        return sample(indices, maximum);
    }

    /** At most {@code size} of the indices, drawn at random, in ascending order. */
    private List<Integer> sample(List<Integer> indices, int size) {
        if (indices.size() <= size) {
            return indices;
        }
        int[] all = indices.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(all.length - i);
            int chosen = all[j];
            all[j] = all[i];
            all[i] = chosen;
        }
        return Arrays.stream(all, 0, size).sorted().boxed().toList();
    }

    /** Compares windows with members of a group. */
    private record GroupMatcher(List<SeqletWindow> members) {
        double similarity(SeqletWindow window, SeqletWindow turned, WindowAligner aligner) {
            double sum = 0;
            for (SeqletWindow member : members) {
                sum += aligner.similarity(member, window, turned);
            }
            return sum / members.size();
        }
    }
}
