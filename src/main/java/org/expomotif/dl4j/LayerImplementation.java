package org.expomotif.dl4j;

/** The implementation of the layers of a graph. */
enum LayerImplementation {
    /** Only layers of DL4J itself, for files. */
    STOCK,
    /** Convolution by {@link NativeConvolution}, for training. */
    NATIVE;

    /** The layers for training; {@code -Dexpomotif.dl4j.layers=stock} selects {@link #STOCK}, for measurements. */
    static LayerImplementation training() {
        return "stock".equals(System.getProperty("expomotif.dl4j.layers")) ? STOCK : NATIVE;
    }
}
