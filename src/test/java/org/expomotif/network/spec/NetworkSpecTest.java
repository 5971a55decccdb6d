package org.expomotif.network.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.network.Network;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSpecTest {
    private static final Activation EXPONENTIAL = Activation.named("exponential");

    @TempDir
    private Path folder = Path.of("");

    /** Weights counted by hand from the study's table: kernels, two per normalised channel, output with bias. */
    @ParameterizedTest
    @CsvSource({
        // 76*32 + 64 + 160*124 + 248 + 2*124*512 + 1024 + 512*12 + 12
        "cnn-2, 200, 12, 156740",
        // 76*32 + 64 + 160*124 + 248 + 2*124*512 + 1024 + 512*12 + 12
        "cnn-50, 200, 12, 156740",
        // 76*32+64 + 224*48+96 + 336*96+192 + 288*128+256 + 3*128*512+1024 + 6156
        "cnn-deep, 200, 12, 286700",
        // 76*24+48 + 72*48+96 + 2*48*96+192 + 97
        "cnn-local, 200, 1, 14929",
        // 76*24+48 + 168*32+64 + 224*48+96 + 144*64+128 + 3*64*96+192 + 97
        "cnn-dist, 200, 1, 46225",
        // 22800+600 + 660000+400 + 280000+400 + 2000*1000+2000 + 1000000+2000 + 164000+164
        "basset, 600, 164, 4132364",
        // 1824+48 + 2*(2880+48) + 168*48+96 + 144*64+128 + 64*96+192 + 97
        "residualbind, 400, 1, 31665"
    })
    void architecturesHaveTheWeightsOfTheTable(String name, int length, int classes, long weights) {
        NetworkSpec spec = Architectures.named(name, length, EXPONENTIAL, classes);
        assertThat(Network.create(spec, Initialization.named("he-normal"), 1).trainedWeights())
                .isEqualTo(weights);
    }

    @Test
    void longInputDoublesTheMultiClassNetworks() {
        NetworkSpec spec = Architectures.named("cnn-deep", 1000, EXPONENTIAL, 12);
        assertThat(((LayerSpec.Convolution) spec.layers().getFirst()).filters()).isEqualTo(64);
        assertThat(((LayerSpec.Dense) spec.layers().getLast()).units()).isEqualTo(1024);
        NetworkSpec local = Architectures.named("cnn-local", 1000, EXPONENTIAL, 12);
        assertThat(((LayerSpec.Convolution) local.layers().getFirst()).filters())
                .isEqualTo(24);
    }

    @Test
    void wrongNamesAndLengthsAreReportedWithTheExpectedOnes() {
        assertThatThrownBy(() -> Architectures.named("resnet", 200, EXPONENTIAL, 1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("unknown network: expected one of cnn-2,")
                .hasMessageContaining("found 'resnet'");
        assertThatThrownBy(() -> Architectures.named("cnn-deep", 60, EXPONENTIAL, 1))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("network cnn-deep, layer")
                .hasMessageContaining("input length 60");
        assertThatThrownBy(() -> Activation.named("exp")).hasMessageContaining("exponential:K");
        assertThatThrownBy(() -> Activation.named("exponential:-1")).isInstanceOf(UserException.class);
        assertThatThrownBy(() -> Initialization.named("normal:0")).isInstanceOf(UserException.class);
    }

    @Test
    void aNetworkDescriptionIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("tiny.json"), """
                {"layers": [
                  {"type": "convolution", "filters": 8, "width": 11, "padding": "same", "activation": "exponential", "dropout": 0.1},
                  {"type": "max-pool", "size": 10},
                  {"type": "residual", "width": 3, "batchNorm": false},
                  {"type": "dense", "units": 20}
                ]}
                """);
        NetworkSpec spec = NetworkSpec.read(file.toString(), 100, 2);
        assertThat(spec.name()).isEqualTo("tiny");
        assertThat(spec.layers())
                .containsExactly(
                        new LayerSpec.Convolution(8, 11, LayerSpec.Padding.SAME, true, EXPONENTIAL, 0.1),
                        new LayerSpec.MaxPool(10, LayerSpec.Padding.VALID),
                        new LayerSpec.Residual(3, false),
                        new LayerSpec.Dense(20, true, Activation.named("relu"), 0));
        assertThat(NetworkFile.layers(NetworkFile.json(spec.layers()))).isEqualTo(spec.layers());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"layers\": 3}|this is not a description of a network",
                "{\"layers\": [}|bad.json, line 1: this is not JSON",
                "{\"layers\": [{\"type\": \"lstm\"}]}|layers[0]: the field \"type\" is wrong: expected convolution",
                "{\"layers\": [{\"type\": \"convolution\", \"width\": 3}]}|layers[0]: the field \"filters\" is wrong",
                "{\"layers\": [{\"type\": \"dense\", \"units\": 3, \"size\": 1}]}|unknown field \"size\"",
                "{\"layers\": [{\"type\": \"dense\", \"units\": 3}]}|first layer must be a convolution",
                "{\"layers\": [{\"type\": \"dense\", \"units\": 3, \"dropout\": 1}]}|dropout must be at least 0 and below 1"
            })
    void errorsInAFileAreReported(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);
        assertThatThrownBy(() -> NetworkSpec.read(file.toString(), 100, 2))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("bad.json")
                .hasMessageContaining(message);
    }

    @Test
    void initialisationsHaveTheDefinedVariance() {
        // Fan in 1900, fan out 2850.
        check("glorot-uniform", 2 / 4750.0);
        check("glorot-normal", 2 / 4750.0);
        check("he-uniform", 2 / 1900.0);
        check("he-normal", 2 / 1900.0);
        check("lecun-uniform", 1 / 1900.0);
        check("lecun-normal", 1 / 1900.0);
        check("normal:0.05", 0.0025);
    }

    private static void check(String name, double variance) {
        float[] kernel = new float[19 * 100 * 150];
        Initialization.named(name).fill(kernel, 19, 100, 150, new java.util.SplittableRandom(1));
        double sum = 0;
        double square = 0;
        for (float x : kernel) {
            sum += x;
            square += (double) x * x;
        }
        assertThat(square / kernel.length).as(name).isBetween(variance * 0.98, variance * 1.02);
        assertThat(Math.abs(sum / kernel.length)).as(name).isLessThan(5 * Math.sqrt(variance / kernel.length));
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        NetworkSpec spec = Architectures.named("cnn-local", 200, EXPONENTIAL, 1);
        List<float[]> kernels = List.of(1L, 1L, 2L).stream()
                .map(seed -> Network.create(spec, Initialization.named("he-uniform"), seed)
                        .parameters()
                        .get("conv2/kernel")
                        .values())
                .toList();
        assertThat(kernels.get(1)).isEqualTo(kernels.get(0));
        assertThat(kernels.get(2)).isNotEqualTo(kernels.get(0));
    }
}
