package org.expomotif.scan.best;

import java.util.function.Supplier;
import jdk.incubator.vector.ShortVector;
import org.expomotif.run.ProcessorFlags;

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
    private static final long MANY = 80_000_000L;

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
                && ProcessorFlags.read().contains("avx512bw");
    }
}
