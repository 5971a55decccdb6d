package org.expomotif.network.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.expomotif.io.Inputs;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;

/** The JSON form of a network's layers: docs/network-format.md. */
public final class NetworkFile {
    /** Maximum size of a description in bytes. */
    public static final int MAX_BYTES = 1 << 24;

    /**
     * Reads and writes JSON. Rejects text after the end, and a field that occurs twice, because readers would silently
     * use one of the two values.
     */
    public static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxTokenCount(2_000_000)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private NetworkFile() {}

    static NetworkSpec read(String path, int inputLength, int outputs) {
        try (InputStream in = Inputs.open(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES);
            if (bytes.length == MAX_BYTES) {
                throw new UserException("the file is too long for the description of a network")
                        .expected(String.format(Locale.ROOT, "less than %,d bytes", MAX_BYTES));
            }
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.isObject() || !root.path("layers").isArray()) {
                throw new UserException("this is not a description of a network")
                        .expected("a JSON object with an array \"layers\"")
                        .remedy("see docs/network-format.md");
            }
            Fields fields = new Fields("network", (ObjectNode) root);
            fields.allow(Set.of("name", "layers"));
            String fallback = String.valueOf(Path.of(path).getFileName()).replaceFirst("\\.json$", "");
            NetworkSpec spec = new NetworkSpec(
                    fields.text("name", fallback), inputLength, outputs, layers((ArrayNode) root.get("layers")));
            WeightShapes.of(spec); // rejects weights that are too large, with the name of the file
            return spec;
        } catch (JsonProcessingException e) {
            throw new UserException("this is not JSON (" + reason(e) + ")", e)
                    .in(path)
                    .atLine(e.getLocation() == null ? 0 : e.getLocation().getLineNr())
                    .remedy("see docs/network-format.md");
        } catch (IOException e) {
            throw new UserException("the network file cannot be read", e).in(path);
        } catch (UserException e) {
            throw e.inIfUnknown(path);
        }
    }

    /** The message of the parser, without its notes on the source of the text. */
    public static String reason(JsonProcessingException e) {
        return e.getOriginalMessage()
                .replaceAll(" *\\(for \\w+ starting at \\[Source: .*?]\\)", "")
                .replaceAll(", from `[^`]*`|: enable `[^`]*` to allow", "");
    }

    /** Reads layers from their JSON form. */
    public static List<LayerSpec> layers(ArrayNode array) {
        List<LayerSpec> layers = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String where = "layers[" + i + "]";
            if (!(array.get(i) instanceof ObjectNode object)) {
                throw new UserException("a layer is not a JSON object").atRecord(where);
            }
            try {
                layers.add(layer(new Fields(where, object)));
            } catch (IllegalArgumentException e) {
                throw new UserException(String.valueOf(e.getMessage()), e).atRecord(where);
            }
        }
        return layers;
    }

    private static LayerSpec layer(Fields f) {
        String type = f.text("type", null);
        return switch (type) {
            case "convolution" -> {
                f.allow(Set.of("type", "filters", "width", "padding", "batchNorm", "activation", "dropout"));
                yield new LayerSpec.Convolution(
                        f.whole("filters"),
                        f.whole("width"),
                        f.padding(),
                        f.flag("batchNorm"),
                        Activation.named(f.text("activation", "relu")),
                        f.number("dropout"));
            }
            case "residual" -> {
                f.allow(Set.of("type", "width", "batchNorm"));
                yield new LayerSpec.Residual(f.whole("width"), f.flag("batchNorm"));
            }
            case "max-pool" -> {
                f.allow(Set.of("type", "size", "padding"));
                yield new LayerSpec.MaxPool(f.whole("size"), f.padding());
            }
            case "dense" -> {
                f.allow(Set.of("type", "units", "batchNorm", "activation", "dropout"));
                yield new LayerSpec.Dense(
                        f.whole("units"),
                        f.flag("batchNorm"),
                        Activation.named(f.text("activation", "relu")),
                        f.number("dropout"));
            }
            default -> throw f.wrong("type", "convolution, residual, max-pool or dense", type);
        };
    }

    /** The JSON form of layers. */
    public static ArrayNode json(List<LayerSpec> layers) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (LayerSpec layer : layers) {
            ObjectNode object = array.addObject().put("type", layer.kind());
            switch (layer) {
                case LayerSpec.Convolution c ->
                    object.put("filters", c.filters())
                            .put("width", c.width())
                            .put("padding", c.padding().word())
                            .put("batchNorm", c.batchNorm())
                            .put("activation", c.activation().name())
                            .put("dropout", c.dropout());
                case LayerSpec.Residual r -> object.put("width", r.width()).put("batchNorm", r.batchNorm());
                case LayerSpec.MaxPool p ->
                    object.put("size", p.size()).put("padding", p.padding().word());
                case LayerSpec.Dense d ->
                    object.put("units", d.units())
                            .put("batchNorm", d.batchNorm())
                            .put("activation", d.activation().name())
                            .put("dropout", d.dropout());
            }
        }
        return array;
    }

    /** The fields of one JSON object. Errors name the object. */
    private record Fields(String where, ObjectNode object) {
        void allow(Set<String> names) {
            object.fieldNames().forEachRemaining(name -> {
                if (!names.contains(name)) {
                    throw new UserException("unknown field \"" + name + "\"")
                            .atRecord(where)
                            .expected("one of " + String.join(", ", new TreeSet<>(names)));
                }
            });
        }

        String text(String name, @Nullable String otherwise) {
            JsonNode value = object.get(name);
            if (value == null && otherwise != null) {
                return otherwise;
            }
            if (value == null || !value.isTextual()) {
                throw wrong(name, "a text", value == null ? "nothing" : value.toString());
            }
            return value.textValue();
        }

        int whole(String name) {
            JsonNode value = object.get(name);
            if (value == null || !value.isInt()) {
                throw wrong(name, "a whole number", value == null ? "nothing" : value.toString());
            }
            return value.intValue();
        }

        double number(String name) {
            JsonNode value = object.get(name);
            if (value != null && !value.isNumber()) {
                throw wrong(name, "a number", value.toString());
            }
            return value == null ? 0 : value.doubleValue();
        }

        boolean flag(String name) {
            JsonNode value = object.get(name);
            if (value != null && !value.isBoolean()) {
                throw wrong(name, "true or false", value.toString());
            }
            return value == null || value.booleanValue();
        }

        LayerSpec.Padding padding() {
            return switch (text("padding", "valid")) {
                case "same" -> LayerSpec.Padding.SAME;
                case "valid" -> LayerSpec.Padding.VALID;
                default -> throw wrong("padding", "same or valid", text("padding", "valid"));
            };
        }

        UserException wrong(String name, String expected, String found) {
            return new UserException("the field \"" + name + "\" is wrong")
                    .atRecord(where)
                    .expected(expected)
                    .found(found);
        }
    }
}
