package org.expomotif.variant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The effects of an allele on one class. Each is a mean over the windows and over the models. */
enum EffectField {
    DLOGIT(0, "difference of the logits, ALT - REF"),
    DPROB(1, "difference of the probabilities, ALT - REF"),
    LOG2R(2, "base-2 logarithm of the ratio of the probabilities, ALT / REF"),
    REF(3, "probability with the REF allele"),
    ALT(4, "probability with the ALT allele"),
    DLOGIT_SD(5, "standard deviation over the models of DLOGIT"),
    DPROB_SD(6, "standard deviation over the models of DPROB"),
    LOG2R_SD(7, "standard deviation over the models of LOG2R"),
    ACTIVE_QUANTILE(8, "share of the --peaks regions with a lower probability than the larger of REF and ALT");

    /** The number of fields that are means. */
    static final int MEANS = 5;

    /** The number of fields that have a standard deviation. */
    static final int SPREADS = 3;

    private final int place;
    private final String description;

    EffectField(int place, String description) {
        this.place = place;
        this.description = description;
    }

    /**
     * The fields of a run, in the order of the effects of an allele.
     *
     * @param models the number of models
     * @param hasReference whether there are reference regions
     */
    static List<EffectField> of(int models, boolean hasReference) {
        return Arrays.stream(values())
                .filter(field -> field == ACTIVE_QUANTILE ? hasReference : field.place < MEANS || models > 1)
                .toList();
    }

    /** The place of a field that is a mean in the effects of an allele, from 0; the same in every run. */
    int place() {
        if (place >= MEANS) {
            throw new IllegalStateException(this + " has no place of its own");
        }
        return place;
    }

    String description() {
        return description;
    }

    /** The name of a column of a table. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
