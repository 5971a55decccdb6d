package org.expomotif.dl4j;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.deeplearning4j.util.CrashReportingUtil;
import org.expomotif.run.StandardError;
import org.expomotif.run.UserException;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The loaded ND4J backend.
 *
 * @param gpu whether it computes on a GPU
 * @param description names of the backend and the device
 */
record Backend(boolean gpu, String description) {
    private static final String VERSION = "1.0.0-M2.1";

    /**
     * Loads the backend on the class path.
     *
     * @throws UserException when the backend cannot be loaded or is not for this device
     */
    static Backend load(Device device) {
        boolean cuda = isThere("org.nd4j.linalg.jcublas.JCublasBackend");
        if (device == Device.GPU && !cuda) {
            throw noGpu("the installed DL4J add-on is the one for processors")
                    .remedy("build it with mvn -B -Pcuda -DskipTests package, or leave out --device gpu");
        }
        if (device == Device.CPU && cuda) {
            throw new UserException("the installed DL4J add-on runs on GPUs only")
                    .remedy("build it with mvn -B -Pdl4j -DskipTests package, or leave out --device cpu");
        }
        try {
            // DL4J would write crash dumps into the current folder.
            CrashReportingUtil.crashDumpsEnabled(false);
            StandardError.quietly(Nd4j::getBackend);
            boolean gpu = !Nd4j.getEnvironment().isCPU();
            if (device == Device.GPU && !gpu) {
                throw noGpu("ND4J chose the processor");
            }
            return new Backend(gpu, describe(gpu));
        } catch (LinkageError | RuntimeException e) {
            if (e instanceof UserException user) {
                throw user;
            }
            Throwable root = root(e);
            String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
            throw cuda
                    ? noGpu(reason, e)
                            .remedy("it needs an NVIDIA driver for CUDA 11.6 and a GPU that CUDA 11.6 supports")
                    : new UserException("DL4J does not start on this machine (" + reason + ")", e)
                            .remedy("use --engine simd, or an add-on built on a machine of this kind");
        }
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, Backend.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static UserException noGpu(String reason) {
        return new UserException("no GPU can be used: " + reason);
    }

    private static UserException noGpu(String reason, Throwable cause) {
        return new UserException("no GPU can be used (" + reason + ")", cause);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String describe(boolean gpu) {
        Properties facts = Nd4j.getExecutioner().getEnvironmentInformation();
        String where = gpu ? "GPU " + devices(facts) : "processor";
        return "DL4J " + VERSION + ", backend " + facts.getOrDefault("backend", "unknown") + ", " + where;
    }

    /** Names of the GPUs, from the list of maps of the CUDA backend. */
    private static String devices(Properties facts) {
        if (facts.get("cuda.devicesInformation") instanceof List<?> list) {
            return String.join(
                    " and ",
                    list.stream()
                            .filter(Map.class::isInstance)
                            .map(each -> String.valueOf(((Map<?, ?>) each).get("cuda.deviceName")))
                            .toList());
        }
        return "of unknown name";
    }
}
