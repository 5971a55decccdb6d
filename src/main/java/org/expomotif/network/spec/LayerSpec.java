package org.expomotif.network.spec;

import java.util.Locale;

/** A layer of a network's description. The output layer (dense, bias, sigmoid) is implied. */
public sealed interface LayerSpec {
    /** The treatment of windows at the ends of a sequence. */
    enum Padding {
        /**
         * The output length is the input length divided by the stride, rounded up. Zeros are added on both sides; an
         * odd one goes to the right.
         */
        SAME,
        /** Only windows within the sequence. */
        VALID;

        /** The name in files: {@code same} or {@code valid}. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Convolution, then batch normalisation (or a bias), activation and dropout.
     *
     * @param filters number of output channels
     * @param width kernel width in positions
     * @param padding treatment of the ends
     * @param batchNorm whether batch normalisation follows instead of a bias
     * @param activation the activation function
     * @param dropout probability of dropping a value, at least 0 and below 1
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
     * Residual block of two convolutions with as many filters as the input has channels: convolution, ReLU, batch
     * normalisation (or bias before the ReLU), ReLU; convolution, ReLU, batch normalisation; addition of the block's
     * input; ReLU.
     *
     * @param width kernel width in positions
     * @param batchNorm whether the convolutions have batch normalisation instead of a bias
     */
    record Residual(int width, boolean batchNorm) implements LayerSpec {
        /** Checks the numbers. */
        public Residual {
            atLeastOne("width", width);
        }
    }

    /**
     * Maximum over windows of {@code size} positions with stride {@code size}.
     *
     * @param size window and stride
     * @param padding {@code SAME} gives ceil(length / size) windows and keeps partial ones: the first starts
     *     floor(missing / 2) positions before the sequence, as in Keras; {@code VALID} drops the positions after the
     *     last full window
     */
    record MaxPool(int size, Padding padding) implements LayerSpec {
        /** Checks the numbers. */
        public MaxPool {
            atLeastOne("size", size);
        }
    }

    /**
     * Fully connected layer, then batch normalisation (or a bias), activation and dropout.
     *
     * @param units number of outputs
     * @param batchNorm whether batch normalisation follows instead of a bias
     * @param activation the activation function
     * @param dropout probability of dropping a value, at least 0 and below 1
     */
    record Dense(int units, boolean batchNorm, Activation activation, double dropout) implements LayerSpec {
        /** Checks the numbers. */
        public Dense {
            atLeastOne("units", units);
            probability(dropout);
        }
    }

    /** The name of the kind of layer in descriptions. */
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
