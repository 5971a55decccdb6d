package org.expomotif.scan.best;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import jdk.incubator.vector.ShortVector;

/** The finders by name, and the choice of one for this processor and amount of work. */
public enum WindowFinders {
    /** Vectors of 512 bits. */
    VECTOR(WindowFinders::warmVectors),
    /** No vectors; tables of three bases. */
    TABLES(TableFinder::new),
    /** Every window: the reference. */
    PLAIN(PlainFinder::new);

    /** System property that names a finder to use instead of the one chosen for the processor. */
    static final String PROPERTY = "expomotif.enrich.finder";

    /** Number of windows from which vector code repays its time of compilation. */
    private static final long MANY = 500_000_000L;

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final Supplier<WindowFinder> maker;

    WindowFinders(Supplier<WindowFinder> maker) {
        this.maker = maker;
    }

    /** Makes a finder, for one thread. */
    public WindowFinder make() {
        return maker.get();
    }

    /**
     * The finder for this processor, or the one named by {@value #PROPERTY}; all give the same results.
     *
     * @param windows number of windows that will be tested, over all matrices
     */
    public static WindowFinders suited(long windows) {
        String wanted = System.getProperty(PROPERTY);
        if (wanted != null) {
            return valueOf(wanted);
        }
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return windows >= MANY && vectors && hasWideLookUps() ? VECTOR : TABLES;
    }

    private static WindowFinder warmVectors() {
        VectorFinder finder = new VectorFinder();
        finder.warmUp();
        return finder;
    }

    private static boolean hasWideLookUps() {
        return ShortVector.SPECIES_PREFERRED.vectorBitSize() >= 512
                && processorFlags().contains("avx512bw");
    }

    /** The processor flags reported by Linux; empty on other systems. */
    private static List<String> processorFlags() {
        try (var lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> Arrays.asList(line.split("\\s+")))
                    .orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }
}
