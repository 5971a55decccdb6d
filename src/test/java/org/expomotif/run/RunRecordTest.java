package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    @TempDir
    Path folder;

    private static RunRecord record() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--motifs", "my motifs.meme");
        options.put("--no-revcomp", "");
        options.put("--threshold", "1.0E-4");
        return new RunRecord("0.1.0", "scan", options, Map.of("my \"motifs\".meme", "sha256:00"));
    }

    @Test
    void commentsTellVersionOptionsAndInputs() {
        assertThat(record().provenance().lines())
                .containsExactly(
                        "expomotif 0.1.0 scan",
                        "options: --motifs 'my motifs.meme' --no-revcomp --threshold 1.0E-4",
                        "input: my \"motifs\".meme sha256:00");
    }

    @Test
    void jsonTellsTheSame() {
        assertThat(record().json()).isEqualTo("""
                        {
                          "program": "expomotif",
                          "version": "0.1.0",
                          "command": "scan",
                          "options": {
                            "--motifs": "my motifs.meme",
                            "--no-revcomp": "",
                            "--threshold": "1.0E-4"
                          },
                          "inputs": {
                            "my \\"motifs\\".meme": "sha256:00"
                          }
                        }
                        """);
    }

    /** The checksum of "abc" stands in FIPS 180-2, appendix B.1. */
    @Test
    void checksumsAreSha256() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        assertThat(Checksum.of(file.toString()))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Checksum.of("-")).isEqualTo("unknown");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Version.number()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }
}
