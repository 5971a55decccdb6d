package org.expomotif.dl4j;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A convolution layer of DL4J that uses ND4J's operations {@code conv2d} and {@code conv2d_bp}, which call oneDNN.
 *
 * <p>The stock layer copies every window (im2col) and multiplies matrices: its helper for oneDNN is disabled by
 * default, and when enabled it loads a class that has moved. Parameters, shapes and gradients are those of the stock
 * layer. Only for the identity activation, stride 1 and no dilation; never written to a file.
 */
final class NativeConvolution extends ConvolutionLayer {
    private static final long serialVersionUID = 1L;

    NativeConvolution(ConvolutionLayer.Builder builder) {
        super(builder);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray view,
            boolean initialize,
            DataType type) {
        Passes layer = new Passes(configuration, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(view);
        layer.setParamTable(initializer().init(configuration, view, initialize));
        layer.setConf(configuration);
        return layer;
    }

    /** The forward and the backward pass. */
    private static final class Passes extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
        private static final long serialVersionUID = 1L;
        private static final String KERNEL = ConvolutionParamInitializer.WEIGHT_KEY;
        private static final String BIAS = ConvolutionParamInitializer.BIAS_KEY;

        Passes(NeuralNetConfiguration configuration, DataType type) {
            super(configuration, type);
        }

        /**
         * Arguments: kernel, stride, padding, dilation, 1 for padding Same, 0 for channels first, 1 for kernels of
         * DL4J.
         */
        private void run(String operation, INDArray[] inputs, INDArray... outputs) {
            int[] size = layerConf().getKernelSize();
            boolean same = layerConf().getConvolutionMode() == ConvolutionMode.Same;
            Nd4j.exec(DynamicCustomOp.builder(operation)
                    .addIntegerArguments(size[0], size[1], 1, 1, 0, 0, 1, 1, same ? 1 : 0, 0, 1)
                    .addInputs(inputs)
                    .addOutputs(outputs)
                    .build());
        }

        private static INDArray vector(INDArray row) {
            return row.reshape(row.length());
        }

        @Override
        public INDArray activate(boolean training, LayerWorkspaceMgr memory) {
            assertInputSet(false);
            INDArray kernel = getParam(KERNEL);
            boolean same = layerConf().getConvolutionMode() == ConvolutionMode.Same;
            long width = input.size(3) - (same ? 0 : kernel.size(3) - 1);
            long[] shape = {input.size(0), kernel.size(0), input.size(2), width};
            INDArray out = memory.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), shape, 'c');
            INDArray[] inputs =
                    hasBias() ? new INDArray[] {input, kernel, vector(getParam(BIAS))} : new INDArray[] {input, kernel};
            run("conv2d", inputs, out);
            return out;
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr memory) {
            assertInputSet(true);
            INDArray below =
                    memory.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
            INDArray kernel = getParam(KERNEL);
            INDArray kernelGradient = Objects.requireNonNull(gradientViews.get(KERNEL));
            Gradient gradient = new DefaultGradient();
            if (hasBias()) {
                INDArray[] inputs = {input, kernel, vector(getParam(BIAS)), epsilon};
                INDArray biasGradient = Objects.requireNonNull(gradientViews.get(BIAS));
                run("conv2d_bp", inputs, below, kernelGradient, vector(biasGradient));
                gradient.setGradientFor(BIAS, biasGradient);
            } else {
                run("conv2d_bp", new INDArray[] {input, kernel, epsilon}, below, kernelGradient);
            }
            gradient.setGradientFor(KERNEL, kernelGradient, 'c');
            return new Pair<>(gradient, below);
        }
    }
}
