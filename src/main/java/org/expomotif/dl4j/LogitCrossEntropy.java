package org.expomotif.dl4j;

import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Binary cross-entropy from logits, max(z, 0) - z y + ln(1 + exp(-|z|)), over the labels that are present, and its
 * gradient s(z) - y. Both are multiplied by n / present, so that the division by the n samples in DL4J gives the mean
 * over the labels. The loss of DL4J itself sums over outputs and clips the probability, and thereby the gradient, at
 * 1e-5.
 *
 * <p>A missing label is {@link #MISSING}. The activation of the output layer must be the sigmoid; the loss uses only
 * its input. Masks are not supported.
 */
public final class LogitCrossEntropy implements ILossFunction {
    private static final long serialVersionUID = 1L;

    /** The value of a missing label. */
    public static final float MISSING = -1;

    /** Creates the loss. */
    public LogitCrossEntropy() {}

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        double sum = terms(labels, preOutput, mask).sumNumber().doubleValue();
        return average ? sum / preOutput.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        return terms(labels, preOutput, mask).sum(true, 1);
    }

    private static INDArray terms(INDArray labels, INDArray z, @Nullable INDArray mask) {
        INDArray sum = Transforms.log1p(Transforms.exp(Transforms.abs(z, true).negi(), false), false);
        sum.addi(Transforms.max(z, 0, true)).subi(z.mul(labels));
        return sum.muli(weights(labels, mask));
    }

    private static INDArray weights(INDArray labels, @Nullable INDArray mask) {
        if (mask != null) {
            throw new UnsupportedOperationException("masks are not supported");
        }
        INDArray present = labels.gte(0).castTo(labels.dataType());
        double count = present.sumNumber().doubleValue();
        return count == 0 ? present : present.muli(labels.size(0) / count);
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        return Transforms.sigmoid(preOutput, true).subi(labels).muli(weights(labels, mask));
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public String name() {
        return "LogitCrossEntropy";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LogitCrossEntropy;
    }

    @Override
    public int hashCode() {
        return LogitCrossEntropy.class.hashCode();
    }
}
