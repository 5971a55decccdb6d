package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
    static Stream<Commands.Entry> commands() {
        return Commands.COMMANDS.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void examplesAreNotBroken(Commands.Entry entry) {
        CommandLine line = Commands.commandLine(entry);
        String[] footer = line.getCommandSpec().usageMessage().footer();
        assertThat(footer).allMatch(text -> text.length() <= 100, "fits into a line of the help");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsExplained(Commands.Entry entry) {
        assertThat(Commands.commandLine(entry).getCommandSpec().options())
                .allSatisfy(option -> assertThat(String.join(" ", option.description()))
                        .as(option.longestName())
                        .endsWith("."));
    }
}
