package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the program, executables and the README's table, against the commands as picocli knows them. */
class LaunchersTest {
    static Stream<String> commands() {
        return Expomotif.everything().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAnExecutableOfItsOwn(String command) throws IOException {
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

    /** Java opens a name with an accent under a locale of UTF-8 alone, and containers often have no locale at all. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "xx_XX.UTF-8", "C.UTF-8"})
    @EnabledOnOs(OS.LINUX)
    void javaRunsInALocaleThatKnowsEveryFileName(String locale, @TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        Files.copy(Path.of("bin/expomotif"), home.resolve("bin/expomotif"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(home.resolve("lib/expomotif-1.jar"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\nMODULES=\"java.base\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho \"locale $LC_ALL\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("bin/expomotif").toString(), "motifs", "x");
        builder.environment()
                .putAll(Map.of("LC_ALL", locale, "EXPOMOTIF_JAVA_HOME", home.toString(), "EXPOMOTIF_CACHE", "none"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said).isEqualTo("locale C.UTF-8\n");
    }
}
