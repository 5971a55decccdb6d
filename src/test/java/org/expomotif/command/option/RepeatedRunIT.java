package org.expomotif.command.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.command.Commands;
import org.expomotif.run.ShellWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line in the record of a run gives the same options again when a shell and the program parse it. */
class RepeatedRunIT {
    /** Texts with characters that have a meaning in a shell, in picocli or in a line of comments. */
    private static final List<String> TEXTS = List.of(
            "my file's \"x\" #1 $HOME `a` \\ \u00e9*~!{a,b}[c]?&|;<>()",
            "@pom.xml",
            "-",
            "--threads",
            "~a\tb\nc\u0085'\\d");

    /** Tried in turn for an option whose values are not any text. */
    private static final List<String> OTHERS = List.of("0.25", "3", "-3", "2/8");

    static Stream<String> commands() {
        return Commands.COMMANDS.stream().map(Commands.Entry::name);
    }

    private static CommandLine commandLine(String command) {
        return Commands.commandLine(Commands.find(command).orElseThrow());
    }

    private static boolean kept(OptionSpec option) {
        return StandardOptions.affectsResult(option);
    }

    /** Words for the required options, and for those of the positional parameters, {@code option} left out. */
    private static List<String> required(CommandLine line, ArgSpec left) {
        List<String> words = new ArrayList<>();
        line.getCommandSpec().positionalParameters().stream()
                .filter(argument -> !argument.equals(left))
                .forEach(argument -> words.add("x"));
        line.getCommandSpec().options().stream()
                .filter(option -> option.required() && !option.equals(left))
                .forEach(option -> words.add(option.longestName() + "="
                        + (option.type().isEnum() ? option.type().getEnumConstants()[0] : "x")));
        return words;
    }

    /** The command lines that give an option in every way. */
    private static List<List<String>> uses(OptionSpec option) {
        String name = option.longestName();
        List<List<String>> uses = new ArrayList<>();
        if (option.arity().max() == 0) {
            uses.add(List.of(name));
            if (option.negatable()) {
                uses.add(List.of(name.replaceFirst("^--", "--no-")));
            }
            return uses;
        }
        if (option.arity().min() == 0) {
            uses.add(List.of(name));
        }
        List<String> values = new ArrayList<>(TEXTS);
        values.addAll(OTHERS);
        if (option.type().isEnum()) {
            Arrays.stream(option.type().getEnumConstants()).map(String::valueOf).forEach(values::add);
        }
        values.forEach(value -> uses.add(List.of(name + "=" + value)));
        if (!option.splitRegex().isEmpty()) {
            uses.add(List.of(name + "=a,b c,d"));
            uses.add(List.of(name + "=0.5,0.25,0.25"));
        }
        if (option.isMultiValue()) {
            uses.add(List.of(name + "=one", name + "=two words", name + "=-three"));
        }
        return uses;
    }

    private static Map<String, String> values(ParseResult given) {
        Map<String, String> values = new LinkedHashMap<>();
        for (OptionSpec option : given.commandSpec().options()) {
            if (kept(option)) {
                values.put(option.longestName(), text(option.getValue()));
            }
        }
        given.commandSpec()
                .positionalParameters()
                .forEach(argument -> values.put(argument.paramLabel(), text(argument.getValue())));
        return values;
    }

    private static String text(Object value) {
        return value != null && value.getClass().isArray()
                ? Arrays.deepToString(new Object[] {value})
                : String.valueOf(value);
    }

    /** The words into which a shell splits each line. */
    private static List<List<String>> throughAShell(List<String> lines) throws IOException {
        StringBuilder script = new StringBuilder();
        lines.forEach(line -> script.append("printf '%s\\0' ").append(line).append("; printf '\\1\\0'\n"));
        Process shell = new ProcessBuilder("bash", "-s").start();
        try (OutputStream in = shell.getOutputStream()) {
            in.write(script.toString().getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(out.split("\0\1\0"))
                .map(words -> List.of(words.split("\0", -1)))
                .toList();
    }

    private static void assertRepeated(String command, List<ParseResult> given) throws IOException {
        List<String> lines = given.stream()
                .map(one -> ShellWords.line(RepeatedRun.words(one, RepeatedRunIT::kept)))
                .toList();
        assertThat(lines).noneMatch(line -> line.contains("\n") || line.contains("\t"));
        List<List<String>> again = throughAShell(lines);
        assertThat(again).hasSameSizeAs(lines);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(again.get(i).getFirst()).isEqualTo(command);
            // Outputs are not in the line; those that must be there are added, as the user would.
            List<String> arguments = new ArrayList<>();
            given.get(i).commandSpec().options().stream()
                    .filter(option -> option.required() && !kept(option))
                    .forEach(option -> arguments.add(option.longestName() + "=elsewhere"));
            arguments.addAll(again.get(i).subList(1, again.get(i).size()));
            assertThat(values(commandLine(command).parseArgs(arguments.toArray(String[]::new))))
                    .as(lines.get(i))
                    .isEqualTo(values(given.get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionComesBack(String command) throws IOException {
        List<ParseResult> all = new ArrayList<>();
        for (OptionSpec option : commandLine(command).getCommandSpec().options()) {
            if (!kept(option)) {
                continue;
            }
            int before = all.size();
            for (List<String> use : uses(option)) {
                CommandLine line = commandLine(command);
                List<String> words =
                        new ArrayList<>(required(line, line.getCommandSpec().findOption(option.longestName())));
                words.addAll(use);
                parsed(line, words).ifPresent(all::add);
            }
            assertThat(all).as(command + " " + option.longestName()).hasSizeGreaterThan(before);
        }
        assertRepeated(command, all);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void argumentsWithoutANameComeBack(String command) throws IOException {
        CommandLine line = commandLine(command);
        List<ParseResult> all = new ArrayList<>();
        for (ArgSpec argument : line.getCommandSpec().positionalParameters()) {
            for (String text : TEXTS) {
                List<String> words = new ArrayList<>(required(line, argument));
                words.addAll(List.of("--", text));
                all.add(parsed(commandLine(command), words).orElseThrow());
            }
        }
        if (!all.isEmpty()) {
            assertRepeated(command, all);
        }
    }

    private static Optional<ParseResult> parsed(CommandLine line, List<String> words) {
        try {
            return Optional.of(line.parseArgs(words.toArray(String[]::new)));
        } catch (ParameterException e) {
            return Optional.empty();
        }
    }
}
