package org.expomotif.network;

import org.expomotif.io.ClassNames;
import org.expomotif.run.UserException;

/**
 * A trained network and what is known of it: the model file.
 *
 * <p>The file is a zip of {@code model.json} and one {@code .npy} a weight array, named like the parameter
 * ({@code conv1/kernel.npy}), float32, so NumPy reads each. Equal models give equal bytes.
 *
 * @param network the network with its weights
 * @param info the rest
 */
public record Model(Network network, ModelInfo info) {
    /** Checks that there is a name of its own for every output. */
    public Model {
        ClassNames.check(info.classes());
        if (info.classes().size() != network.spec().outputs()) {
            throw new UserException("the model has another number of classes than outputs")
                    .expected(String.valueOf(network.spec().outputs()))
                    .found(String.valueOf(info.classes().size()));
        }
    }

    /**
     * Reads a model file.
     *
     * @throws UserException when it is none, is damaged, or was written by a newer version
     */
    public static Model read(String path) {
        return ModelFile.read(path);
    }

    /** Writes the model file, whole or not at all. */
    public void write(String path) {
        ModelFile.write(this, path);
    }
}
