package org.expomotif.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.expomotif.network.kernel.Kernels;
import org.expomotif.network.kernel.PlainKernels;
import org.expomotif.network.kernel.Tensor;
import org.expomotif.network.parallel.StepProgram;
import org.expomotif.network.spec.LayerSpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the fast backward passes of a convolution with the plain product, bit for bit. */
@Tag("vectors")
class ConvolutionGradientTest {
    private final SplittableRandom random = new SplittableRandom(4);

    private void fill(float[] x, int from, int count, double share) {
        for (int i = 0; i < count; i++) {
            x[from + i] = random.nextDouble() < share ? (float) random.nextDouble(-1, 1) : 0f;
        }
    }

    private void check(Convolution layer, double share) {
        Workspace w = new Workspace(List.of(layer), 3, Workspace.Purpose.INPUT_GRADIENT);
        fill(layer.kernel.values(), 0, layer.kernel.values().length, 1);
        for (int part = 0; part < StepProgram.PARTS; part++) {
            layer.pack(part);
        }
        Tensor dy = w.gradient(layer.exit());
        Tensor dx = w.gradient(layer.index);
        for (int n = 0; n < 3; n++) {
            fill(dy.data, dy.at(n), dy.size(), share);
        }
        layer.backwardRows(w, 0, 3, 0);
        float[] plain = dx.data.clone();
        fill(dx.data, 0, dx.data.length, 1);
        layer.backward(w, 0, 3);
        String what = layer.in + " " + layer.width + " " + layer.left + " " + share;
        for (int i = dx.at(0); i < dx.at(2) + dx.size(); i++) {
            assertThat(dx.data[i]).as(what).isEqualTo(plain[i]);
        }
        // New weights apply from the next pass on.
        float[] before = dx.data.clone();
        fill(layer.kernel.values(), 0, layer.kernel.values().length, 1);
        layer.pack(0);
        layer.backward(w, 0, 3);
        assertThat(dx.data).as(what).isNotEqualTo(before);
    }

    @Test
    void sparseAndDense() {
        for (Kernels kernels : List.of(new PlainKernels(), Kernels.best())) {
            for (LayerSpec.Padding padding : LayerSpec.Padding.values()) {
                for (double share : new double[] {0.04, 0.2, 0.7}) {
                    for (int channels : new int[] {5, 16, 24}) {
                        check(new Convolution(1, new Layer.Extent(31, channels), padding, 7, 19, "c", kernels), share);
                        check(new FirstConvolution(new Layer.Extent(29, 4), padding, 8, channels, "c", kernels), share);
                        check(
                                new FirstConvolution(new Layer.Extent(40, 4), padding, 19, channels, "c", kernels),
                                share);
                    }
                }
            }
        }
    }
}
