package org.expomotif.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.expomotif.network.FirstLayerKernel;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.spec.Initialization;
import org.expomotif.run.Progress;
import org.expomotif.run.Thrown;
import org.expomotif.stats.SeedMixer;

/**
 * The information of the motifs of untrained filters, the null of what a filter has learned.
 *
 * <p>Networks of the same description and initialization, not trained, give at least {@value #MINIMUM} filters. Each of
 * them takes from the same sequences as many windows as the trained filter has, those that activate it most. The number
 * of windows is the same because fewer windows have more bits, whatever the filter.
 */
final class UntrainedFilters {
    /** Minimum number of untrained filters. */
    static final int MINIMUM = 99;

    private final TreeMap<Integer, double[]> bitsByWindows = new TreeMap<>();

    private UntrainedFilters() {}

    /**
     * Computes the null.
     *
     * @param codes sequences of the network's input length
     * @param windows numbers of windows of the trained filters; those below 2 are ignored
     */
    static UntrainedFilters of(
            Model model,
            byte[][] codes,
            FilterMotifs.Settings settings,
            List<Integer> windows,
            long seed,
            int threads,
            Progress progress) {
        UntrainedFilters untrained = new UntrainedFilters();
        int[] numbers = windows.stream()
                .filter(n -> n >= 2)
                .sorted()
                .distinct()
                .mapToInt(Integer::intValue)
                .toArray();
        if (numbers.length == 0) {
            return untrained;
        }
        int positions = model.network().evaluator(1).firstLayerLength();
        StrongestWindows strongest = new StrongestWindows(codes, positions, settings);
        List<Callable<double[]>> tasks = new ArrayList<>();
        for (int network = 0; tasks.size() < MINIMUM; network++) {
            FirstLayerKernel kernel = kernel(model, SeedMixer.mix(seed + SeedMixer.GOLDEN * network));
            for (int f = 0; f < kernel.bias().length; f++) {
                int filter = f;
                tasks.add(() -> strongest.bits(kernel, filter, numbers));
            }
        }
        progress.start("windows of untrained filters", tasks.size(), "filters");
        List<double[]> bits = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, tasks.size()))) {
            List<Future<double[]>> started = tasks.stream().map(pool::submit).toList();
            for (Future<double[]> each : started) {
                bits.add(Thrown.orResult(each));
                progress.advance(1);
            }
        }
        progress.finish();
        for (int i = 0; i < numbers.length; i++) {
            int column = i;
            double[] sorted =
                    bits.stream().mapToDouble(row -> row[column]).sorted().toArray();
            untrained.bitsByWindows.put(numbers[i], sorted);
        }
        return untrained;
    }

    private static FirstLayerKernel kernel(Model model, long seed) {
        String name = Stream.ofNullable(model.info().options().get("--init"))
                .findFirst()
                .orElse("glorot-uniform");
        return Network.create(model.network().spec(), Initialization.named(name), seed)
                .firstLayerKernel();
    }

    /** Number of untrained filters. */
    int count() {
        return bitsByWindows.isEmpty() ? 0 : bitsByWindows.firstEntry().getValue().length;
    }

    /** Number of untrained filters whose motif has at least {@code bits} from this number of windows. */
    int reaching(int windows, double bits) {
        return (int) Arrays.stream(sorted(windows)).filter(each -> each >= bits).count();
    }

    /** The median information of the untrained filters at this number of windows; NaN where there is none. */
    double median(int windows) {
        double[] sorted = sorted(windows);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private double[] sorted(int windows) {
        return bitsByWindows.getOrDefault(windows, new double[0]);
    }
}
