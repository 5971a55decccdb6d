package org.expomotif.network.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.expomotif.network.Network;
import org.expomotif.network.layer.Parameter;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sizes in a description are checked before memory is allocated for them. */
class WeightShapesTest {
    private static final String CONVOLUTION =
            "{\"type\":\"convolution\",\"filters\":%s,\"width\":%s,\"padding\":\"same\"}";

    @TempDir
    private Path folder;

    @Test
    void shapesAreThoseOfTheNetwork() {
        List<NetworkSpec> specs = new ArrayList<>();
        for (String name : Architectures.names()) {
            NetworkSpec spec = Architectures.named(name, 1000, Activation.named("relu"), 3);
            specs.add(spec);
            specs.add(spec.withoutBatchNorm());
        }
        for (NetworkSpec spec : specs) {
            Map<String, int[]> shapes = WeightShapes.of(spec);
            Map<String, Parameter> parameters = Network.empty(spec).parameters();
            assertThat(shapes.keySet()).as(spec.name()).containsExactlyElementsOf(parameters.keySet());
            shapes.forEach((name, shape) ->
                    assertThat(shape).as(name).isEqualTo(parameters.get(name).shape()));
        }
    }

    static Stream<Arguments> descriptions() {
        String max = String.valueOf(Integer.MAX_VALUE);
        String one = String.format(CONVOLUTION, 4, 5);
        return Stream.of(
                Arguments.of(String.format(CONVOLUTION, max, 5), "at most 268,435,456 values of a sequence"),
                Arguments.of(String.format(CONVOLUTION, 4, max), "at most 67,108,864 weights in an array"),
                Arguments.of(String.format(CONVOLUTION, 4, 1_000_000_000), "1000000000 x 4 x 4"),
                Arguments.of(String.format(CONVOLUTION, -1, 5), "filters must be at least 1, not -1"),
                Arguments.of(String.format(CONVOLUTION, 1_000_000_000_000L, 5), "expected a whole number"),
                Arguments.of(String.format(CONVOLUTION, "1e1000000000", 5), "expected a whole number"),
                Arguments.of(one + ",{\"type\":\"residual\",\"width\":" + max + "}", "residual1_conv1/kernel"),
                Arguments.of(one + ",{\"type\":\"dense\",\"units\":" + max + "}", "values of a sequence"),
                Arguments.of(one + ",{\"type\":\"max-pool\",\"size\":" + max + "}", "too short for this network"),
                Arguments.of(
                        String.join(",", Collections.nCopies(1001, one)), "too many layers: expected at most 1000"),
                Arguments.of("[".repeat(200_000), "nesting depth (101) exceeds the maximum allowed (100)"),
                Arguments.of("{\"a\":".repeat(200_000), "nesting depth (101) exceeds the maximum allowed (100)"),
                Arguments.of("9".repeat(100_000), "exceeds the maximum allowed"),
                Arguments.of("0,".repeat(2_100_000), "Token count"),
                Arguments.of(" ".repeat(1 << 24), "too long for the description of a network"));
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void descriptionsThatClaimTooMuchAreRefused(String layers, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("n.json"), "{\"layers\":[" + layers + "]}");
        assertThatThrownBy(() -> NetworkSpec.read(file.toString(), 200, 2))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message)
                .message()
                .doesNotContain("StreamReadConstraints");
    }
}
