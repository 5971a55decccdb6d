package org.expomotif.dl4j;

/** Which layers a graph is made of. */
enum Layers {
    /** DL4J's own alone: what a file holds. */
    STOCK,
    /** Convolution by {@link NativeConvolution}: what trains. */
    NATIVE;

    /** What trains; the system property {@code expomotif.dl4j.layers} may say {@code stock}, for measurements. */
    static Layers training() {
        return "stock".equals(System.getProperty("expomotif.dl4j.layers")) ? STOCK : NATIVE;
    }
}
