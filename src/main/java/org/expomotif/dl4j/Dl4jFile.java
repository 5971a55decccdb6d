package org.expomotif.dl4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.io.numpy.Npz;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.expomotif.run.UserException;
import org.expomotif.run.Version;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;

/**
 * The zip of DL4J's ModelSerializer, with an additional entry for the metadata of the model, which DL4J ignores. Equal
 * models give equal bytes.
 *
 * <p>Only the configuration, the coefficients and the additional entry of a file are read. From other entries
 * ({@code preprocessor.bin}, {@code normalizer.bin}) DL4J would deserialize Java objects, through which a file could
 * run code. These entries are not passed to DL4J.
 */
final class Dl4jFile {
    private static final String INFO = "expomotif.json";
    /** The entries that are read, and the maximum size of each in bytes after decompression. */
    private static final Map<String, Integer> READ = Map.of(
            ModelSerializer.CONFIGURATION_JSON, 16 << 20, ModelSerializer.COEFFICIENTS_BIN, 256 << 20, INFO, 16 << 20);

    private static final ObjectMapper JSON = new ObjectMapper();

    private Dl4jFile() {}

    static void write(Model model, String path) {
        Network network = model.network();
        double l2 = decay(model.info());
        ComputationGraph graph = new ComputationGraph(
                GraphBuilder.of(network.spec(), 1e-3, l2, new LossBinaryXENT(), LayerImplementation.STOCK));
        graph.init();
        try {
            new WeightMap(graph, network, Map.of()).toGraph();
            ByteArrayOutputStream theirs = new ByteArrayOutputStream();
            ModelSerializer.writeModel(graph, theirs, false);
            Outputs.write(path, out -> copy(theirs.toByteArray(), model.info(), out));
        } catch (IOException e) {
            throw new UserException("the network cannot be written", e).in(path);
        }
    }

    private static double decay(ModelInfo info) {
        try {
            return Double.parseDouble(info.options().getOrDefault("--l2", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void copy(byte[] theirs, ModelInfo info, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(theirs));
        for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
            add(zip, entry.getName(), from.readAllBytes());
        }
        add(zip, INFO, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(info));
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(Npz.entry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** The entries that are used, by name. Only the names of the others are kept. */
    private static Map<String, byte[]> entries(InputStream in, Set<String> others) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            Integer maximum = READ.get(name);
            if (maximum == null) {
                others.add(name);
                continue;
            }
            byte[] content = zip.readNBytes(maximum + 1);
            if (content.length > maximum) {
                throw new UserException("an entry of the zip is too large")
                        .atRecord("entry " + name)
                        .expected(String.format(Locale.ROOT, "at most %,d bytes", maximum));
            }
            if (entries.put(name, content) != null) {
                throw new UserException("the zip has two entries of the same name").atRecord("entry " + name);
            }
        }
        return entries;
    }

    /**
     * Reads the file.
     *
     * @param inputLength number of bases per sequence; 0 to take it from the file
     */
    static Model read(String path, int inputLength) {
        try (InputStream in = Inputs.open(path)) {
            Set<String> others = new HashSet<>();
            Map<String, byte[]> entries = entries(in, others);
            if (!entries.containsKey(ModelSerializer.CONFIGURATION_JSON)
                    || !entries.containsKey(ModelSerializer.COEFFICIENTS_BIN)) {
                throw new UserException("this is not a network of DL4J")
                        .expected("the zip that ModelSerializer writes, with " + ModelSerializer.CONFIGURATION_JSON
                                + " and " + ModelSerializer.COEFFICIENTS_BIN)
                        .found(
                                others.isEmpty() && entries.isEmpty()
                                        ? "a file that is not a zip"
                                        : others.contains("model.json")
                                                ? "a model of this program, which needs no import"
                                                : "a zip without them");
            }
            return read(entries, inputLength, path);
        } catch (IOException e) {
            throw new UserException("the file cannot be read", e).in(path);
        } catch (UserException e) {
            throw e.inIfUnknown(path);
        }
    }

    private static Model read(Map<String, byte[]> entries, int inputLength, String path) throws IOException {
        ModelInfo info = info(entries.get(INFO));
        int length = inputLength > 0 || info == null ? inputLength : info.inputLength();
        if (length < 1) {
            throw new UserException("the file does not say how long sequences are")
                    .remedy("give their length with --length");
        }
        ComputationGraph graph = restore(entries);
        GraphReader reader = new GraphReader(graph.getConfiguration());
        NetworkSpec spec = reader.spec(info == null ? "imported" : info.architecture(), length);
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 0);
        new WeightMap(graph, network, reader.names()).toNetwork();
        return new Model(network, info == null ? unknown(spec, path) : info);
    }

    private static @Nullable ModelInfo info(byte @Nullable [] json) throws IOException {
        return json == null ? null : JSON.readValue(json, ModelInfo.class);
    }

    private static ModelInfo unknown(NetworkSpec spec, String path) {
        List<String> classes = IntStream.rangeClosed(1, spec.outputs())
                .mapToObj(k -> "class" + k)
                .toList();
        return ModelInfo.of(spec, classes, Map.of("imported from", path), Map.of(), 0, Version.number());
    }

    private static ComputationGraph restore(Map<String, byte[]> entries) throws IOException {
        byte[] configuration = Objects.requireNonNull(entries.get(ModelSerializer.CONFIGURATION_JSON));
        double[] coefficients =
                Coefficients.read(Objects.requireNonNull(entries.get(ModelSerializer.COEFFICIENTS_BIN)));
        boolean graph = JSON.readTree(configuration).has("vertices");
        try {
            // DL4J allocates what the configuration says before it looks at the coefficients.
            Claims claims = Claims.of(new String(configuration, StandardCharsets.UTF_8), graph);
            if (claims.parameters() != coefficients.length) {
                throw new UserException("the coefficients do not fit the configuration")
                        .expected(claims.parameters() + " coefficients")
                        .found(String.valueOf(coefficients.length));
            }
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
                add(zip, ModelSerializer.CONFIGURATION_JSON, configuration);
                add(zip, ModelSerializer.COEFFICIENTS_BIN, Coefficients.write(coefficients, claims.type()));
            }
            InputStream in = new ByteArrayInputStream(zipped.toByteArray());
            return graph
                    ? ModelSerializer.restoreComputationGraph(in, false)
                    : ModelSerializer.restoreMultiLayerNetwork(in, false).toComputationGraph();
        } catch (JsonProcessingException | UserException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UserException("DL4J does not read this network (" + e.getMessage() + ")", e);
        }
    }

    /**
     * What a configuration says about the coefficients.
     *
     * @param parameters number of parameters of all layers
     * @param type type of the numbers, single or double precision
     */
    private record Claims(long parameters, DataType type) {
        static Claims of(String json, boolean graph) {
            if (graph) {
                ComputationGraphConfiguration network = ComputationGraphConfiguration.fromJson(json);
                return of(
                        network.getVertices().values().stream().mapToLong(vertex -> vertex.numParams(false)),
                        network.getDataType());
            }
            MultiLayerConfiguration network = MultiLayerConfiguration.fromJson(json);
            return of(
                    network.getConfs().stream()
                            .mapToLong(layer -> layer.getLayer().initializer().numParams(layer)),
                    network.getDataType());
        }

        private static Claims of(LongStream parameters, @Nullable DataType type) {
            if (type != null && type != DataType.FLOAT && type != DataType.DOUBLE) {
                throw new UserException("the network has numbers of type " + type)
                        .expected("single or double precision");
            }
            return new Claims(parameters.reduce(0, Math::addExact), type == null ? DataType.FLOAT : type);
        }
    }
}
