package org.expomotif.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What made an output: version, command, options that bear on the result, and the inputs with their SHA-256. It holds
 * neither time nor names of outputs nor number of threads, so the same run gives the same bytes.
 *
 * @param version of the program
 * @param command the command's name
 * @param options every option that bears on the result, defaults too, name to value, in the order of the help
 * @param inputs inputs as the user named them, with {@code sha256:HEX}, or {@code bytes:SIZE} where only parts of a
 *     file are read, or {@link Checksum#UNKNOWN} for a stream, whose checksum is known once it has been read
 */
public record RunRecord(String version, String command, Map<String, String> options, Map<String, String> inputs) {
    /** As lines for the comments of an output. */
    public Provenance provenance() {
        List<String> lines = new ArrayList<>();
        lines.add("expomotif " + version + " " + command);
        StringBuilder text = new StringBuilder("options:");
        options.forEach((name, value) ->
                text.append(' ').append(name).append(value.isEmpty() ? "" : " ").append(quoted(value)));
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
        return "input: " + oneLine(name) + " " + checksum;
    }

    /** As a JSON object, indented, ending with a line end. */
    public String json() {
        return "{\n  \"program\": \"expomotif\",\n  \"version\": " + text(version) + ",\n  \"command\": "
                + text(command) + ",\n  \"options\": " + object(options) + ",\n  \"inputs\": " + object(finished())
                + "\n}\n";
    }

    /** The inputs, streams with the checksums that are known by now. */
    private Map<String, String> finished() {
        Map<String, String> finished = new LinkedHashMap<>(inputs);
        finished.replaceAll((name, checksum) -> checksum.equals(Checksum.UNKNOWN) ? Checksum.ofStream(name) : checksum);
        return finished;
    }

    private static String object(Map<String, String> map) {
        List<String> members = new ArrayList<>();
        map.forEach((name, value) -> members.add("    " + text(name) + ": " + text(value)));
        return members.isEmpty() ? "{}" : "{\n" + String.join(",\n", members) + "\n  }";
    }

    private static String text(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    private static String quoted(String value) {
        String line = oneLine(value);
        return line.matches("[A-Za-z0-9_@%+=:,./-]*") ? line : "'" + line.replace("'", "'\\''") + "'";
    }

    private static String oneLine(String value) {
        return value.replaceAll("[\\r\\n\\t]", " ");
    }
}
