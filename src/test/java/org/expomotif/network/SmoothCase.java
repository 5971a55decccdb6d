package org.expomotif.network;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.LayerSpec;
import org.expomotif.network.spec.NetworkSpec;

/**
 * A network and a batch at which the loss is smooth and well-conditioned ({@link Settling}), so that two engines differ
 * only by rounding, for any order of their sums. Otherwise the last bit of a value near a kink can change a gradient
 * discontinuously, and rounding errors can be multiplied by thousands (a logit of 8,000 in single precision has a
 * resolution of 1/2000).
 *
 * @param network the network, without dropout
 * @param codes the sequences, including unknown bases
 * @param labels the labels, one in seven missing
 * @param exact the results in double precision
 * @param bound the maximum differences of an engine in single precision from these results
 */
public record SmoothCase(Network network, byte[][] codes, float[] labels, Answers exact, Bound bound) {
    /**
     * The maximum ratio of an engine's error to that of plain evaluations in single precision, which add terms one by
     * one. The error of a sum of n terms in another order has the same first-order bound, n unit roundoffs times the
     * sum of magnitudes, and the conditioning is that of the network. So errors are of the same size, and the factor
     * covers the random differences between the maxima of a few errors.
     */
    static final double SAFETY = 8;

    /** Relative accuracy of every engine's activations: the largest bound in KernelsTest. */
    static final double CURVE = 1e-6;

    private static final int TRIES = 100;

    /**
     * Number of evaluations with random rounding, of which the largest error counts. If all errors come from one value,
     * one evaluation in ten has an error below an eighth of the standard deviation, and all four have one time in ten
     * thousand.
     */
    private static final int EVALUATIONS = 4;

    /**
     * The results of a network for a batch.
     *
     * @param logits logits in evaluation mode, {@code samples x outputs}
     * @param trainingLogits logits in training mode
     * @param loss mean cross-entropy over the labels present
     * @param gradients gradients of the loss with respect to every parameter, by name
     */
    public record Answers(double[] logits, double[] trainingLogits, double loss, Map<String, double[]> gradients) {
        static Answers of(DoubleNetwork network, double[][][] x, float[] labels) {
            double[] logits = flat(network.logits(x, false));
            double[] trainingLogits = flat(network.logits(x, true));
            double loss = network.loss(x, labels, true);
            network.lossGradient(x, labels, true);
            Map<String, double[]> gradients = new LinkedHashMap<>();
            network.gradients.forEach((name, values) -> gradients.put(name, values.clone()));
            return new Answers(logits, trainingLogits, loss, gradients);
        }

        private static double[] flat(double[][] rows) {
            return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        }

        /** The probability of an output in evaluation mode. */
        public double probability(int i) {
            return 1 / (1 + Math.exp(-logits[i]));
        }

        /** Maximum difference of a gradient from this one, in units of {@link #scale}. */
        double distance(String name, double[] gradient) {
            double worst = 0;
            double[] values = Objects.requireNonNull(gradients.get(name));
            for (int i = 0; i < gradient.length; i++) {
                worst = Math.max(worst, Math.abs(gradient[i] - values[i]));
            }
            return worst / scale(name);
        }

        /** The same of a gradient in single precision. */
        public double distance(String name, float[] gradient) {
            double[] values = new double[gradient.length];
            Arrays.setAll(values, i -> gradient[i]);
            return distance(name, values);
        }

        /**
         * The maximum of a gradient array, but at least a tenth of the maximum over the network, because some gradients
         * are zero except for rounding (those of a shift that the next normalisation removes).
         */
        double scale(String name) {
            double largest = 0;
            for (Map.Entry<String, double[]> each : gradients.entrySet()) {
                double share = each.getKey().equals(name) ? 1 : 0.1;
                for (double value : each.getValue()) {
                    largest = Math.max(largest, share * Math.abs(value));
                }
            }
            return largest;
        }
    }

    /**
     * Maximum differences from the exact results.
     *
     * @param logit maximum difference of a logit in evaluation mode
     * @param loss maximum difference of the loss, which changes by at most the largest change of a logit
     * @param gradient maximum difference of a gradient value, in units of {@link Answers#scale}
     */
    public record Bound(double logit, double loss, double gradient) {
        /** Maximum difference of a probability, which changes by at most a quarter of the change of its logit. */
        public double probability() {
            return logit / 4 + CURVE;
        }

        static Bound of(Answers exact, List<Answers> evaluations) {
            double logit = 0;
            double trainingLogit = 0;
            double gradient = 0;
            for (Answers rounded : evaluations) {
                logit = Math.max(logit, difference(exact.logits, rounded.logits));
                trainingLogit = Math.max(trainingLogit, difference(exact.trainingLogits, rounded.trainingLogits));
                for (Map.Entry<String, double[]> each : rounded.gradients.entrySet()) {
                    gradient = Math.max(gradient, exact.distance(each.getKey(), each.getValue()));
                }
            }
            return new Bound(SAFETY * logit + CURVE, SAFETY * trainingLogit + CURVE, SAFETY * gradient + CURVE);
        }

        private static double difference(double[] a, double[] b) {
            double worst = 0;
            for (int i = 0; i < a.length; i++) {
                worst = Math.max(worst, Math.abs(a[i] - b[i]));
            }
            return worst;
        }
    }

    /** A network with the same weights and this description, which may have dropout. */
    public Network network(NetworkSpec described) {
        Network twin = Network.empty(described);
        twin.parameters().forEach((name, parameter) -> {
            float[] values =
                    Objects.requireNonNull(network.parameters().get(name)).values();
            System.arraycopy(values, 0, parameter.values(), 0, values.length);
        });
        twin.weightsChanged();
        return twin;
    }

    /** Creates a network of a description, without dropout, and a batch. The same seed gives the same case. */
    public static SmoothCase of(NetworkSpec described, int samples, long seed) {
        NetworkSpec spec = described.withoutDropout();
        Random random = new Random(seed);
        byte[][] codes = codes(samples, spec, random);
        float[] labels = new float[samples * spec.outputs()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 7 == 3 ? Float.NaN : random.nextInt(2);
        }
        double[][][] x = Cases.doubles(Cases.flat(codes), samples, spec.inputLength());
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), seed);
        new Settling(network, x, random).run();
        Answers exact = Answers.of(new DoubleNetwork(network), x, labels);
        List<Answers> evaluations = LongStream.range(0, EVALUATIONS)
                .mapToObj(i -> Answers.of(new DoubleNetwork(network, DoubleNetwork.Rounding.RANDOM, i), x, labels))
                .toList();
        return new SmoothCase(network, codes, labels, exact, Bound.of(exact, evaluations));
    }

    /**
     * Sequences in which no window of the first convolution occurs twice, because that would be a tie for any weights.
     */
    private static byte[][] codes(int n, NetworkSpec spec, Random random) {
        int width = spec.layers().getFirst() instanceof LayerSpec.Convolution c ? c.width() : spec.inputLength();
        byte[][] codes = new byte[n][spec.inputLength()];
        for (byte[] sequence : codes) {
            int tries = 0;
            do {
                if (tries++ == TRIES) {
                    throw new AssertionError("every sequence of " + TRIES + " repeats a window");
                }
                for (int l = 0; l < sequence.length; l++) {
                    sequence[l] = (byte) (random.nextInt(20) == 0 ? 4 : random.nextInt(4));
                }
            } while (repeats(sequence, width));
        }
        return codes;
    }

    private static boolean repeats(byte[] sequence, int width) {
        Set<String> windows = new HashSet<>();
        String text = new String(sequence, java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int l = 0; l + width <= text.length(); l++) {
            if (!windows.add(text.substring(l, l + width))) {
                return true;
            }
        }
        return false;
    }
}
