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

/**
 * A network and a batch at which the loss is smooth and well-conditioned, so that two engines differ by rounding alone,
 * whatever the order of their sums: see {@link Settling}. Without that, a gradient jumps when the last bit of a number
 * decides on which side of a kink it is, and rounding is multiplied by thousands (a logit of 8,000 in single precision
 * is known to 1/2000).
 *
 * @param network the network, without dropout
 * @param codes the sequences, unknown bases among them
 * @param labels the labels, one in seven missing
 * @param exact what double precision gives
 * @param bound how far from that an engine in single precision may be
 */
public record SmoothCase(Network network, byte[][] codes, float[] labels, Answers exact, Bound bound) {
    /**
     * An engine may be this many times as far from double precision as plain evaluations in single precision are, which
     * add one term after another. The error of a sum of n numbers in another order has the same first-order bound, n
     * unit roundoffs times the sum of magnitudes, and the conditioning is the network's; so errors are of one size, and
     * the factor covers how far the largest of a few random numbers may differ from the largest of others.
     */
    static final double SAFETY = 8;

    /** Relative accuracy of every engine's activations: the largest bound that KernelsTest holds ours to. */
    static final double CURVE = 1e-6;

    private static final int TRIES = 100;

    /**
     * Evaluations that round at random, of which the worst counts. Where all errors come from one number, one
     * evaluation in ten has an error below an eighth of its standard deviation, and four at once in ten thousand.
     */
    private static final int EVALUATIONS = 4;

    /**
     * What a network gives for a batch.
     *
     * @param logits in evaluation mode, {@code samples x outputs}
     * @param trainingLogits the same in training mode
     * @param loss mean cross-entropy over the labels that are there
     * @param gradients of the loss with respect to every parameter, by name
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

        /** Largest difference of a gradient from this one, in units of {@link #scale}. */
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
         * The largest number of an array, at least a tenth of the network's largest: some gradients are zero but for
         * rounding, because the next normalisation takes out what they shift.
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
     * Largest differences from the exact answers.
     *
     * @param logit of a logit in evaluation mode
     * @param loss of the loss: it changes by at most the largest change of a logit
     * @param gradient of a number of a gradient, in units of {@link Answers#scale}
     */
    public record Bound(double logit, double loss, double gradient) {
        /** Of a probability: it changes by at most a quarter of its logit's change. */
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

    /** The same weights in a network of the description that may have dropout. */
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

    /** Such a network of a description, and such a batch; the same seed gives the same. */
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

    /** Sequences in which no window of the first convolution occurs twice: that would be a tie for any weights. */
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
