package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the executables and the table of the README with picocli's model of the commands. */
class LaunchersTest {
    static Stream<String> commands() {
        return Commands.everything().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAnExecutableOfItsOwn(String command) {
        Path executable = Path.of("bin", command);
        assertThat(executable)
                .hasContent(
                        "#!/bin/sh\nexec \"$(dirname \"$(readlink -f \"$0\")\")/expomotif\" " + command + " \"$@\"");
        assertThat(executable).isExecutable();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasARowInTheReadme(String command) throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")))
                .anyMatch(line -> line.startsWith("| `" + command + "` | "));
    }
}
