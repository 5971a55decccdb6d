package org.expomotif.dl4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.expomotif.dna.Nucleotide;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkTrainer;
import org.expomotif.network.TrainerOptions;
import org.expomotif.network.TrainerState;
import org.expomotif.network.layer.Parameter;
import org.expomotif.stats.SeedMixer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains a network as a DL4J computation graph. Initial weights, loss and Adam are those of the other engine; rounding
 * and the draws of dropout differ. Weights stay in DL4J between steps.
 */
final class Dl4jTrainer implements NetworkTrainer {
    private final Network network;
    private final TrainerOptions options;
    private final ComputationGraph graph;
    private final WeightMap weights;
    private final AdamMoments moments;
    private double learningRate;
    private long steps;

    Dl4jTrainer(Network network, TrainerOptions options, LayerImplementation layers) {
        this.network = network;
        this.options = options;
        learningRate = options.learningRate();
        Nd4j.getEnvironment().setMaxMasterThreads(options.threads());
        graph = new ComputationGraph(
                GraphBuilder.of(network.spec(), learningRate, options.l2(), new LogitCrossEntropy(), layers));
        graph.init();
        weights = new WeightMap(graph, network, Map.of());
        moments = new AdamMoments(graph);
        weights.toGraph();
    }

    @Override
    public double step(byte[][] codes, float[] labels, int n) {
        Batch batch = Batch.of(
                codes, labels, n, network.spec().inputLength(), network.spec().outputs());
        if (batch.present() == 0) {
            return 0;
        }
        // The draws of dropout depend only on the step, so a resumed training continues identically.
        Nd4j.getRandom().setSeed(options.seed() * SeedMixer.GOLDEN + steps);
        double decay = options.l2() == 0 ? 0 : graph.calcRegularizationScore(true);
        graph.fit(batch.inputs(), batch.labels());
        steps++;
        return graph.score() - decay;
    }

    /** Computes the gradients of a batch by parameter name, in training mode and without L2, and returns the loss. */
    double gradients(byte[][] codes, float[] labels, int n, Map<String, float[]> result) {
        Batch batch = Batch.of(
                codes, labels, n, network.spec().inputLength(), network.spec().outputs());
        graph.setInputs(batch.inputs());
        graph.setLabels(batch.labels());
        graph.computeGradientAndScore();
        float[] all = graph.getFlattenedGradients().div(n).toFloatVector();
        for (Parameter parameter : network.parameters().values()) {
            if (parameter.trained()) {
                float[] values = new float[parameter.values().length];
                weights.gather(parameter.name(), all, values);
                result.put(parameter.name(), values);
            }
        }
        return graph.score();
    }

    /** Computes probabilities in evaluation mode, {@code n x outputs}. */
    float[] probabilities(byte[][] codes, int n) {
        INDArray input = Batch.input(codes, n, network.spec().inputLength());
        return graph.outputSingle(input).dup('c').data().asFloat();
    }

    @Override
    public void setLearningRate(double rate) {
        if (rate != learningRate) {
            learningRate = rate;
            graph.setLearningRate(rate);
        }
    }

    @Override
    public void syncWeights() {
        weights.toNetwork();
    }

    @Override
    public TrainerState state() {
        syncWeights();
        Map<String, float[]> values = new LinkedHashMap<>();
        network.parameters().forEach((name, p) -> values.put(name, p.values().clone()));
        return new TrainerState(steps, learningRate, values, trained(moments.get(0)), trained(moments.get(1)));
    }

    private Map<String, float[]> trained(float[] all) {
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (Parameter parameter : network.parameters().values()) {
            if (parameter.trained()) {
                float[] values = new float[parameter.values().length];
                weights.gather(parameter.name(), all, values);
                arrays.put(parameter.name(), values);
            }
        }
        return arrays;
    }

    @Override
    public void restore(TrainerState state) {
        network.parameters().forEach((name, p) -> {
            float[] values = Objects.requireNonNull(state.weights().get(name));
            System.arraycopy(values, 0, p.values(), 0, values.length);
        });
        network.weightsChanged();
        weights.toGraph();
        moments.set(vector(state.means()), vector(state.squares()));
        steps = state.steps();
        graph.getConfiguration().setIterationCount(Math.toIntExact(steps));
        setLearningRate(state.learningRate());
    }

    private float[] vector(Map<String, float[]> arrays) {
        float[] all = new float[Math.toIntExact(graph.numParams())];
        arrays.forEach((name, values) -> weights.scatter(name, values, all));
        return all;
    }

    @Override
    public void close() {
        graph.close();
    }

    /** A batch in the form that DL4J takes. */
    private record Batch(INDArray[] inputs, INDArray[] labels, int present) {
        static Batch of(byte[][] codes, float[] labels, int n, int length, int outputs) {
            float[] known = new float[n * outputs];
            int present = 0;
            for (int i = 0; i < known.length; i++) {
                boolean missing = Float.isNaN(labels[i]);
                known[i] = missing ? LogitCrossEntropy.MISSING : labels[i];
                present += missing ? 0 : 1;
            }
            return new Batch(
                    new INDArray[] {input(codes, n, length)},
                    new INDArray[] {Nd4j.create(known, new long[] {n, outputs}, 'c')},
                    present);
        }

        /** One-hot codes {@code [n, 4, 1, length]}; an unknown base is 0.25 in each channel. */
        static INDArray input(byte[][] codes, int n, int length) {
            float[] all = new float[n * 4 * length];
            for (int s = 0; s < n; s++) {
                for (int l = 0; l < length; l++) {
                    for (int base = 0; base < 4; base++) {
                        byte code = codes[s][l];
                        all[(s * 4 + base) * length + l] = code == base ? 1 : code == Nucleotide.UNKNOWN ? 0.25f : 0;
                    }
                }
            }
            return Nd4j.create(all, new long[] {n, 4, 1, length}, 'c');
        }
    }
}
