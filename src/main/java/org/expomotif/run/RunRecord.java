package org.expomotif.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The record of the run that made an output: version, command line, options that affect the result, and inputs with
 * their SHA-256. It does not contain the time, the names of outputs or the number of threads, so the same run gives the
 * same bytes.
 *
 * @param version version of the program
 * @param words the arguments that repeat the run: the command and its options, without outputs
 * @param options value by name of every option that affects the result, including defaults, in the order of the help
 * @param inputs checksum by name of each input, as named by the user: {@code sha256:HEX}; {@code bytes:SIZE} for a file
 *     of which only parts are read; or {@link Checksum#UNKNOWN} for a stream, whose checksum is known only after it has
 *     been read
 */
public record RunRecord(String version, List<String> words, Map<String, String> options, Map<String, String> inputs) {
    /** The name of this program. */
    public static final String PROGRAM = "expomotif";

    private static final String SEED = "--seed";

    /** Name of the command. */
    public String command() {
        return words.getFirst();
    }

    /** The command line, quoted for a shell; the outputs must be added to it. */
    public String commandLine() {
        return ShellWords.line(Stream.concat(Stream.of(PROGRAM), words.stream()).toList());
    }

    /** The record as lines for the comments of an output. */
    public Provenance provenance() {
        List<String> lines = new ArrayList<>();
        lines.add(PROGRAM + " " + version + " " + command());
        lines.add("command: " + commandLine());
        StringBuilder text = new StringBuilder("options:");
        options.forEach((name, value) ->
                text.append(' ').append(name).append(value.isEmpty() ? "" : " " + ShellWords.quoted(value)));
        lines.add(text.toString());
        List<String> streams = new ArrayList<>();
        inputs.forEach((name, checksum) -> {
            if (checksum.equals(Checksum.UNKNOWN)) {
                streams.add(name);
            } else {
                lines.add(inputLine(name, checksum));
            }
        });
        return new Provenance(lines, streams);
    }

    static String inputLine(String name, String checksum) {
        return "input: " + VisibleText.comment(name.replaceAll("[\\r\\n\\t]", " ")) + " " + checksum;
    }

    /** The record as an indented JSON object that ends with a line end. */
    public String json() {
        return text(object());
    }

    /**
     * The record with one more member.
     *
     * @param name name of the member
     * @param value its value: a record, whose components become members in snake case, or a list or map of such values
     */
    public String json(String name, Object value) {
        ObjectNode object = object();
        object.set(
                name,
                new ObjectMapper()
                        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .valueToTree(value));
        return text(object);
    }

    private ObjectNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("program", PROGRAM)
                .put("version", version)
                .put("command", command())
                .put("command_line", commandLine());
        if (options.containsKey(SEED)) {
            object.put("seed", Long.parseLong(options.get(SEED)));
        }
        options.forEach(object.putObject("options")::put);
        finished().forEach(object.putObject("inputs")::put);
        return object;
    }

    private static String text(ObjectNode object) {
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        try {
            return new ObjectMapper().writer(layout).writeValueAsString(object) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The inputs, with the checksums of streams that have been read to their end. */
    private Map<String, String> finished() {
        Map<String, String> finished = new LinkedHashMap<>(inputs);
        finished.replaceAll((name, checksum) -> checksum.equals(Checksum.UNKNOWN) ? Checksum.ofStream(name) : checksum);
        return finished;
    }
}
