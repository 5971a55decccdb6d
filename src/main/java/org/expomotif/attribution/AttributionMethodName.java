package org.expomotif.attribution;

import java.util.Locale;

/** The names of the attribution methods. */
public enum AttributionMethodName {
    /** Gradient. */
    SALIENCY,
    /** Gradient x input. */
    INPUT_X_GRADIENT,
    /** Mean gradient of noisy inputs. */
    SMOOTHGRAD,
    /** Mean gradient along the paths from references. */
    INTEGRATED_GRADIENTS,
    /** Gradients at random points of the paths from many references. */
    EXPECTED_INTEGRATED_GRADIENTS,
    /** DeepLIFT's rescale rule against one reference. */
    DEEPLIFT,
    /** DeepLIFT's rescale rule, averaged over several references. */
    DEEPSHAP,
    /** The effects of all single mutants. */
    MUTAGENESIS;

    /** The name as on the command line and in tables, such as {@code integrated-gradients}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the method compares sequences with references. */
    public boolean hasReferences() {
        return switch (this) {
            case INTEGRATED_GRADIENTS, EXPECTED_INTEGRATED_GRADIENTS, DEEPLIFT, DEEPSHAP -> true;
            case SALIENCY, INPUT_X_GRADIENT, SMOOTHGRAD, MUTAGENESIS -> false;
        };
    }
}
