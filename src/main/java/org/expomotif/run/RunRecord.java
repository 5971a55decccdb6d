package org.expomotif.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What made an output: version, command line, options that bear on the result, and the inputs with their SHA-256. It
 * holds neither time nor names of outputs nor number of threads, so the same run gives the same bytes.
 *
 * @param version of the program
 * @param words the words after the name of the program that repeat the run, the command first, outputs left out
 * @param options every option that bears on the result, defaults too, name to value, in the order of the help
 * @param inputs inputs as the user named them, with {@code sha256:HEX}, or {@code bytes:SIZE} where only parts of a
 *     file are read, or {@link Checksum#UNKNOWN} for a stream, whose checksum is known once it has been read
 */
public record RunRecord(String version, List<String> words, Map<String, String> options, Map<String, String> inputs) {
    private static final String PROGRAM = "expomotif";
    private static final String SEED = "--seed";

    /** The command's name. */
    public String command() {
        return words.getFirst();
    }

    /** The command line, to be pasted into a shell; where the outputs go must be added. */
    public String commandLine() {
        return ShellWords.line(Stream.concat(Stream.of(PROGRAM), words.stream()).toList());
    }

    /** As lines for the comments of an output. */
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

    /** As a JSON object, indented, ending with a line end. */
    public String json() {
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

    /** The inputs, streams with the checksums that are known by now. */
    private Map<String, String> finished() {
        Map<String, String> finished = new LinkedHashMap<>(inputs);
        finished.replaceAll((name, checksum) -> checksum.equals(Checksum.UNKNOWN) ? Checksum.ofStream(name) : checksum);
        return finished;
    }
}
