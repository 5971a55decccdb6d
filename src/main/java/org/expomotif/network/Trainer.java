package org.expomotif.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.network.kernel.Adam;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.layer.Epilogue;
import org.expomotif.network.layer.Layer;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.layer.Workspace;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.parallel.WorkerTeam;
import org.expomotif.stats.Logistic;
import org.expomotif.stats.SeedMixer;

/**
 * Training by Adam on the mean binary cross-entropy of the labels present. The result depends only on the seed, the
 * batches and their order, not on the number of threads.
 */
public final class Trainer implements NetworkTrainer {
    private final Network network;
    private final TrainerOptions options;
    private final WorkerTeam team;
    private final Workspace workspace;
    private final List<Moments> moments = new ArrayList<>();
    private final StepProgram gradients = new StepProgram();
    private final StepProgram update = new StepProgram();
    private final Batch batch = new Batch();
    private double learningRate;
    private long steps;

    /** One trained parameter with Adam's running means. */
    private record Moments(Parameter parameter, Adam adam) {}

    Trainer(Network network, TrainerOptions options) {
        this.network = network;
        this.options = options;
        learningRate = options.learningRate();
        team = new WorkerTeam(options.threads());
        List<Layer> layers = Epilogue.join(network.layers());
        workspace = new Workspace(layers, options.batch(), Workspace.Purpose.TRAINING);
        for (Parameter parameter : network.parameters().values()) {
            if (parameter.trained()) {
                moments.add(new Moments(parameter, Adam.of(parameter.values())));
            }
        }
        for (Layer layer : layers) {
            layer.planForward(gradients, workspace, batch);
        }
        gradients.perPart(this::loss);
        for (Layer layer : layers.reversed()) {
            layer.planBackward(gradients, workspace, batch);
        }
        update.perPart((part, from, to) -> adam(part));
        update.barrier();
        update.perPart((part, from, to) -> network.pack(part));
    }

    /** The current batch. */
    private static final class Batch implements Layer.Pass {
        private byte[][] codes = new byte[0][];
        private float[] labels = new float[0];
        private int size;
        private long seed;
        private double present;
        private final double[] loss = new double[StepProgram.PARTS];

        @Override
        public byte[][] codes() {
            return codes;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public long seed() {
            return seed;
        }
    }

    @Override
    public double step(byte[][] codes, float[] labels, int n) {
        double loss = gradients(codes, labels, n);
        steps++;
        update.run(team, n);
        return loss;
    }

    /** Runs only the forward and backward pass; the gradients stay in the workspace. */
    double gradients(byte[][] codes, float[] labels, int n) {
        check(codes, labels, n);
        workspace.batch(n);
        batch.codes = codes;
        batch.labels = labels;
        batch.size = n;
        batch.seed = SeedMixer.mix(options.seed() * SeedMixer.GOLDEN + steps);
        batch.present = 0;
        for (int i = 0; i < n * network.spec().outputs(); i++) {
            batch.present += Float.isNaN(labels[i]) ? 0 : 1;
        }
        gradients.run(team, n);
        double sum = 0;
        for (double part : batch.loss) {
            sum += part;
        }
        return batch.present == 0 ? 0 : sum / batch.present;
    }

    private void check(byte[][] codes, float[] labels, int n) {
        if (n < 1
                || n > options.batch()
                || codes.length < n
                || labels.length < n * network.spec().outputs()) {
            throw new IllegalArgumentException("batch of " + n + " with " + codes.length + " sequences and "
                    + labels.length + " labels, at most " + options.batch());
        }
        for (int i = 0; i < n; i++) {
            if (codes[i].length != network.spec().inputLength()) {
                throw new IllegalArgumentException("sequence of " + codes[i].length + " bases");
            }
        }
    }

    /** Computes the sum of the binary cross-entropy from the logits, and its gradient (s(x) - y) / present. */
    private void loss(int part, int from, int to) {
        Tensor logits = workspace.value(network.layers().size());
        Tensor g = workspace.gradient(network.layers().size());
        int outputs = network.spec().outputs();
        double sum = 0;
        for (int n = from; n < to; n++) {
            for (int o = 0; o < outputs; o++) {
                double x = logits.data[logits.at(n) + o];
                double y = batch.labels[n * outputs + o];
                boolean known = !Double.isNaN(y);
                sum += known ? Logistic.crossEntropy(x, y) : 0;
                g.data[g.at(n) + o] = known ? (float) ((Logistic.sigmoid(x) - y) / batch.present) : 0;
            }
        }
        batch.loss[part] = sum;
    }

    private void adam(int part) {
        float rate = Adam.rate(learningRate, steps);
        Kernels kernels = network.layers().getFirst().kernels;
        for (Moments m : moments) {
            int from = StepProgram.from(part, m.adam.weights().length);
            int to = StepProgram.from(part + 1, m.adam.weights().length);
            float decay = m.parameter.decayed() ? (float) (2 * options.l2()) : 0;
            kernels.adam(m.adam, workspace.partial(m.parameter), from, to, decay, rate);
        }
    }

    @Override
    public void setLearningRate(double rate) {
        learningRate = rate;
    }

    /** The current learning rate. */
    public double learningRate() {
        return learningRate;
    }

    /** The gradient of a parameter after {@link #gradients}, summed over parts, without L2. */
    float[] gradient(Parameter parameter) {
        float[] sum = new float[parameter.values().length];
        for (float[] part : workspace.partial(parameter)) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    @Override
    public void syncWeights() {
        // Training changes the weights of the network directly.
    }

    @Override
    public TrainerState state() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        Map<String, float[]> means = new LinkedHashMap<>();
        Map<String, float[]> squares = new LinkedHashMap<>();
        network.parameters().forEach((name, p) -> weights.put(name, p.values().clone()));
        for (Moments m : moments) {
            means.put(m.parameter.name(), m.adam.means().clone());
            squares.put(m.parameter.name(), m.adam.squares().clone());
        }
        return new TrainerState(steps, learningRate, weights, means, squares);
    }

    @Override
    public void restore(TrainerState state) {
        network.parameters().forEach((name, p) -> copy(state.weights(), name, p.values()));
        for (Moments m : moments) {
            copy(state.means(), m.parameter.name(), m.adam.means());
            copy(state.squares(), m.parameter.name(), m.adam.squares());
        }
        steps = state.steps();
        learningRate = state.learningRate();
        network.weightsChanged();
    }

    private static void copy(Map<String, float[]> from, String name, float[] to) {
        float[] values = from.get(name);
        if (values == null || values.length != to.length) {
            throw new IllegalArgumentException("the state has no " + name + " of " + to.length + " numbers");
        }
        System.arraycopy(values, 0, to, 0, to.length);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        team.close();
    }
}
