package org.expomotif.scan.kernel;

import java.util.List;
import java.util.function.Supplier;
import jdk.incubator.vector.ByteVector;
import org.expomotif.run.ProcessorFlags;

/** The backends by name, and the choice of one for this processor. */
public enum ScanBackends {
    /**
     * Vectors of 512 bits; fast on processors with an instruction that looks up bytes in a table of 64 bytes (AVX-512
     * VBMI).
     */
    VECTOR_512(() -> new PrefilterBackend(new TripletPrefilter512())),
    /**
     * Vectors of 256 bits with one matrix per lane: loads and additions only, which every processor with AVX2 has. With
     * many matrices, twice as fast as {@link #VECTOR_128}, but slower than {@link #VECTOR_512} where that is fast.
     */
    VECTOR_256(LaneBackend256::new),
    /** Vectors of 128 bits; fast on processors with an instruction that shuffles bytes (SSSE3, NEON). */
    VECTOR_128(() -> new PrefilterBackend(new PairPrefilter128())),
    /** No vectors; tables of five bases. */
    TABLES(TablesBackend::new),
    /** No vectors, base by base: the reference for the other backends. */
    PLAIN(PlainBackend::new);

    /** System property that names a backend to use instead of the one chosen for the processor. */
    static final String PROPERTY = "expomotif.scan.backend";

    /** From this number of matrices on, vector code repays its time of compilation in almost any scan. */
    private static final int MANY = 16;

    private final Supplier<ScanBackend> maker;

    ScanBackends(Supplier<ScanBackend> maker) {
        this.maker = maker;
    }

    /** Makes the backend. */
    public ScanBackend make() {
        return maker.get();
    }

    /** The backend for this processor, or the one named by {@value #PROPERTY}. */
    static ScanBackends suited() {
        String wanted = System.getProperty(PROPERTY);
        if (wanted != null) {
            return valueOf(wanted);
        }
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return TABLES;
        }
        return suited(ProcessorFlags.read());
    }

    /**
     * Creates the backend for this processor. Unless a backend is named, it switches in a long scan only: for few
     * matrices to vectors, for many to matrices in the lanes.
     */
    public static ScanBackend makeSuited(int matrices) {
        ScanBackends suited = suited();
        if (System.getProperty(PROPERTY) != null) {
            return suited.make();
        }
        if (matrices >= MANY) {
            return suited == VECTOR_256
                    ? new WarmingLanes(
                            new PrefilterBackend(new PairPrefilter128()),
                            WarmingLanes.LONG_SCAN,
                            WarmingLanes.NANOSECONDS)
                    : suited.make();
        }
        // Few matrices leave most lanes of a vector empty.
        ScanBackends few = suited == VECTOR_256 ? VECTOR_128 : suited;
        return few.make() instanceof PrefilterBackend vectors
                ? new WarmingBackend(new TablesBackend(), vectors, vectors::warmUp, WarmingBackend.LONG_SCAN)
                : few.make();
    }

    private static ScanBackends suited(List<String> flags) {
        int bits = ByteVector.SPECIES_PREFERRED.vectorBitSize();
        if (bits >= 512 && flags.contains("avx512vbmi")) {
            return VECTOR_512;
        }
        return bits >= 256 ? VECTOR_256 : VECTOR_128;
    }
}
