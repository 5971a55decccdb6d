package org.expomotif.network.model;

import org.expomotif.io.table.ClassNames;
import org.expomotif.network.Network;
import org.expomotif.run.UserException;

/**
 * A trained network and its metadata: the content of a model file.
 *
 * <p>The file is a zip archive of {@code model.json} and one {@code .npy} file (float32) per weight array, named after
 * the parameter ({@code conv1/kernel.npy}). Equal models give equal bytes.
 *
 * @param network the network with its weights
 * @param info the metadata
 */
public record Model(Network network, ModelInfo info) {
    /** Checks that every output has a unique class name. */
    public Model {
        ClassNames.check(info.classes());
        if (info.classes().size() != network.spec().outputs()) {
            throw new UserException("the number of classes differs from the number of outputs")
                    .expected(String.valueOf(network.spec().outputs()))
                    .found(String.valueOf(info.classes().size()));
        }
    }

    /**
     * Reads a model file.
     *
     * @throws UserException when the file is not a model file, is damaged, or was written by a newer version
     */
    public static Model read(String path) {
        return ModelFile.read(path);
    }

    /** Writes the model file, whole or not at all. */
    public void write(String path) {
        ModelFile.write(this, path);
    }
}
