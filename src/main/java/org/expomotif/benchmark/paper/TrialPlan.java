package org.expomotif.benchmark.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The trials of a run, in their order: the first trial of every condition, then the second of those that have one, and
 * so on, so that an unfinished run already covers all conditions.
 */
public final class TrialPlan {
    private TrialPlan() {}

    /**
     * The part of the study that is run. An empty list stands for all.
     *
     * @param tasks tasks, in the order in which their first trials run
     * @param groups groups of conditions
     * @param networks names of networks
     * @param activations names of activations
     * @param trials trials of each condition; if empty, 10 of the exponential and of ReLU in Task 3 and in cnn-deep, 3
     *     of the other plain activations, and 2 of every control
     */
    public record Selection(
            List<PaperTask> tasks,
            List<Group> groups,
            List<String> networks,
            List<String> activations,
            OptionalInt trials) {
        /** Copies the lists. */
        public Selection {
            tasks = List.copyOf(tasks);
            groups = List.copyOf(groups);
            networks = List.copyOf(networks);
            activations = List.copyOf(activations);
        }

        private boolean has(Cell cell) {
            return has(groups, cell.condition().group())
                    && has(networks, cell.condition().network())
                    && has(activations, cell.condition().activation());
        }

        private static <T> boolean has(List<T> chosen, T item) {
            return chosen.isEmpty() || chosen.contains(item);
        }
    }

    /**
     * The sizes of a run.
     *
     * @param sequences number of sequences of each task; if empty, those of the study
     * @param explained number of positives that are explained
     * @param epochs maximum number of epochs
     */
    public record Size(OptionalInt sequences, int explained, int epochs) {}

    /**
     * The trials of a selection.
     *
     * @param seed seed of the data and of the first trials; trial k has {@code seed + k - 1}
     */
    public static List<TrialKey> of(Selection selection, Size size, long seed) {
        List<Cell> cells =
                cells(selection.tasks()).stream().filter(selection::has).toList();
        int rounds = cells.stream()
                .mapToInt(cell -> selection.trials().orElse(cell.trials()))
                .max()
                .orElse(0);
        List<TrialKey> trials = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Cell cell : cells) {
                if (round < selection.trials().orElse(cell.trials())) {
                    trials.add(new TrialKey(cell.condition(), sizes(cell, size, seed), seed + round));
                }
            }
        }
        return trials;
    }

    /** The networks of the tasks. */
    public static Set<String> networks(List<PaperTask> tasks) {
        return cells(tasks).stream().map(cell -> cell.condition().network()).collect(ordered());
    }

    /** The activations of the tasks. */
    public static Set<String> activations(List<PaperTask> tasks) {
        return cells(tasks).stream().map(cell -> cell.condition().activation()).collect(ordered());
    }

    private static Collector<String, ?, Set<String>> ordered() {
        return Collectors.toCollection(LinkedHashSet::new);
    }

    private static TrialKey.Sizes sizes(Cell cell, Size size, long seed) {
        PaperTask task = cell.condition().task();
        return new TrialKey.Sizes(
                size.sequences().orElse(task.sequences()),
                seed,
                size.epochs(),
                task.hasAttributions() ? size.explained() : 0);
    }

    /**
     * The cells of the tasks: the exponential and ReLU of every network, the other plain activations, then the controls
     * by group.
     */
    private static List<Cell> cells(List<PaperTask> tasks) {
        return tasks.stream()
                .flatMap(task -> Cell.of(task).stream())
                .sorted(Comparator.comparing((Cell cell) -> !cell.isMain())
                        .thenComparing(cell -> cell.condition().group()))
                .toList();
    }
}
