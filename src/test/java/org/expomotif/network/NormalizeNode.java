package org.expomotif.network;

/** The weights of a batch normalisation and their gradients, for nodes that differ in how they round. */
abstract class NormalizeNode implements DoubleNetwork.Node {
    final double[] gamma;
    final double[] beta;
    final double[] mean;
    final double[] variance;
    final double[] dgamma;
    final double[] dbeta;

    NormalizeNode(DoubleNetwork net, String name) {
        gamma = net.weights.get(name + "/gamma");
        beta = net.weights.get(name + "/beta");
        mean = net.weights.get(name + "/moving_mean");
        variance = net.weights.get(name + "/moving_variance");
        dgamma = net.gradients.get(name + "/gamma");
        dbeta = net.gradients.get(name + "/beta");
    }
}
