package org.expomotif.train;

/** The figure on validation data that steers the learning rate, stopping and the choice of weights. */
public enum Metric {
    /** Mean area under precision against recall. */
    AUPR,
    /** Mean area under the receiver operating characteristic. */
    AUROC,
    /** Binary cross-entropy. */
    LOSS;

    /** The reference study's choice: AUPR for several classes, AUROC for one. */
    public static Metric forClasses(int classes) {
        return classes > 1 ? AUPR : AUROC;
    }
}
