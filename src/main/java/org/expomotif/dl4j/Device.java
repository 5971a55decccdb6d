package org.expomotif.dl4j;

/** The device that DL4J computes on. */
public enum Device {
    /** The device of the backend on the class path. */
    AUTO,
    /** The processor. */
    CPU,
    /** A GPU; an error if there is none. */
    GPU
}
