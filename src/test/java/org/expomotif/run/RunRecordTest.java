package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
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
        options.put("--seed", "7");
        return new RunRecord(
                "0.1.0",
                List.of("scan", "--motifs", "my motifs.meme", "--no-revcomp"),
                options,
                Map.of("my \"motifs\".meme", "sha256:00"));
    }

    @Test
    void commentsContainVersionOptionsAndInputs() {
        assertThat(record().provenance().lines())
                .containsExactly(
                        "expomotif 0.1.0 scan",
                        "command: expomotif scan --motifs 'my motifs.meme' --no-revcomp",
                        "options: --motifs 'my motifs.meme' --no-revcomp --threshold 1.0E-4 --seed 7",
                        "input: my \"motifs\".meme sha256:00");
    }

    @Test
    void jsonContainsTheSame() {
        assertThat(record().json()).isEqualTo("""
                        {
                          "program": "expomotif",
                          "version": "0.1.0",
                          "command": "scan",
                          "command_line": "expomotif scan --motifs 'my motifs.meme' --no-revcomp",
                          "seed": 7,
                          "options": {
                            "--motifs": "my motifs.meme",
                            "--no-revcomp": "",
                            "--threshold": "1.0E-4",
                            "--seed": "7"
                          },
                          "inputs": {
                            "my \\"motifs\\".meme": "sha256:00"
                          }
                        }
                        """);
    }

    /** The checksum of "abc" is given in FIPS 180-2, appendix B.1. */
    @Test
    void checksumsAreSha256() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        assertThat(Checksum.of(file.toString()))
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Checksum.of("-")).isEqualTo("unknown");
    }

    /** The checksum of a stream is looked up when the lines are read, so that a stream that ends later is recorded. */
    @Test
    void theChecksumOfAStreamIsKnownAtItsEnd() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("a stream", Checksum.UNKNOWN);
        inputs.put("m.meme", "sha256:00");
        RunRecord record = new RunRecord("0.1.0", List.of("scan"), Map.of(), inputs);
        Provenance provenance = record.provenance();
        Checksum.Running running = Checksum.begin("a stream");
        running.update("xabcx".getBytes(StandardCharsets.US_ASCII), 1, 3);
        assertThat(provenance.lines()).last().isEqualTo("input: a stream unknown");
        running.finish();
        String known = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(provenance.head()).last().isEqualTo("input: m.meme sha256:00");
        assertThat(provenance.tail()).containsExactly("input: a stream " + known);
        assertThat(provenance.lines()).last().isEqualTo("input: a stream " + known);
        assertThat(record.json()).contains("\"a stream\": \"" + known + "\"");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Version.number()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }

    private record Counts(int usedRecords, List<String> names) {}

    @Test
    void aMemberCanBeAddedToTheJson() {
        String json = record().json();
        assertThat(record().json("counts", new Counts(3, List.of("a"))))
                .isEqualTo(json.substring(0, json.length() - 3) + """
                        ,
                          "counts": {
                            "used_records": 3,
                            "names": [ "a" ]
                          }
                        }
                        """);
    }
}
