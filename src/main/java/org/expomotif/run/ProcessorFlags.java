package org.expomotif.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The features of this processor that Linux reports. */
public final class ProcessorFlags {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private ProcessorFlags() {}

    /** The flags, such as {@code avx512bw}; empty on other systems. */
    public static List<String> read() {
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
