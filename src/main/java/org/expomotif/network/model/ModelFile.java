package org.expomotif.network.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.io.numpy.ZipReader;
import org.expomotif.network.Network;
import org.expomotif.network.layer.Parameter;
import org.expomotif.network.spec.NetworkFile;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.network.spec.WeightShapes;
import org.expomotif.run.UserException;

/** Reads and writes the model file: docs/network-format.md. */
final class ModelFile {
    /** Version of the file format. Files of a higher version are rejected. */
    private static final int FORMAT = 1;

    private static final String JSON_ENTRY = "model.json";
    private static final String AGAIN = "copy it again, or train the model again";
    private static final Set<String> NUMBERS = Set.of("float32", "float64");

    private ModelFile() {}

    static void write(Model model, String path) {
        Outputs.write(path, out -> write(model, out));
    }

    private static void write(Model model, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(Npz.entry(JSON_ENTRY));
        zip.write(NetworkFile.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(describe(model)));
        zip.write('\n');
        zip.closeEntry();
        for (Parameter parameter : model.network().parameters().values()) {
            Npz.add(zip, parameter.name(), NpyArray.of(parameter.values(), parameter.shape()));
        }
        zip.finish();
    }

    private static ObjectNode describe(Model model) {
        ModelInfo info = model.info();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT)
                .put("version", info.version())
                .put("network", info.architecture())
                .put("activation", info.activation())
                .put("inputLength", info.inputLength())
                .put("seed", info.seed());
        ArrayNode classes = root.putArray("classes");
        info.classes().forEach(classes::add);
        root.set("layers", NetworkFile.json(model.network().spec().layers()));
        ObjectNode options = root.putObject("options");
        info.options().forEach(options::put);
        ObjectNode metrics = root.putObject("metrics");
        info.metrics().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                metrics.put(name, value);
            } else {
                metrics.putNull(name);
            }
        });
        return root;
    }

    static Model read(String path) {
        try (ZipReader zip = ZipReader.open(path)) {
            return read(zip, path);
        } catch (ZipException | EOFException e) {
            throw new UserException("the model file is damaged", e).in(path).remedy(AGAIN);
        } catch (JsonProcessingException e) {
            throw none(path, "its model.json is not JSON (" + NetworkFile.reason(e) + ")");
        } catch (IOException e) {
            throw new UserException("the model file cannot be read", e).in(path);
        } catch (UserException e) {
            throw e.inIfUnknown(path);
        }
    }

    private static UserException none(String path, String found) {
        return new UserException("this is not a model")
                .in(Inputs.name(path))
                .expected("the .zip that train wrote")
                .found(found);
    }

    private static Model read(ZipReader zip, String path) throws IOException {
        Optional<String> first = zip.next();
        if (first.isEmpty()) {
            throw none(path, "another kind of file");
        }
        if (!first.get().equals(JSON_ENTRY)) {
            throw none(path, "a zip without model.json at its start");
        }
        JsonNode root = NetworkFile.JSON.readTree(zip.bytes(NetworkFile.MAX_BYTES));
        int format = root.path("format").asInt(0);
        if (format > FORMAT) {
            throw new UserException("the model was written by a newer version of the program")
                    .in(path)
                    .expected("format " + FORMAT + " or older")
                    .found("format " + format + ", version "
                            + root.path("version").asText("unknown"))
                    .remedy("update the program");
        }
        if (format < 1
                || !(root.get("layers") instanceof ArrayNode layers)
                || !root.path("classes").isArray()) {
            throw none(path, "a model.json without format, layers and classes");
        }
        ModelInfo info = info(root);
        NetworkSpec spec = new NetworkSpec(
                info.architecture(), info.inputLength(), info.classes().size(), NetworkFile.layers(layers));
        Map<String, int[]> shapes = WeightShapes.of(spec);
        Map<String, NpyArray> arrays = zip.arrays((name, shape) -> requireShape(name, shape, shapes, path));
        for (String name : shapes.keySet()) {
            if (!arrays.containsKey(name)) {
                throw new UserException("the model lacks weights").in(path).expected(name + ".npy");
            }
        }
        Network network = Network.empty(spec);
        network.parameters().values().forEach(parameter -> fill(parameter, arrays, path));
        network.weightsChanged();
        return new Model(network, info);
    }

    private static ModelInfo info(JsonNode root) {
        List<String> classes = new ArrayList<>();
        for (JsonNode name : root.path("classes")) {
            if (!name.isTextual()) {
                throw field("classes", "texts", name);
            }
            classes.add(name.textValue());
        }
        JsonNode length = root.path("inputLength");
        if (!length.isInt() || length.intValue() < 1) {
            throw field("inputLength", "a whole number of at least 1", length);
        }
        Map<String, String> options = new LinkedHashMap<>();
        root.path("options")
                .properties()
                .forEach(e -> options.put(e.getKey(), e.getValue().asText()));
        Map<String, Double> metrics = new LinkedHashMap<>();
        root.path("metrics")
                .properties()
                .forEach(e -> metrics.put(e.getKey(), e.getValue().asDouble(Double.NaN)));
        return new ModelInfo(
                classes,
                length.intValue(),
                root.path("network").asText(""),
                root.path("activation").asText(""),
                options,
                metrics,
                root.path("seed").asLong(0),
                root.path("version").asText(""));
    }

    private static UserException field(String name, String expected, JsonNode found) {
        return new UserException("the field \"" + name + "\" of model.json is wrong")
                .expected(expected)
                .found(found.isMissingNode() ? "nothing" : found.toString())
                .remedy(AGAIN);
    }

    /**
     * Rejects an array that the network does not have, or whose shape differs. The network is created only after all
     * its weights have been read.
     */
    private static void requireShape(String name, int[] shape, Map<String, int[]> shapes, String path) {
        int[] expected = shapes.get(name);
        if (expected == null) {
            throw new UserException("the model has weights that none of its layers takes")
                    .in(path)
                    .atRecord(name)
                    .expected("the arrays of the layers in model.json")
                    .remedy(AGAIN);
        }
        if (!Arrays.equals(shape, expected)) {
            throw new UserException("the model's weights have another shape than its layers")
                    .in(path)
                    .atRecord(name)
                    .expected(Arrays.toString(expected))
                    .found(Arrays.toString(shape));
        }
    }

    private static void fill(Parameter parameter, Map<String, NpyArray> arrays, String path) {
        NpyArray array = Objects.requireNonNull(arrays.get(parameter.name()));
        if (!NUMBERS.contains(array.typeName())) {
            throw new UserException("the model's weights are not numbers")
                    .in(path)
                    .atRecord(parameter.name())
                    .expected("float32")
                    .found(array.typeName());
        }
        float[] values = array.floats();
        boolean variance = parameter.name().endsWith("/moving_variance");
        for (float value : values) {
            if (!Float.isFinite(value) || variance && value < 0) {
                throw new UserException(
                                variance
                                        ? "a variance of the model is not a number of at least 0"
                                        : "the model's weights are not all numbers")
                        .in(path)
                        .atRecord(parameter.name())
                        .expected(variance ? "finite numbers of at least 0" : "finite numbers")
                        .found(Float.toString(value))
                        .remedy("train the model again");
            }
        }
        System.arraycopy(values, 0, parameter.values(), 0, values.length);
    }
}
