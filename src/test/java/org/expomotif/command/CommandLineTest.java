package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Meme;
import org.expomotif.testing.TextFile;
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
    void aValueThatBeginsWithAnAtSignIsAValue(@TempDir Path folder) {
        Path secret = TextFile.write(folder.resolve("secret.txt"), "password\n--no-such-option\n");
        Path motifs = Meme.of("m", "A").write(folder.resolve("m.meme"));
        CommandLineRun.of("logo", motifs, "--id", "@" + secret)
                .run()
                .isRefused(1, "@" + secret)
                .standardError()
                .doesNotContain("password", "no-such-option");
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
    void helpGoesToStandardOutput(String name) {
        CommandResult help = CommandLineRun.of(name, "--help").run().succeeds();
        help.standardError().isEmpty();
        help.standardOutput()
                .startsWith("Usage: expomotif " + name)
                .contains("Options:", "Exit codes:", "Example:", "expomotif " + name + " ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void anUnknownOptionIsAUsageError(String name) {
        CommandResult unknown = CommandLineRun.of(name, "--no-such-option").run();
        unknown.isRefused(2, "expomotif " + name + " --help");
        unknown.standardError().startsWith("expomotif " + name + ": error: ").hasLineCount(2);
    }

    @Test
    void theProgramListsItsCommands() {
        CommandResult help = CommandLineRun.of("--help").run().succeeds();
        help.standardOutput().contains(commands()).contains("expomotif COMMAND --help");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void theProgramAndItsCommandsHaveOneVersion() {
        String version = CommandLineRun.of("--version").run().succeeds().out();
        assertThat(version).matches("expomotif [0-9].*\\R");
        CommandLineRun.of("motifs", "--version")
                .run()
                .succeeds()
                .standardOutput()
                .isEqualTo(version);
    }

    @Test
    void aMistypedCommandIsAUsageError() {
        CommandLineRun.of("motif").run().isRefused(2, "no command 'motif'; did you mean motifs?");
        CommandLineRun.of("--threads").run().exitsWith(2);
        CommandLineRun.of("").run().isRefused(2).standardError().startsWith("expomotif: error: no command ''\n");
    }

    @Test
    void noCommandIsAUsageError() {
        CommandLineRun.of().run().exitsWith(2);
    }
}
