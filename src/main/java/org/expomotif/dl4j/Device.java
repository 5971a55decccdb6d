package org.expomotif.dl4j;

/** Where DL4J is to compute. */
public enum Device {
    /** Wherever the backend on the class path does. */
    AUTO,
    /** On the processor. */
    CPU,
    /** On a GPU, or not at all. */
    GPU
}
