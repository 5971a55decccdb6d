package org.expomotif.variant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.expomotif.variant.allele.Change;

/** The nulls of all classes; without shuffled flanks there are none. */
final class Significance {
    private final int copies;
    private final List<EffectNull> nulls = new ArrayList<>();

    /**
     * Creates nulls without effects.
     *
     * @param copies the number of shuffled flanks per allele
     * @param classes the number of classes
     */
    Significance(int copies, int classes) {
        this.copies = copies;
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
            nulls.get(c).addObserved(kind, effects[EffectField.DLOGIT.index()][c]);
        }
    }

    void addNull(Change.Kind kind, double[][] effects) {
        for (int c = 0; c < nulls.size(); c++) {
            nulls.get(c).addNull(kind, effects[EffectField.DLOGIT.index()][c]);
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
        return allele.effects()[EffectField.DLOGIT.index()][output];
    }

    /** The sizes of the nulls, for the comments of the output; called only if there are p-values. */
    String sizes() {
        return Arrays.stream(Change.Kind.values())
                .map(kind -> nulls.getFirst().nullCount(kind) + " of " + kind.name() + "s")
                .collect(Collectors.joining(", "));
    }
}
