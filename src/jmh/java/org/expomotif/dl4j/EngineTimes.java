package org.expomotif.dl4j;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.expomotif.dna.OneHot;
import org.expomotif.network.Engine;
import org.expomotif.network.Evaluator;
import org.expomotif.network.Network;
import org.expomotif.network.NetworkTrainer;
import org.expomotif.network.OutputScale;
import org.expomotif.network.TrainerOptions;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;

/**
 * Measures one job of one engine several times in one process; {@code bench/engine.py} runs it. Prints one line of
 * JSON: the median of {@code milliseconds}, the mean of the milliseconds of {@code processor} time of all threads, and
 * the number of measurements.
 *
 * <p>Jobs, on random sequences: {@code step}, a training step of 100 from letter codes (forward, dropout, backward, L2,
 * Adam); {@code infer}, the probabilities of 1,000 sequences; {@code saliency}, input gradients of the first class of
 * 1,000. All jobs except the first start from one-hot arrays that were made before the measurement.
 */
public final class EngineTimes {
    private static final Map<String, int[]> LENGTH_AND_OUTPUTS = Map.of(
            "cnn-deep", new int[] {200, 12},
            "cnn-dist", new int[] {200, 1},
            "cnn-local", new int[] {200, 1},
            "basset", new int[] {600, 164},
            "residualbind", new int[] {400, 1});
    private static final int BATCH = 100;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Network network;
    private final int threads;
    private final String engine;
    private long processorStart;
    private double processor;

    private EngineTimes(String engine, String name, int threads) {
        this.engine = engine;
        this.threads = threads;
        int[] size = LENGTH_AND_OUTPUTS.get(name);
        NetworkSpec spec = Architectures.named(name, size[0], Activation.named("exponential"), size[1]);
        network = Network.create(spec, Initialization.named("glorot-uniform"), 1);
    }

    /** {@code ENGINE JOB NETWORK THREADS WARM-UP-SECONDS SECONDS}; the engines: simd, dl4j, dl4j-stock. */
    public static void main(String[] arguments) {
        EngineTimes times = new EngineTimes(arguments[0], arguments[2], Integer.parseInt(arguments[3]));
        List<Double> measured =
                times.measure(arguments[1], Double.parseDouble(arguments[4]), Double.parseDouble(arguments[5]));
        Collections.sort(measured);
        System.out.printf(
                Locale.ROOT,
                "{\"milliseconds\": %.4f, \"processor\": %.4f, \"count\": %d}%n",
                measured.get(measured.size() / 2),
                times.processor,
                measured.size());
    }

    private List<Double> measure(String job, double warmUp, double seconds) {
        return switch (job) {
            case "step" -> step(warmUp, seconds);
            case "infer" -> infer(warmUp, seconds);
            case "saliency" -> saliency(warmUp, seconds);
            default -> throw new IllegalArgumentException(job);
        };
    }

    private byte[][] codes(int n) {
        SplittableRandom random = new SplittableRandom(2);
        byte[][] codes = new byte[n][network.spec().inputLength()];
        for (byte[] sequence : codes) {
            for (int i = 0; i < sequence.length; i++) {
                sequence[i] = (byte) random.nextInt(4);
            }
        }
        return codes;
    }

    private List<Double> step(double warmUp, double seconds) {
        byte[][] codes = codes(BATCH);
        float[] labels = new float[BATCH * network.spec().outputs()];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = random.nextInt(2);
        }
        try (NetworkTrainer trainer = trainer()) {
            return repeat(() -> trainer.step(codes, labels, BATCH), warmUp, seconds);
        }
    }

    private NetworkTrainer trainer() {
        TrainerOptions options = TrainerOptions.defaults(1, threads);
        return engine.equals("simd") ? Engine.SIMD.trainer(network, options) : theirs(options);
    }

    private Dl4jTrainer theirs(TrainerOptions options) {
        Backend.load(Device.AUTO);
        return new Dl4jTrainer(
                network, options, engine.equals("dl4j-stock") ? LayerImplementation.STOCK : LayerImplementation.NATIVE);
    }

    private List<Double> infer(double warmUp, double seconds) {
        int n = 1000;
        byte[][] codes = codes(n);
        if (!engine.equals("simd")) {
            byte[][] first = codes(250);
            try (Dl4jTrainer trainer = theirs(TrainerOptions.defaults(1, threads))) {
                List<Double> times = repeat(() -> trainer.probabilities(first, first.length), warmUp, seconds);
                times.replaceAll(time -> time * n / first.length);
                processor *= (double) n / first.length;
                return times;
            }
        }
        float[] input = OneHot.of(List.of(codes));
        Evaluator evaluator = network.evaluator(threads);
        return repeat(() -> evaluator.probabilities(input, n), warmUp, seconds);
    }

    private List<Double> saliency(double warmUp, double seconds) {
        int n = 1000;
        float[] input = OneHot.of(List.of(codes(n)));
        Evaluator evaluator = network.evaluator(threads);
        return repeat(() -> evaluator.inputGradients(input, n, 0, OutputScale.PROBABILITY), warmUp, seconds);
    }

    /** Milliseconds of each run after the warm-up; at least three. */
    private List<Double> repeat(Runnable work, double warmUp, double seconds) {
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        double now = 0;
        while (now < warmUp + seconds || times.size() < 3) {
            if (times.isEmpty()) {
                processorStart = MACHINE.getProcessCpuTime();
            }
            long from = System.nanoTime();
            work.run();
            long to = System.nanoTime();
            if (now >= warmUp) {
                times.add((to - from) / 1e6);
            }
            now = (to - start) / 1e9;
        }
        processor = (MACHINE.getProcessCpuTime() - processorStart) / 1e6 / times.size();
        return times;
    }
}
