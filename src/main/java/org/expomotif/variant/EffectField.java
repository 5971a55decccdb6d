package org.expomotif.variant;

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
    LOG2R_SD(7, "standard deviation over the models of LOG2R");

    /** The number of fields that are means. */
    static final int MEANS = 5;

    /** The number of fields that have a standard deviation. */
    static final int SPREADS = 3;

    private final int index;
    private final String description;

    EffectField(int index, String description) {
        this.index = index;
        this.description = description;
    }

    /** The number of fields that are written with some models. */
    static int count(int models) {
        return models > 1 ? MEANS + SPREADS : MEANS;
    }

    /** The place of the field among all, from 0. */
    int index() {
        return index;
    }

    String description() {
        return description;
    }

    /** The name of a column of a table. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
