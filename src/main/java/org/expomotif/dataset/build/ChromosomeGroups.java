package org.expomotif.dataset.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.expomotif.dataset.Split;
import org.expomotif.run.UserException;

/**
 * The groups that the chromosomes of a genome are divided into: the three splits, or the folds. Negatives are matched
 * with the positives of their own group.
 */
final class ChromosomeGroups {
    private static final List<Split> SPLITS = List.of(Split.TRAIN, Split.VALID, Split.TEST);

    private final SplitRule rule;
    private final int number;
    private final Map<String, Integer> groups = new HashMap<>();

    private ChromosomeGroups(SplitRule rule) {
        this.rule = rule;
        this.number = rule instanceof SplitRule.Folds folds ? folds.number() : SPLITS.size();
    }

    /**
     * Divides chromosomes.
     *
     * @param chromosomes names of all sequences of the genome, in its order
     * @param positives number of positives by chromosome; chromosomes without positives may be missing
     * @param genome name of the genome in messages
     * @throws UserException when a named chromosome is missing, or there are fewer chromosomes with positives than
     *     folds
     */
    static ChromosomeGroups of(
            SplitRule rule, List<String> chromosomes, Map<String, Integer> positives, String genome) {
        ChromosomeGroups made = new ChromosomeGroups(rule);
        switch (rule) {
            case SplitRule.Names names -> made.byName(names, chromosomes, genome);
            case SplitRule.Shares shares ->
                made.byShare(new double[] {shares.train(), shares.valid(), shares.test()}, chromosomes, positives);
            case SplitRule.Folds folds -> {
                if (positives.size() < folds.number()) {
                    throw new UserException("there are fewer chromosomes with positives than folds")
                            .in(genome)
                            .expected("at least " + folds.number() + " chromosomes with positives")
                            .found(positives.size() + " (" + String.join(", ", new TreeSet<>(positives.keySet())) + ")")
                            .remedy("give a smaller --folds");
                }
                double[] equal = new double[folds.number()];
                Arrays.fill(equal, 1.0 / equal.length);
                made.byShare(equal, chromosomes, positives);
            }
        }
        return made;
    }

    private void byName(SplitRule.Names names, List<String> chromosomes, String genome) {
        Set<String> known = new HashSet<>(chromosomes);
        chromosomes.forEach(name -> groups.put(name, SPLITS.indexOf(Split.TRAIN)));
        place(names.valid(), Split.VALID, "--valid-chromosomes", known, chromosomes, genome);
        place(names.test(), Split.TEST, "--test-chromosomes", known, chromosomes, genome);
    }

    private void place(
            List<String> names, Split split, String option, Set<String> known, List<String> all, String genome) {
        for (String name : names) {
            if (!known.contains(name)) {
                String other = name.startsWith("chr") ? name.substring(3) : "chr" + name;
                throw new UserException("the genome has no sequence " + name)
                        .in(genome)
                        .expected("names such as " + String.join(", ", all.subList(0, Math.min(3, all.size()))))
                        .remedy(known.contains(other) ? "write " + other + " in " + option : "correct " + option);
            }
            groups.put(name, SPLITS.indexOf(split));
        }
    }

    /**
     * Gives each chromosome, from the one with most positives on, to the group that lacks most of its share; ties go to
     * the first. Groups that would stay empty otherwise come first at the end.
     */
    private void byShare(double[] shares, List<String> chromosomes, Map<String, Integer> positives) {
        List<String> order = new ArrayList<>(chromosomes);
        order.sort(Comparator.comparingInt(name -> -positives.getOrDefault(name, 0)));
        double total = positives.values().stream().mapToLong(Integer::longValue).sum();
        double[] lacks = new double[shares.length];
        boolean[] used = new boolean[shares.length];
        for (int i = 0; i < shares.length; i++) {
            lacks[i] = shares[i] * total;
            used[i] = shares[i] == 0;
        }
        int left = positives.size();
        for (String name : order) {
            long unused = IntStream.range(0, used.length).filter(i -> !used[i]).count();
            boolean onlyUnused = unused > 0 && left <= unused && left > 0;
            int best = -1;
            for (int i = 0; i < lacks.length; i++) {
                boolean eligible = shares[i] > 0 && (!onlyUnused || !used[i]);
                if (eligible && (best < 0 || lacks[i] > lacks[best])) {
                    best = i;
                }
            }
            groups.put(name, best);
            used[best] = true;
            lacks[best] -= positives.getOrDefault(name, 0);
            left--;
        }
    }

    /** Number of groups. */
    int number() {
        return number;
    }

    /** The group of a chromosome. */
    int group(String chromosome) {
        return groups.getOrDefault(chromosome, 0);
    }

    /** The name of a group: {@code train}, or {@code fold1}. */
    String name(int group) {
        return rule instanceof SplitRule.Folds
                ? "fold" + (group + 1)
                : SPLITS.get(group).word();
    }

    /** Number of divisions into splits: 1, or the number of folds. */
    int divisions() {
        return rule instanceof SplitRule.Folds ? number : 1;
    }

    /** The split of a group in a division. */
    Split split(int group, int division) {
        if (!(rule instanceof SplitRule.Folds)) {
            return SPLITS.get(group);
        }
        if (group == division) {
            return Split.TEST;
        }
        return group == (division + 1) % number ? Split.VALID : Split.TRAIN;
    }

    /** The names of the tables of labels for a rule. */
    static List<String> labelFiles(SplitRule rule) {
        return rule instanceof SplitRule.Folds folds
                ? IntStream.rangeClosed(1, folds.number())
                        .mapToObj(fold -> "labels." + fold + ".tsv")
                        .toList()
                : List.of("labels.tsv");
    }
}
