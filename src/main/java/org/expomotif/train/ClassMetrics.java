package org.expomotif.train;

import org.expomotif.io.table.TsvColumn;

/**
 * Performance metrics of one class.
 *
 * @param name the class
 * @param n number of sequences with a label
 * @param positives number of sequences with label 1
 * @param auroc area under the receiver operating characteristic; NaN without positives or without negatives
 * @param aupr area under the precision-recall curve as average precision; NaN without positives or without negatives
 * @param trapezoid the same area by the trapezoid rule, as the reference study computes it
 */
public record ClassMetrics(
        @TsvColumn("class") String name,
        int n,
        int positives,
        double auroc,
        double aupr,
        @TsvColumn("aupr_trapezoid") double trapezoid) {}
