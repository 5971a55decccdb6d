package org.expomotif.dl4j;

import org.expomotif.network.Engine;
import org.expomotif.network.Model;
import org.expomotif.run.UserException;

/**
 * The way in for who does not know whether DL4J is there. Its libraries are an add-on, and this class can be loaded
 * without them.
 */
public final class Dl4j {
    private static final String PROBE = "org.deeplearning4j.nn.graph.ComputationGraph";

    private Dl4j() {}

    /** Whether DL4J's libraries are on the class path. */
    public static boolean isInstalled() {
        try {
            Class.forName(PROBE, false, Dl4j.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * The engine on a device.
     *
     * @throws UserException when the libraries are not there, or the device is not
     */
    public static Engine engine(Device device) {
        requireInstalled();
        return new Dl4jEngine(Backend.load(device));
    }

    /**
     * Writes a model as DL4J's ModelSerializer does.
     *
     * @throws UserException when the libraries are not there or the file cannot be written
     */
    public static void write(Model model, String path) {
        requireInstalled();
        Backend.load(Device.AUTO);
        Dl4jFile.write(model, path);
    }

    /**
     * Reads a network that DL4J's ModelSerializer wrote.
     *
     * @param inputLength bases a sample has; 0 when the file is to say so itself
     * @throws UserException when the libraries are not there, or the network has no form of ours
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
