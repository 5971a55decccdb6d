package org.expomotif.train;

/** The metric on validation data that controls the learning rate, early stopping and the choice of weights. */
public enum Metric {
    /** Mean area under the precision-recall curve. */
    AUPR,
    /** Mean area under the receiver operating characteristic. */
    AUROC,
    /** Binary cross-entropy. */
    LOSS;

    /** The metric of the reference study: AUPR for several classes, AUROC for one. */
    public static Metric forClasses(int classes) {
        return classes > 1 ? AUPR : AUROC;
    }
}
