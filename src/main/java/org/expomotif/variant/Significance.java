package org.expomotif.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.expomotif.variant.allele.Change;

/** The nulls of all classes; without shuffled flanks there are none. */
final class Significance {
    private final int copies;
    private final long seed;
    private final List<EffectNull> nulls = new ArrayList<>();

    /**
     * Creates nulls without effects.
     *
     * @param copies the number of shuffled flanks per allele
     * @param seed the seed of the shuffles
     * @param classes the number of classes
     */
    Significance(int copies, long seed, int classes) {
        this.copies = copies;
        this.seed = seed;
        for (int c = 0; copies > 0 && c < classes; c++) {
            nulls.add(new EffectNull());
        }
    }

    /** Whether there are p-values. */
    boolean isKnown() {
        return copies > 0;
    }

    void addObserved(Change.Kind kind, double[][] effects) {
        for (int c = 0; c < nulls.size(); c++) {
            nulls.get(c).addObserved(kind, effects[EffectField.DLOGIT.place()][c]);
        }
    }

    void addNull(Change.Kind kind, double[][] effects) {
        for (int c = 0; c < nulls.size(); c++) {
            nulls.get(c).addNull(kind, effects[EffectField.DLOGIT.place()][c]);
        }
    }

    void finish() {
        nulls.forEach(EffectNull::finish);
    }

    double p(AlleleResult allele, int output) {
        return nulls.get(output).p(allele.kind(), effect(allele, output));
    }

    double q(AlleleResult allele, int output) {
        return nulls.get(output).q(allele.kind(), effect(allele, output));
    }

    private static double effect(AlleleResult allele, int output) {
        return allele.effects()[EffectField.DLOGIT.place()][output];
    }

    /** The nulls, one per class. */
    List<EffectNull> nulls() {
        return nulls;
    }

    int copies() {
        return copies;
    }

    long seed() {
        return seed;
    }

    /** How the null was made, and its sizes, for the comments of the output; called only if there are p-values. */
    String comment() {
        return "null: " + copies + " shuffled flanks per ALT, seed " + seed + "; effects: " + sizes();
    }

    private String sizes() {
        return Arrays.stream(Change.Kind.values())
                .map(kind -> nulls.getFirst().nullCount(kind) + " of " + kind.name() + "s")
                .collect(Collectors.joining(", "));
    }
}
