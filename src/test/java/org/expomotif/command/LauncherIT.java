package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts the launcher with a script in place of Java. */
class LauncherIT {
    /**
     * Maven does not rewrite an archive whose content would not change. The archive is then older than the changed
     * source.
     */
    @Test
    @EnabledOnOs(OS.LINUX)
    void buildsOnceWhenASourceWasTouched(@TempDir Path home) throws Exception {
        Path java = LauncherFolder.withJava(home, "echo started");
        Path source = Files.createDirectories(home.resolve("src/main")).resolve("A.java");
        Path installed = Files.createDirectories(home.resolve("target/expomotif-1/lib"));
        Files.createFile(installed.resolve("expomotif-1.jar"));
        Path archive = Files.createFile(home.resolve("target/expomotif-1.tar.gz"));
        Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minusSeconds(60)));
        Files.writeString(home.resolve("pom.xml"), "<version>1</version>\n");
        Files.createFile(source);
        LauncherFolder.executable(
                Files.writeString(java.resolveSibling("mvn"), "#!/bin/sh\necho built >>builds.txt\n"));
        for (int start = 0; start < 2; start++) {
            assertThat(said(home, Map.of("PATH", java.getParent() + ":" + System.getenv("PATH"))))
                    .isEqualTo("started\n");
            assertThat(home.resolve("builds.txt")).hasContent("built");
        }
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        said(home, Map.of("PATH", java.getParent() + ":" + System.getenv("PATH")));
        assertThat(home.resolve("builds.txt")).hasContent("built\nbuilt");
    }

    /** Java opens a file with an accent in its name only in a UTF-8 locale, and containers often have no locale. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "xx_XX.UTF-8", "C.UTF-8"})
    @EnabledOnOs(OS.LINUX)
    void javaRunsInALocaleThatKnowsEveryFileName(String locale, @TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/expomotif-1.jar"));
        LauncherFolder.withJava(home, "echo \"locale $LC_ALL\"");
        assertThat(said(home, Map.of("LC_ALL", locale))).isEqualTo("locale C.UTF-8\n");
    }

    /** Letters outside of ASCII are left to .ci/end-to-end: this JVM may not know them in file names. */
    @ParameterizedTest
    @ValueSource(strings = {"it's here", "a (copy)", "$HOME", "a\"b", "x;y&z", "[a]*", "back\\slash"})
    @EnabledOnOs(OS.LINUX)
    void runsFromAnyFolder(String name, @TempDir Path parent) throws Exception {
        Path home = Files.createDirectories(parent.resolve(name));
        Files.createDirectories(home.resolve("lib"));
        Path jar = Files.createFile(home.resolve("lib/expomotif-1.jar"));
        LauncherFolder.withJava(home, "printf '%s|' \"$@\"");
        assertThat(said(home, Map.of())).contains("|-jar|" + jar + "|");
    }

    @Test
    void aFolderThatJavaCannotStartFromIsNamed(@TempDir Path parent) throws Exception {
        Path home = parent.resolve("10:30");
        Files.createDirectories(home.resolve("lib"));
        LauncherFolder.withJava(home, "echo started");
        Process process = new ProcessBuilder(home.resolve("bin/expomotif").toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("expomotif: error: Java cannot start a program from a folder with a colon in its name; move "
                        + home + "\n");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    /** If CDPATH is exported, cd may change to another folder, and prints its name. */
    @Test
    void whereCdGoesDoesNotMatter(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/expomotif-1.jar"));
        LauncherFolder.withJava(home, "echo started");
        ProcessBuilder builder = new ProcessBuilder("bin/expomotif", "motifs", "x").directory(home.toFile());
        builder.environment()
                .putAll(Map.of("EXPOMOTIF_JAVA_HOME", home.toString(), "EXPOMOTIF_CACHE", "none", "CDPATH", "/usr"));
        Process process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("started\n");
        assertThat(process.waitFor()).isZero();
    }

    /** Otherwise the next file that is opened gets the number of a closed descriptor and is read as standard input. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aClosedDescriptorIsNotGivenToAnotherFile(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/expomotif-1.jar"));
        Path said = home.resolve("descriptors.txt");
        LauncherFolder.withJava(
                home, "found=$(readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2); echo $found >'" + said + "'");
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", "exec bin/expomotif motifs x <&- >&- 2>&-")
                .directory(home.toFile());
        builder.environment().putAll(Map.of("EXPOMOTIF_JAVA_HOME", home.toString(), "EXPOMOTIF_CACHE", "none"));
        assertThat(builder.start().waitFor()).isZero();
        assertThat(said).hasContent("/dev/null /dev/null /dev/null\n");
    }

    /** An old Java in JAVA_HOME and another one in front of the right one on the PATH, as on clusters with modules. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void anOldJavaIsPassedOver(@TempDir Path parent) throws Exception {
        Path home = Files.createDirectories(parent.resolve("home"));
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/expomotif-1.jar"));
        LauncherFolder.withJava(home, "echo right");
        Path old = Files.createDirectories(parent.resolve("old"));
        LauncherFolder.withJava(old, "echo old");
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Path links = Files.createDirectories(parent.resolve("with a space"));
        Files.createSymbolicLink(links.resolve("java"), home.resolve("bin/java"));
        String path = old.resolve("bin") + ":" + links + ":" + System.getenv("PATH");
        Map<String, String> environment = Map.of(
                "EXPOMOTIF_JAVA_HOME", "", "JAVA_HOME", old.toString(), "EXPOMOTIF_JDK_PLACES", "", "PATH", path);
        assertThat(said(home, environment)).isEqualTo("right\n");
    }

    /** The environment may turn on options of the shell in every script. */
    @ParameterizedTest
    @ValueSource(strings = {"errexit", "nounset", "noglob", "posix", "errexit:noglob:nounset:pipefail:posix"})
    @EnabledOnOs(OS.LINUX)
    void optionsOfTheShellDoNotMatter(String options, @TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("lib"));
        Files.createFile(home.resolve("lib/expomotif-1.jar"));
        LauncherFolder.withJava(home, "echo started");
        assertThat(said(home, Map.of("SHELLOPTS", options, "EXPOMOTIF_JAVA_HOME", "", "JAVA_HOME", home.toString())))
                .isEqualTo("started\n");
        assertThat(said(home, Map.of("SHELLOPTS", options, "EXPOMOTIF_CACHE", "")))
                .isEqualTo("started\n");
    }

    /** As in the GPU image, where a container may have no entry point. */
    @ParameterizedTest
    @CsvSource({
        "train --engine dl4j, checked train --engine dl4j",
        "train --engine=DL4J, checked train --engine=DL4J",
        "import model.zip, checked import model.zip",
        "train --engine dl4j --help, train --engine dl4j --help",
        "train --engine simd, train --engine simd",
        "scan --sequences x, scan --sequences x"
    })
    @EnabledOnOs(OS.LINUX)
    void theScriptOfTheAddOnStartsWhatNeedsDl4j(String arguments, String expected, @TempDir Path home)
            throws Exception {
        Path dl4j = Files.createDirectories(home.resolve("lib/dl4j"));
        Files.createFile(home.resolve("lib/expomotif-1.jar"));
        LauncherFolder.executable(Files.writeString(
                dl4j.resolve("start"), "#!/bin/sh\nexport EXPOMOTIF_JAVA_OPTS=checked\nexec \"$@\"\n"));
        String command = arguments.split(" ")[0];
        LauncherFolder.withJava(
                home,
                "case \" $* \" in *' checked '*) printf 'checked ' ;; esac; while [ \"$1\" != " + command
                        + " ]; do shift; done; echo \"$*\"");
        assertThat(said(home, Map.of(), arguments.split(" "))).isEqualTo(expected + "\n");
    }

    /** The standard output of a start. */
    private static String said(Path home, Map<String, String> environment) throws Exception {
        return said(home, environment, "motifs", "x");
    }

    private static String said(Path home, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(home.resolve("bin/expomotif").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(Map.of("EXPOMOTIF_JAVA_HOME", home.toString(), "EXPOMOTIF_CACHE", "none"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
