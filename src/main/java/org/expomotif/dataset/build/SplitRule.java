package org.expomotif.dataset.build;

import java.util.List;

/** The rule by which the chromosomes of a genome are divided into splits. A chromosome is never divided. */
public sealed interface SplitRule {
    /**
     * Chromosomes by name; all others are for training.
     *
     * @param valid chromosomes of the validation split
     * @param test chromosomes of the test split
     */
    record Names(List<String> valid, List<String> test) implements SplitRule {
        /** Copies the lists. */
        public Names {
            valid = List.copyOf(valid);
            test = List.copyOf(test);
        }
    }

    /**
     * Shares of the positives.
     *
     * @param train share of the training split, at least 0; the three shares sum to 1
     * @param valid share of the validation split
     * @param test share of the test split
     */
    record Shares(double train, double valid, double test) implements SplitRule {}

    /**
     * Folds of about equal numbers of positives. In the labels of fold i, fold i is the test split, the next fold the
     * validation split, and all others the training split.
     *
     * @param number number of folds, at least 3
     */
    record Folds(int number) implements SplitRule {}
}
