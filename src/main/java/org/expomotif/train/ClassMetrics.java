package org.expomotif.train;

import org.expomotif.io.Column;

/**
 * Figures of merit of one class.
 *
 * @param name the class
 * @param n sequences with a label
 * @param positives those of them labelled 1
 * @param auroc area under the receiver operating characteristic, NaN without a positive or without a negative
 * @param aupr area under precision against recall as average precision, NaN without a positive or without a negative
 * @param trapezoid the same area by the trapezoid rule, as the reference study computes it
 */
public record ClassMetrics(
        @Column("class") String name,
        int n,
        int positives,
        double auroc,
        double aupr,
        @Column("aupr_trapezoid") double trapezoid) {}
