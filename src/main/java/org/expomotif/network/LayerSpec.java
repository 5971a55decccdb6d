package org.expomotif.network;

/** One row of a network's description; the output layer (dense, bias, sigmoid) is not among them. */
public sealed interface LayerSpec {
    /** How a window treats the ends of a sequence. */
    enum Padding {
        /** The output is as long as the input (over the stride); zeros are added, the odd one on the right. */
        SAME,
        /** Only windows that fit. */
        VALID;

        /** The name in files: {@code same} or {@code valid}. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Convolution, then batch normalisation (or a bias), activation and dropout.
     *
     * @param filters number of output channels
     * @param width positions a kernel covers
     * @param padding ends
     * @param batchNorm whether batch normalisation follows; else a bias
     * @param activation the activation
     * @param dropout probability of dropping a number, from 0 to below 1
     */
    record Convolution(
            int filters, int width, Padding padding, boolean batchNorm, Activation activation, double dropout)
            implements LayerSpec {
        /** Checks the numbers. */
        public Convolution {
            atLeastOne("filters", filters);
            atLeastOne("width", width);
            probability(dropout);
        }
    }

    /**
     * Residual block of two convolutions with as many filters as come in: convolution, ReLU, batch normalisation (or
     * bias before the ReLU), ReLU; convolution, ReLU, batch normalisation; the block's input is added; ReLU.
     *
     * @param width positions a kernel covers
     * @param batchNorm whether the normalisations are there; else the convolutions have a bias
     */
    record Residual(int width, boolean batchNorm) implements LayerSpec {
        /** Checks the numbers. */
        public Residual {
            atLeastOne("width", width);
        }
    }

    /**
     * Maximum over windows of {@code size}, stride {@code size}.
     *
     * @param size window and stride
     * @param padding {@code SAME} keeps a last partial window: ceil(length / size) windows, of which the first starts
     *     floor(missing / 2) positions before the sequence, as in Keras; {@code VALID} drops what is left over
     */
    record MaxPool(int size, Padding padding) implements LayerSpec {
        /** Checks the numbers. */
        public MaxPool {
            atLeastOne("size", size);
        }
    }

    /**
     * Every input number to every unit, then batch normalisation (or a bias), activation and dropout.
     *
     * @param units number of outputs
     * @param batchNorm whether batch normalisation follows; else a bias
     * @param activation the activation
     * @param dropout probability of dropping a number, from 0 to below 1
     */
    record Dense(int units, boolean batchNorm, Activation activation, double dropout) implements LayerSpec {
        /** Checks the numbers. */
        public Dense {
            atLeastOne("units", units);
            probability(dropout);
        }
    }

    /** What a description calls such a row. */
    default String kind() {
        return switch (this) {
            case Convolution c -> "convolution";
            case Residual r -> "residual";
            case MaxPool p -> "max-pool";
            case Dense d -> "dense";
        };
    }

    private static void atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }

    private static void probability(double dropout) {
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be at least 0 and below 1, not " + dropout);
        }
    }
}
