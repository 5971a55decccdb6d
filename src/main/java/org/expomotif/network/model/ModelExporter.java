package org.expomotif.network.model;

/** Writes a model in the file format of another program. */
@FunctionalInterface
public interface ModelExporter {
    /**
     * Writes the file, whole or not at all. Equal models give equal bytes.
     *
     * @param model the network with its weights and metadata
     * @param path path of the file
     */
    void write(Model model, String path);
}
