package org.expomotif.variant;

import java.util.Locale;

/** The effects of an allele on one class. Each is a mean over the windows and over the models. */
enum EffectField {
    DLOGIT("difference of the logits, ALT - REF"),
    DPROB("difference of the probabilities, ALT - REF"),
    LOG2R("base-2 logarithm of the ratio of the probabilities, ALT / REF"),
    REF("probability with the REF allele"),
    ALT("probability with the ALT allele"),
    DLOGIT_SD("standard deviation over the models of DLOGIT"),
    DPROB_SD("standard deviation over the models of DPROB"),
    LOG2R_SD("standard deviation over the models of LOG2R");

    /** The number of fields that are means. */
    static final int MEANS = 5;

    /** The number of fields that have a standard deviation. */
    static final int SPREADS = 3;

    private final String description;

    EffectField(String description) {
        this.description = description;
    }

    /** The number of fields that are written with some models. */
    static int count(int models) {
        return models > 1 ? MEANS + SPREADS : MEANS;
    }

    String description() {
        return description;
    }

    /** The name of a column of a table. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
