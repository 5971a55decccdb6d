package org.expomotif.dl4j;

import org.expomotif.network.Engine;
import org.expomotif.network.model.Model;
import org.expomotif.run.UserException;

/**
 * Entry point for callers that cannot assume DL4J is on the class path. The libraries of DL4J are an add-on, and this
 * class can be loaded without them.
 */
public final class Dl4j {
    private static final String PROBE = "org.deeplearning4j.nn.graph.ComputationGraph";

    private Dl4j() {}

    /** Whether the libraries of DL4J are on the class path. */
    public static boolean isInstalled() {
        try {
            Class.forName(PROBE, false, Dl4j.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * Returns the engine on a device.
     *
     * @throws UserException when the libraries are not installed or the device is not available
     */
    public static Engine engine(Device device) {
        requireInstalled();
        return new Dl4jEngine(Backend.load(device));
    }

    /**
     * Writes a model in the format of DL4J's ModelSerializer.
     *
     * @throws UserException when the libraries are not installed or the file cannot be written
     */
    public static void write(Model model, String path) {
        requireInstalled();
        Backend.load(Device.AUTO);
        Dl4jFile.write(model, path);
    }

    /**
     * Reads a network in the format of DL4J's ModelSerializer.
     *
     * @param inputLength number of bases per sequence, or 0 to read it from the file
     * @throws UserException when the libraries are not installed, or the network cannot be converted
     */
    public static Model read(String path, int inputLength) {
        requireInstalled();
        Backend.load(Device.AUTO);
        return Dl4jFile.read(path, inputLength);
    }

    private static void requireInstalled() {
        if (!isInstalled()) {
            throw new UserException("the libraries of DL4J are not installed; they are an add-on")
                    .remedy("run mvn -B -Pdl4j -DskipTests package in the source tree (-Pcuda for NVIDIA GPUs), or"
                            + " unpack the archive that ends in -dl4j.tar.gz over the installation");
        }
    }
}
