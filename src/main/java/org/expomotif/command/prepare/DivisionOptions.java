package org.expomotif.command.prepare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OptionRange;
import org.expomotif.dataset.build.SplitRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The division of chromosomes into splits, as a mixin. */
final class DivisionOptions extends OptionMixin {
    private static final int MINIMUM_FOLDS = 3;
    private static final int MAXIMUM_FOLDS = 100;

    @Option(
            names = "--valid-chromosomes",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            order = 30,
            description = "Chromosomes of the validation split; those that no option names are for training.")
    private @Nullable List<String> valid;

    @Option(
            names = "--test-chromosomes",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            order = 31,
            description = "Chromosomes of the test split.")
    private @Nullable List<String> test;

    @Option(
            names = "--split",
            paramLabel = "A,B,C",
            split = ",",
            hideParamSyntax = true,
            order = 32,
            description = "Shares of the positives for train, valid and test; whole chromosomes are chosen so that the"
                    + " shares are about these. Default: 0.7,0.1,0.2.")
    private double @Nullable [] shares;

    @Option(
            names = "--folds",
            paramLabel = "K",
            order = 33,
            description = "Divide the chromosomes into K folds and write K tables of labels, labels.1.tsv to"
                    + " labels.K.tsv, in place of labels.tsv: fold i is the test split of table i, the next fold its"
                    + " validation split.")
    private @Nullable Integer folds;

    @Option(
            names = "--drop-leaks",
            order = 34,
            description = "Drop sequences that share at least half of their 31-mers with a sequence of an earlier split"
                    + " (train, then valid). They are counted and listed in any case.")
    private boolean dropLeaks;

    DivisionOptions() {}

    /** Whether near-duplicates across splits are dropped. */
    boolean dropLeaks() {
        return dropLeaks;
    }

    /** The rule as far as the names of the outputs depend on it; the options may be wrong. */
    SplitRule planned() {
        return folds == null
                ? new SplitRule.Shares(1, 0, 0)
                : new SplitRule.Folds(Math.clamp(folds, MINIMUM_FOLDS, MAXIMUM_FOLDS));
    }

    /** The rule. */
    SplitRule rule() {
        int given = (valid != null || test != null ? 1 : 0) + (shares != null ? 1 : 0) + (folds != null ? 1 : 0);
        check(
                given <= 1,
                "--valid-chromosomes and --test-chromosomes, --split, and --folds exclude each other; give one of these");
        if (valid != null || test != null) {
            return names(valid == null ? List.of() : valid, test == null ? List.of() : test);
        }
        if (folds != null) {
            within("--folds", MINIMUM_FOLDS, MAXIMUM_FOLDS, folds);
            return new SplitRule.Folds(folds);
        }
        double[] chosen = shares == null ? new double[] {0.7, 0.1, 0.2} : shares;
        OptionRange.shares(command(), "--split", chosen);
        return new SplitRule.Shares(chosen[0], chosen[1], chosen[2]);
    }

    private SplitRule names(List<String> validNames, List<String> testNames) {
        Set<String> both = new HashSet<>(validNames);
        both.retainAll(new HashSet<>(testNames));
        check(
                both.isEmpty(),
                "--test-chromosomes: expected other chromosomes than --valid-chromosomes, found "
                        + String.join(", ", both) + " in both");
        return new SplitRule.Names(validNames, testNames);
    }
}
