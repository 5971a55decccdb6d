package org.expomotif.benchmark.paper;

import java.util.Locale;
import org.expomotif.io.table.CFormat;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;

/**
 * What is trained: the trials of one condition differ in their seed only.
 *
 * @param task the data
 * @param network name of the network
 * @param activation name of the first activation
 * @param init name of the distribution of the initial kernels
 * @param batchNorm whether the network has batch normalisation
 * @param l2 weight of the squared kernels in the loss
 */
public record Condition(PaperTask task, String network, String activation, String init, boolean batchNorm, double l2) {
    /** The initialisation of the study. */
    static final String INIT = "glorot-uniform";

    /** The weight of the squared kernels in the study. */
    static final double L2 = 1e-6;

    /** A condition with the training of the study. */
    static Condition of(PaperTask task, String network, String activation) {
        return new Condition(task, network, activation, INIT, true, L2);
    }

    Condition withInit(String other) {
        return new Condition(task, network, activation, other, batchNorm, l2);
    }

    Condition withoutBatchNorm() {
        return new Condition(task, network, activation, init, false, l2);
    }

    Condition withL2(double other) {
        return new Condition(task, network, activation, init, batchNorm, other);
    }

    /** The group of the study that the condition belongs to. */
    public Group group() {
        if (!init.equals(INIT) || !batchNorm) {
            return Group.INIT;
        }
        if (Cell.MAIN.contains(activation) || Cell.OTHERS.contains(activation)) {
            return Group.PLAIN;
        }
        return Double.isNaN(scale()) ? Group.MODIFIED : Group.SCALE;
    }

    /** What differs between the conditions of one network, in few words: {@code exponential, he-normal}. */
    public String shortName() {
        return activation
                + (init.equals(INIT) ? "" : ", " + init)
                + (batchNorm ? "" : ", no batch norm")
                + (l2 == L2 ? "" : ", L2 " + CFormat.g(l2, 3));
    }

    /** The network for data with a number of classes. */
    NetworkSpec spec(int classes) {
        NetworkSpec spec = Architectures.named(network, PaperTask.LENGTH, Activation.named(activation), classes);
        return batchNorm ? spec : spec.withoutBatchNorm();
    }

    Initialization initialization() {
        return Initialization.named(init);
    }

    /** The factor K of {@code exponential:K}, 1 for the exponential, NaN for other activations. */
    double scale() {
        Activation first = Activation.named(activation);
        return first.form() == Activation.Form.EXPONENTIAL ? first.inner() : Double.NaN;
    }

    /** The condition in words, without what is as in the study. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Task %d, %s %s", task.number(), network, shortName());
    }
}
