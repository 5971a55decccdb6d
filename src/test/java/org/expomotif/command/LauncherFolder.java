package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder in which the launcher starts a script in place of Java. */
final class LauncherFolder {
    private LauncherFolder() {}

    /** The launcher, and beside it a Java that is a script of one line. */
    static Path withJava(Path home, String line) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.copy(Path.of("bin/expomotif"), home.resolve("bin/expomotif"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\nMODULES=\"java.base\"\n");
        return executable(Files.writeString(home.resolve("bin/java"), "#!/bin/sh\n" + line + "\n"));
    }

    /** Makes a file executable and returns its path. */
    static Path executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
