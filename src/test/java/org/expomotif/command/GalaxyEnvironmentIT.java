package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the wrappers set in the environment of a job. */
class GalaxyEnvironmentIT {
    /** The lines of a template are one line for the shell of the job. */
    @ParameterizedTest
    @CsvSource({
        "'', '', '', installed",
        "4096, '', '', -Xmx3072m installed",
        "4096, -Xmx1g, '', -Xmx1g installed",
        "'', '', /cache, /cache"
    })
    void theHeapFollowsTheMemoryOfTheJob(String memory, String options, String cache, String expected)
            throws Exception {
        String template = GalaxyTool.all().values().iterator().next().template();
        String setting = template.substring(0, template.indexOf("#set"))
                .replace("\\$", "$")
                .replace('\n', ' ')
                .strip();
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", setting + " echo $EXPOMOTIF_JAVA_OPTS $EXPOMOTIF_CACHE");
        shell.environment()
                .putAll(Map.of("GALAXY_MEMORY_MB", memory, "EXPOMOTIF_JAVA_OPTS", options, "EXPOMOTIF_CACHE", cache));
        Process process = shell.redirectErrorStream(true).start();
        assertThat(process.inputReader().readAllAsString().strip()).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
    }
}
