package org.expomotif.network;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.layer.Epilogue;
import org.expomotif.network.layer.Layer;
import org.expomotif.network.layer.Workspace;
import org.expomotif.network.parallel.WorkerTeam;
import org.expomotif.stats.Logistic;

/**
 * Evaluation in chunks of samples. Each chunk uses its own workspace, so memory does not grow with the number of
 * samples. Every value of a sample is computed by the same operations in any chunk, so results do not depend on chunks
 * or threads.
 */
final class ChunkEvaluator implements Evaluator {
    /** Approximate number of floats between the layers of a chunk, small enough to stay in the cache. */
    private static final long FLOATS_PER_CHUNK = 1_000_000;

    /** Number of rows of a tile in the matrix product of dense layers. */
    private static final int MIN_SAMPLES = 6;

    private static final int MAX_SAMPLES = 32;

    private final Network network;
    private final List<Layer> layers;
    private final WorkerTeam team;
    private final int chunk;
    private final Rescale rescale;
    private final PathGradients paths;
    private final SingleMutants mutants;
    private final Map<PassResult, Queue<Workspace>> idle = new EnumMap<>(PassResult.class);

    /** The result of a pass. */
    private enum PassResult {
        LOGITS,
        FIRST_LAYER,
        INPUT_GRADIENTS
    }

    ChunkEvaluator(Network network, int threads) {
        this.network = network;
        team = new WorkerTeam(threads);
        layers = Epilogue.join(network.layers());
        long floats = 0;
        for (Layer layer : layers) {
            floats += layer.out.size();
        }
        chunk = Math.clamp(FLOATS_PER_CHUNK / floats, MIN_SAMPLES, MAX_SAMPLES);
        for (PassResult kind : PassResult.values()) {
            idle.put(kind, new ConcurrentLinkedQueue<>());
        }
        rescale = new Rescale(network, team, chunk);
        paths = new PathGradients(layers, team, chunk);
        mutants = new SingleMutants(network, team);
    }

    @Override
    public int inputLength() {
        return network.spec().inputLength();
    }

    @Override
    public int outputs() {
        return network.spec().outputs();
    }

    @Override
    public int filters() {
        return network.layers().getFirst().out.channels();
    }

    @Override
    public int firstLayerLength() {
        return network.layers().getFirst().out.length();
    }

    /**
     * Work on samples 0 to {@code count - 1} of a workspace, which are samples {@code first} to {@code first + count -
     * 1} of the call.
     */
    private interface Work {
        void on(Workspace w, int first, int count);
    }

    private Samples numbers(float[] input, int n) {
        int size = inputLength() * 4;
        if (n < 0 || input.length < (long) n * size) {
            throw new IllegalArgumentException(input.length + " numbers for " + n + " samples of " + size);
        }
        return new Samples.Numbers(input, n);
    }

    private Samples sequences(List<byte[]> codes) {
        codes.forEach(this::checkLength);
        return new Samples.Sequences(codes);
    }

    private void checkLength(byte[] codes) {
        if (codes.length != inputLength()) {
            throw new IllegalArgumentException(codes.length + " bases for a sample of " + inputLength());
        }
    }

    private void forEachChunk(Samples samples, PassResult kind, Work work) {
        int n = samples.count();
        Queue<Workspace> free = Objects.requireNonNull(idle.get(kind));
        team.run((n + chunk - 1) / chunk, task -> {
            Workspace found = free.poll();
            Workspace w = found != null ? found : workspace(kind);
            int first = task * chunk;
            int count = Math.min(chunk, n - first);
            Tensor x = w.value(0);
            for (int s = 0; s < count; s++) {
                samples.write(first + s, x, s);
            }
            for (Layer layer : kind == PassResult.FIRST_LAYER ? firstLayer() : layers) {
                layer.forward(w, 0, count);
            }
            work.on(w, first, count);
            free.add(w);
        });
    }

    private Workspace workspace(PassResult kind) {
        return switch (kind) {
            case LOGITS -> new Workspace(layers, chunk, Workspace.Purpose.FORWARD);
            case FIRST_LAYER -> new Workspace(firstLayer(), chunk, Workspace.Purpose.FORWARD);
            case INPUT_GRADIENTS -> new Workspace(layers, chunk, Workspace.Purpose.INPUT_GRADIENT);
        };
    }

    /** The layers that compute the first layer's output: convolution, batch normalisation or bias, activation. */
    private List<Layer> firstLayer() {
        return network.layers().subList(0, 3);
    }

    /** Copies the values of the chunk's samples to their position in the result. */
    private static void copy(Tensor from, int count, float[] to, int first) {
        for (int s = 0; s < count; s++) {
            System.arraycopy(from.data, from.at(s), to, (first + s) * from.size(), from.size());
        }
    }

    @Override
    public float[] logits(float[] input, int n) {
        return logits(numbers(input, n));
    }

    @Override
    public float[] logits(List<byte[]> codes) {
        return logits(sequences(codes));
    }

    private float[] logits(Samples samples) {
        float[] result = new float[Math.multiplyExact(samples.count(), outputs())];
        int edge = layers.getLast().exit();
        forEachChunk(samples, PassResult.LOGITS, (w, first, count) -> copy(w.value(edge), count, result, first));
        return result;
    }

    @Override
    public float[] probabilities(float[] input, int n) {
        return probabilities(numbers(input, n));
    }

    @Override
    public float[] probabilities(List<byte[]> codes) {
        return probabilities(sequences(codes));
    }

    private float[] probabilities(Samples samples) {
        float[] result = logits(samples);
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) Logistic.sigmoid(result[i]);
        }
        return result;
    }

    @Override
    public InputGradients inputGradients(float[] input, int n, int output, OutputScale scale) {
        return inputGradients(numbers(input, n), output, scale);
    }

    @Override
    public InputGradients inputGradients(List<byte[]> codes, int output, OutputScale scale) {
        return inputGradients(sequences(codes), output, scale);
    }

    private InputGradients inputGradients(Samples samples, int output, OutputScale scale) {
        checkOutput(output);
        int n = samples.count();
        InputGradients result = new InputGradients(new float[Math.multiplyExact(n, inputLength() * 4)], new float[n]);
        int edge = layers.getLast().exit();
        forEachChunk(samples, PassResult.INPUT_GRADIENTS, (w, first, count) -> {
            Tensor g = w.gradient(edge);
            Tensor logits = w.value(edge);
            for (int s = 0; s < count; s++) {
                result.outputs()[first + s] = seed(logits, g, s, output, scale);
            }
            for (Layer layer : layers.reversed()) {
                layer.backward(w, 0, count);
            }
            copy(w.gradient(0), count, result.values(), first);
        });
        return result;
    }

    /**
     * Writes the gradient of the explained output with respect to a sample's logits and returns the explained output.
     */
    static float seed(Tensor logits, Tensor g, int sample, int output, OutputScale scale) {
        Arrays.fill(g.data, g.at(sample), g.at(sample) + g.size(), 0);
        double x = logits.data[logits.at(sample) + output];
        g.data[g.at(sample) + output] =
                scale == OutputScale.LOGIT ? 1f : (float) (Logistic.sigmoid(x) * Logistic.sigmoid(-x));
        return (float) (scale == OutputScale.LOGIT ? x : Logistic.sigmoid(x));
    }

    @Override
    public float[] pathGradients(
            float[] input, float[] references, int count, double[][] points, int output, OutputScale scale) {
        checkOutput(output);
        int size = inputLength() * 4;
        if (references.length < (long) points.length * size
                || input.length * (long) count < (long) points.length * size) {
            throw new IllegalArgumentException(points.length + " paths, " + count + " per sample: " + input.length
                    + " and " + references.length + " numbers");
        }
        return paths.sums(new PathGradients.Paths(input, references, count, points, output, scale));
    }

    private void checkOutput(int output) {
        if (output < 0 || output >= outputs()) {
            throw new IllegalArgumentException("output " + output + " of " + outputs());
        }
    }

    @Override
    public Multipliers multipliers(float[] input, int n, float[] references, int count, int output, OutputScale scale) {
        checkOutput(output);
        return rescale.multipliers(input, n, references, count, output, scale);
    }

    @Override
    public float[] mutants(byte[] codes, int output, OutputScale scale) {
        checkOutput(output);
        checkLength(codes);
        float[] logits = mutants.logits(codes);
        float[] result = new float[4 * codes.length];
        for (int i = 0; i < result.length; i++) {
            float logit = logits[i * outputs() + output];
            result[i] = scale == OutputScale.LOGIT ? logit : (float) Logistic.sigmoid(logit);
        }
        return result;
    }

    @Override
    public float[] firstLayer(float[] input, int n) {
        return firstLayer(numbers(input, n));
    }

    @Override
    public float[] firstLayer(List<byte[]> codes) {
        return firstLayer(sequences(codes));
    }

    private float[] firstLayer(Samples samples) {
        float[] result = new float[Math.multiplyExact(samples.count(), firstLayerLength() * filters())];
        forEachChunk(samples, PassResult.FIRST_LAYER, (w, first, count) -> copy(w.value(3), count, result, first));
        return result;
    }
}
