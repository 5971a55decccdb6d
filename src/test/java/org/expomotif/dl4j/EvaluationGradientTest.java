package org.expomotif.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * The minimal example of {@code docs/dl4j.md} for why attribution never uses DL4J. If this test fails, DL4J has fixed
 * the defect.
 */
@Tag("dl4j")
class EvaluationGradientTest {
    @BeforeAll
    static void isThere() {
        assertThat(Dl4j.isInstalled()).isTrue();
        Backend.load(Device.AUTO);
    }

    /**
     * One feature, two samples 1 and 3, running mean 0 and variance 1: the output of the layer is x / sqrt(1.001) for
     * each sample. A gradient of 1 at the output of the first sample is therefore 0.9995 at its input and 0 at the
     * input of the second sample.
     */
    @Test
    void batchNormalizationMixesSamplesInEvaluationMode() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .list()
                .layer(new BatchNormalization.Builder()
                        .nIn(1)
                        .nOut(1)
                        .eps(1e-3)
                        .useLogStd(false)
                        .build())
                .layer(new OutputLayer.Builder(new LossMSE())
                        .nIn(1)
                        .nOut(1)
                        .activation(new ActivationIdentity())
                        .build())
                .build());
        network.init();
        LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
        Layer layer = network.getLayer(0);
        layer.setBackpropGradientsViewArray(Nd4j.create(1, 4));
        layer.setInput(column(1, 3), memory);
        float[] output = layer.activate(false, memory).toFloatVector();
        float[] gradient =
                layer.backpropGradient(column(1, 0), memory).getSecond().toFloatVector();

        float slope = (float) (1 / Math.sqrt(1.001));
        assertThat(output).containsExactly(new float[] {slope, 3 * slope}, within(1e-5f));
        assertThat(gradient[1])
                .as("should be 0; DL4J takes the formula of training")
                .isCloseTo(-1, within(1e-2f));
    }

    private static INDArray column(float first, float second) {
        return Nd4j.create(new float[] {first, second}, new long[] {2, 1}, 'c');
    }
}
