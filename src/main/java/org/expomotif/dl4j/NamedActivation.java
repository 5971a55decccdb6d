package org.expomotif.dl4j;

import org.expomotif.network.spec.Activation;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * An {@link Activation} as an activation function of DL4J, identified by its name. DL4J can read it from a model file
 * if this program is on its class path.
 *
 * <p>f(x) = outer form(t), t = inner x - shift. Both passes compute {@link Activation} with operations on whole arrays.
 */
public final class NamedActivation extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;
    private static final double LOG_OFFSET = 1e-10;

    private final String name;
    private final transient Activation activation;

    /** Creates the activation with a name. */
    public NamedActivation(@JsonProperty("name") String name) {
        this.name = name;
        activation = Activation.named(name);
    }

    /** The name, the only property in a model file. */
    @JsonProperty("name")
    public String getName() {
        return name;
    }

    private Object readResolve() {
        return new NamedActivation(name);
    }

    /** Computes t from x, in place. */
    private INDArray inner(INDArray x) {
        if (activation.inner() != 1) {
            x.muli(activation.inner());
        }
        return activation.shift() == 0 ? x : x.subi(activation.shift());
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        INDArray t = inner(in);
        switch (activation.form()) {
            case LINEAR -> {
                // f(t) = t
            }
            case RELU -> Transforms.max(t, 0, false);
            case CUBIC_RELU -> {
                Transforms.max(t, 0, false);
                t.assign(t.mul(t).muli(t));
            }
            case EXPONENTIAL -> Transforms.exp(t, false);
            case SIGMOID -> Transforms.sigmoid(t, false);
            case TANH -> Transforms.tanh(t, false);
            case SOFTPLUS -> {
                INDArray tail =
                        Transforms.log1p(Transforms.exp(Transforms.abs(t, true).negi(), false), false);
                Transforms.max(t, 0, false).addi(tail);
            }
            case ELU -> {
                INDArray below = Transforms.expm1(Transforms.min(t, 0, true), false);
                Transforms.max(t, 0, false).addi(below);
            }
            case EXPONENTIAL_RELU -> Transforms.expm1(Transforms.max(t, 0, false), false);
            case LOG -> Transforms.log(Transforms.abs(t, false).addi(LOG_OFFSET), false);
            case LOG_RELU ->
                Transforms.max(Transforms.log(Transforms.abs(t, false).addi(LOG_OFFSET), false), 0, false);
        }
        return activation.outer() == 1 ? in : in.muli(activation.outer());
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        INDArray t = inner(in.dup());
        INDArray slope = switch (activation.form()) {
            case LINEAR -> t.assign(1);
            case RELU -> above(t, 0);
            case CUBIC_RELU -> {
                Transforms.max(t, 0, false);
                yield t.mul(t).muli(3);
            }
            case EXPONENTIAL -> Transforms.exp(t, false);
            case SIGMOID -> bell(t);
            case TANH -> bell(t.muli(2)).muli(4);
            case SOFTPLUS -> Transforms.sigmoid(t, false);
            case ELU -> Transforms.exp(Transforms.min(t, 0, false), false);
            case EXPONENTIAL_RELU -> Transforms.exp(t, true).muli(above(t, 0));
            case LOG -> Transforms.sign(t, true).divi(Transforms.abs(t, true).addi(LOG_OFFSET));
            case LOG_RELU -> {
                INDArray size = Transforms.abs(t, true).addi(LOG_OFFSET);
                yield Transforms.sign(t, true).divi(size).muli(above(size, 1));
            }
        };
        return new Pair<>(slope.muli(activation.outer() * activation.inner()).muli(epsilon), null);
    }

    /** s(t) (1 - s(t)) without cancellation: e / (1 + e)^2 with e = exp(-|t|). */
    private static INDArray bell(INDArray t) {
        INDArray e = Transforms.exp(Transforms.abs(t, true).negi(), false);
        INDArray sum = e.add(1);
        return e.divi(sum).divi(sum);
    }

    /** 1 where t is above a bound, else 0. */
    private static INDArray above(INDArray t, double bound) {
        return t.gt(bound).castTo(t.dataType());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamedActivation that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
