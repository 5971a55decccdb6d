package org.expomotif.network;

/** Writes a model in the form of another program. */
@FunctionalInterface
public interface ModelExporter {
    /**
     * Writes the file, whole or not at all; equal models give equal bytes.
     *
     * @param model the network with its weights, and what is known of it
     * @param path where to
     */
    void write(Model model, String path);
}
