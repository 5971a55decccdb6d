package org.expomotif.discover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.seqlet.Seqlet;

/**
 * Joins groups of one motif. A group joins the larger one whose mean its seqlets are most similar to, if the median of
 * their similarities with that mean is at least the similarity that groups needed to be joined: the mean of many
 * seqlets shows what single ones, with their noise, do not.
 */
final class GroupMerge {
    private final MotifBuilder builder;
    private final List<Seqlet> seqlets;

    GroupMerge(MotifBuilder builder, List<Seqlet> seqlets) {
        this.builder = builder;
        this.seqlets = seqlets;
    }

    /** The groups in descending order of size, those of equal size by their first member. */
    List<SeqletGroup> merged(List<SeqletGroup> groups) {
        List<SeqletGroup> kept = new ArrayList<>();
        List<SeqletWindow> means = new ArrayList<>();
        for (SeqletGroup group : ordered(groups)) {
            List<Seqlet> members = members(group);
            int best = -1;
            double highest = group.cut();
            for (int i = 0; i < kept.size(); i++) {
                double median = builder.medianSimilarity(means.get(i), members);
                if (median >= highest) {
                    highest = median;
                    best = i;
                }
            }
            if (best < 0) {
                kept.add(group);
                means.add(builder.mean(members));
            } else {
                kept.set(best, union(kept.get(best), group));
            }
        }
        return ordered(kept);
    }

    private static List<SeqletGroup> ordered(List<SeqletGroup> groups) {
        return groups.stream()
                .sorted(Comparator.comparingInt(
                                (SeqletGroup group) -> -group.members().size())
                        .thenComparingInt(group -> group.members().getFirst()))
                .toList();
    }

    private List<Seqlet> members(SeqletGroup group) {
        return group.members().stream().map(seqlets::get).toList();
    }

    private static SeqletGroup union(SeqletGroup larger, SeqletGroup other) {
        List<Integer> members = Stream.concat(larger.members().stream(), other.members().stream())
                .sorted()
                .toList();
        return new SeqletGroup(
                members, larger.decoys() + other.decoys(), larger.cut(), Math.min(larger.eValue(), other.eValue()));
    }
}
