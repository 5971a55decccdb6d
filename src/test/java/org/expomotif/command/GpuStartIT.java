package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the GPU image: native code is unpacked where no other user can exchange it. */
class GpuStartIT {
    private static final String OPTION = "-Dorg.bytedeco.javacpp.cachedir=";

    @TempDir
    private Path temporary;

    /** The folder for native code that the script chooses. */
    private Path folder() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "sh", "containers/gpu-start", "sh", "-c", "printf '%s' \"${EXPOMOTIF_JAVA_OPTS%% *}\"");
        builder.environment().put("EXPOMOTIF_NO_GPU", "1");
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().remove("EXPOMOTIF_JAVA_OPTS");
        Process process = builder.start();
        String option = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(option).startsWith(OPTION);
        return Path.of(option.substring(OPTION.length()));
    }

    private static void assertPrivate(Path folder) throws IOException {
        assertThat(folder).isDirectory();
        assertThat(Files.isSymbolicLink(folder)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void theFolderIsTheUsersOwnAndUsedAgain() throws IOException, InterruptedException {
        Path first = folder();
        assertPrivate(first);
        assertThat(folder()).isEqualTo(first);
    }

    @Test
    void aFolderThatOthersCanWriteIsNotUsed() throws IOException, InterruptedException {
        Path shared = folder();
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path other = folder();
        assertThat(other).isNotEqualTo(shared);
        assertPrivate(other);
    }

    @Test
    void aLinkIsNotFollowed() throws IOException, InterruptedException {
        Path usual = folder();
        Files.delete(usual);
        Files.createSymbolicLink(usual, Files.createDirectory(temporary.resolve("elsewhere")));
        Path other = folder();
        assertThat(other).isNotEqualTo(usual);
        assertPrivate(other);
    }
}
