package org.expomotif.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.expomotif.io.Inputs;
import org.expomotif.io.NpyArray;
import org.expomotif.io.Npz;
import org.expomotif.io.Outputs;
import org.expomotif.run.UserException;

/** Reads and writes the model file: docs/network-format.md. */
final class ModelFile {
    /** Version of the file's form; a reader refuses a higher one. */
    private static final int FORMAT = 1;

    private static final String JSON_ENTRY = "model.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelFile() {}

    static void write(Model model, String path) {
        Outputs.write(path, out -> write(model, out));
    }

    private static void write(Model model, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(Npz.entry(JSON_ENTRY));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(describe(model)));
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
        try (WholeZip in = new WholeZip(Inputs.open(path));
                ZipInputStream zip = new ZipInputStream(in)) {
            Model model = read(zip, path);
            in.requireEnd();
            return model;
        } catch (ZipException | EOFException e) {
            throw new UserException("the model file is damaged", e)
                    .in(path)
                    .remedy("copy it again, or train the model again");
        } catch (JsonProcessingException e) {
            throw none(path, "its model.json is not JSON");
        } catch (IOException e) {
            throw new UserException("the model file cannot be read", e).in(path);
        } catch (UserException e) {
            throw e.knowsFile() ? e : e.in(path);
        }
    }

    private static UserException none(String path, String found) {
        return new UserException("this is no model")
                .in(Inputs.name(path))
                .expected("the .zip that train wrote")
                .found(found);
    }

    private static Model read(ZipInputStream zip, String path) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null) {
            throw none(path, "no zip file");
        }
        if (!first.getName().equals(JSON_ENTRY)) {
            throw none(path, "a zip without model.json at its start");
        }
        JsonNode root = JSON.readTree(zip.readAllBytes());
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
        Network network = Network.empty(spec);
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.endsWith(".npy")) {
                arrays.put(name.substring(0, name.length() - 4), NpyArray.read(zip, path + " (" + name + ")"));
            }
        }
        network.parameters().values().forEach(parameter -> fill(parameter, arrays, path));
        network.weightsChanged();
        return new Model(network, info);
    }

    private static ModelInfo info(JsonNode root) {
        List<String> classes = new ArrayList<>();
        root.path("classes").forEach(name -> classes.add(name.asText()));
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
                root.path("inputLength").asInt(0),
                root.path("network").asText(""),
                root.path("activation").asText(""),
                options,
                metrics,
                root.path("seed").asLong(0),
                root.path("version").asText(""));
    }

    private static void fill(Parameter parameter, Map<String, NpyArray> arrays, String path) {
        NpyArray array = arrays.get(parameter.name());
        if (array == null) {
            throw new UserException("the model lacks weights").in(path).expected(parameter.name() + ".npy");
        }
        if (!Arrays.equals(array.shape(), parameter.shape())) {
            throw new UserException("the model's weights have another shape than its layers")
                    .in(path)
                    .atRecord(parameter.name())
                    .expected(Arrays.toString(parameter.shape()))
                    .found(Arrays.toString(array.shape()));
        }
        float[] values = array.floats();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new UserException("the model's weights are not all numbers")
                        .in(path)
                        .atRecord(parameter.name())
                        .expected("finite numbers")
                        .found(Float.toString(value))
                        .remedy("train the model again");
            }
        }
        System.arraycopy(values, 0, parameter.values(), 0, values.length);
    }
}
