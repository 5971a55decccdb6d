package org.expomotif.network;

import java.util.List;
import org.expomotif.network.layer.BatchNorm;
import org.expomotif.network.layer.Bias;
import org.expomotif.network.layer.Convolution;
import org.expomotif.network.layer.Layer;

/**
 * The first convolution with its batch normalisation (running statistics) or bias folded in. The pre-activation of
 * filter f at position l is bias[f] + sum over k of kernel[f][k][base at l + k - padLeft], with bases in the order A C
 * G T.
 *
 * @param kernel {@code [filter][position][base]}
 * @param bias {@code [filter]}
 * @param padLeft number of positions by which a window starts before its output position
 */
public record FirstLayerKernel(double[][][] kernel, double[] bias, int padLeft) {
    static FirstLayerKernel of(List<Layer> layers) {
        Convolution convolution = (Convolution) layers.getFirst();
        Layer next = layers.get(1);
        int filters = convolution.out.channels();
        double[][][] kernel = new double[filters][convolution.width][4];
        double[] bias = new double[filters];
        float[] weights = convolution.kernel.values();
        for (int f = 0; f < filters; f++) {
            double scale = next instanceof BatchNorm norm ? norm.foldedScale(f) : 1;
            bias[f] = switch (next) {
                case BatchNorm norm -> norm.foldedShift(f);
                case Bias shift -> shift.bias.values()[f];
                default -> 0;
            };
            for (int k = 0; k < convolution.width; k++) {
                for (int base = 0; base < 4; base++) {
                    kernel[f][k][base] = scale * weights[(k * 4 + base) * filters + f];
                }
            }
        }
        return new FirstLayerKernel(kernel, bias, convolution.left);
    }
}
