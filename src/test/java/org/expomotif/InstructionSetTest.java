package org.expomotif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import org.expomotif.network.Network;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints which vectors the tests of this run use, as one line on standard output. The Maven profile {@code widths} runs
 * the tests tagged {@code vectors} again at each setting; a processor without such wide vectors runs them narrower.
 */
@Tag("vectors")
class InstructionSetTest {
    private static final String ASKED = System.getProperty("expomotif.test.vectors", "default");

    @Test
    void noWiderThanAskedFor() {
        int bits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        String found = Network.vectorized()
                ? String.format(
                        Locale.ROOT,
                        "vectors of %d bits (bytes: %d)",
                        bits,
                        ByteVector.SPECIES_PREFERRED.vectorBitSize())
                : "plain loops";
        boolean narrower = List.of("512", "256", "128").contains(ASKED) && bits < Integer.parseInt(ASKED);
        System.out.printf(
                Locale.ROOT,
                "instruction set: asked for %s, runs %s%s; oneDNN %s, OpenBLAS %s%n",
                ASKED,
                found,
                narrower ? ", because this processor has none wider" : "",
                set("DNNL_MAX_CPU_ISA"),
                set("OPENBLAS_CORETYPE"));
        switch (ASKED) {
            case "default" -> assertThat(Network.vectorized()).isTrue();
            case "plain" -> assertThat(Network.vectorized()).isFalse();
            default -> {
                assertThat(Network.vectorized()).isTrue();
                assertThat(bits).isLessThanOrEqualTo(Integer.parseInt(ASKED));
            }
        }
    }

    private static String set(String variable) {
        return System.getenv().getOrDefault(variable, "as it chooses");
    }
}
