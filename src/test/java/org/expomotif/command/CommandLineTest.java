package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Rules that hold for every command, checked on picocli's model. */
class CommandLineTest {
    static List<String> commands() {
        return Commands.COMMANDS.stream().map(Commands.Entry::name).toList();
    }

    private static CommandLine commandLine(String name) {
        return Commands.commandLine(Commands.find(name).orElseThrow());
    }

    private static CommandSpec spec(String name) {
        return commandLine(name).getCommandSpec();
    }

    @Test
    void namesAreUnique() {
        assertThat(commands()).doesNotHaveDuplicates();
        assertThat(Commands.everything().getSubcommands()).containsOnlyKeys(commands());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandAndOptionIsExplained(String name) {
        CommandSpec spec = spec(name);
        assertThat(spec.usageMessage().description()).isNotEmpty();
        for (OptionSpec option : spec.options()) {
            assertThat(option.description()).as(option.longestName()).isNotEmpty();
            assertThat(option.longestName()).matches("--[a-z][a-z0-9-]+");
        }
        spec.positionalParameters()
                .forEach(parameter -> assertThat(parameter.description()).isNotEmpty());
        assertThat(spec.optionsMap()).containsKeys("--help", "--version", "--quiet", "--debug", "--threads", "--seed");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpHasAnExampleThatParses(String name) {
        String footer = String.join("\n", spec(name).usageMessage().footer());
        List<String> examples = footer.replaceAll("\\\\\n *", "")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("expomotif " + name + " "))
                .toList();
        assertThat(examples).as("footer = \"  expomotif " + name + " ...\"").isNotEmpty();
        for (String example : examples) {
            String arguments = example.substring(("expomotif " + name + " ").length());
            commandLine(name).parseArgs(arguments.split(" +"));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noFileOfOptionsIsRead(String name) {
        assertThat(commandLine(name).isExpandAtFiles()).isFalse();
    }

    @Test
    void aValueThatBeginsWithAnAtSignIsAValue(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "password\n--no-such-option\n");
        Path motifs = Files.writeString(
                folder.resolve("m.meme"),
                "MEME version 4\n\nMOTIF m\nletter-probability matrix: alength= 4 w= 1\n1 0 0 0\n");
        Captured run = Captured.run("logo", motifs.toString(), "--id", "@" + secret);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("@" + secret).doesNotContain("password").doesNotContain("no-such-option");
    }

    @Test
    void theSameLetterAndNameMeanTheSameEverywhere() {
        Map<String, String> meaning = new HashMap<>();
        for (String command : commands()) {
            for (OptionSpec option : spec(command).options()) {
                List<String> names = List.of(option.names());
                if (command.equals("attribute") && names.contains("-o")) {
                    // The one exception: there --output says which output of the network is explained.
                    assertThat(names).containsExactly("-o", "--out");
                    continue;
                }
                for (String letter : names) {
                    if (letter.length() == 2) {
                        assertThat(meaning.computeIfAbsent(letter, key -> option.longestName()))
                                .as(command + " " + letter)
                                .isEqualTo(option.longestName());
                    }
                }
                assertThat(meaning.computeIfAbsent(option.longestName(), key -> names.toString()))
                        .as(command + " " + option.longestName())
                        .isEqualTo(names.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpGoesToStandardOutputAndAnUnknownOptionIsAUsageError(String name) {
        Captured help = Captured.run(name, "--help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: expomotif " + name)
                .contains("Options:", "Exit codes:", "Example:", "expomotif " + name + " ");

        Captured unknown = Captured.run(name, "--no-such-option");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err())
                .startsWith("expomotif " + name + ": error: ")
                .contains("expomotif " + name + " --help")
                .doesNotContain("\tat ");
        assertThat(unknown.err().lines()).hasSize(2);
    }

    @Test
    void theProgramListsItsCommands() {
        Captured help = Captured.run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains(commands()).contains("expomotif COMMAND --help");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(Captured.run("--version").out()).matches("expomotif [0-9].*\\R");
        assertThat(Captured.run("motifs", "--version").out())
                .isEqualTo(Captured.run("--version").out());
    }

    @Test
    void aMistypedCommandIsAUsageError() {
        assertThat(Captured.run("motif").err()).contains("no command 'motif'; did you mean motifs?");
        assertThat(Captured.run("motif").code()).isEqualTo(2);
        assertThat(Captured.run("--threads").code()).isEqualTo(2);
        assertThat(Captured.run().code()).isEqualTo(2);
    }
}
