package org.expomotif.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import jdk.incubator.vector.ByteVector;

/** The backends by name, and the one that suits this processor. */
enum ScanBackends {
    /** Vectors of 512 bits; fast where a byte can be looked up in 64 at once (AVX-512 VBMI). */
    VECTOR_512(() -> new FilterBackend(new Triples512())),
    /**
     * Vectors of 256 bits; fast where a byte can be looked up in two vectors at once (AVX-512 VBMI and VL), which is
     * where those of 512 bits are faster: never chosen, only named.
     */
    VECTOR_256(() -> new FilterBackend(new Triples256())),
    /** Vectors of 128 bits; fast wherever bytes can be shuffled (SSSE3, NEON). */
    VECTOR_128(() -> new FilterBackend(new Pairs128())),
    /** No vectors, tables for five bases. */
    TABLES(TablesBackend::new),
    /** No vectors, base by base: what the others must equal. */
    PLAIN(PlainBackend::new);

    /** System property that names a backend to be used in place of the one that suits the processor. */
    static final String PROPERTY = "expomotif.scan.backend";

    /** For so many matrices vectors are worth their time to compile in almost any scan. */
    private static final int MANY = 16;

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private final Supplier<ScanBackend> maker;

    ScanBackends(Supplier<ScanBackend> maker) {
        this.maker = maker;
    }

    /** Makes the backend. */
    ScanBackend make() {
        return maker.get();
    }

    /** The one that suits this processor, or that {@value #PROPERTY} names. */
    static ScanBackends suited() {
        String wanted = System.getProperty(PROPERTY);
        if (wanted != null) {
            return valueOf(wanted);
        }
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return TABLES;
        }
        return suited(processorFlags());
    }

    /**
     * Makes the one that suits; for few matrices, unless it was named, one that turns to vectors only in a long scan.
     */
    static ScanBackend makeSuited(int matrices) {
        ScanBackend suited = suited().make();
        return matrices < MANY && System.getProperty(PROPERTY) == null && suited instanceof FilterBackend vectors
                ? new WarmingBackend(new TablesBackend(), vectors, vectors::warmUp, WarmingBackend.LONG_SCAN)
                : suited;
    }

    private static ScanBackends suited(List<String> flags) {
        boolean wide = ByteVector.SPECIES_PREFERRED.vectorBitSize() >= 512 && flags.contains("avx512vbmi");
        return wide ? VECTOR_512 : VECTOR_128;
    }

    /** What Linux says that the processor can do; nothing elsewhere. */
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
