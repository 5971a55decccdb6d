package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitStoreTest {
    @TempDir
    private Path folder;

    /** In memory, in the file, and both; with 70,000 bytes per line, not copied to memory first. */
    @ParameterizedTest
    @CsvSource({"1000, 0", "0, 0", "12, 0", "1000, 70000", "12, 70000"})
    void storedLinesKeepTheirOrder(int memory, int padding) throws IOException {
        StringBuilder text = new StringBuilder();
        try (HitStore store = new HitStore(2, folder, memory)) {
            assertThat(store.isEmpty()).isTrue();
            for (int i = 0; i < 9; i++) {
                String words = "line" + i + " ".repeat(i == 5 ? padding : 0) + "\nrest";
                byte[] line = words.getBytes(StandardCharsets.US_ASCII);
                store.append(i % 2, line, line.length - 4);
            }
            assertThat(store.isEmpty()).isFalse();
            assertThat(List.of(store.length(0), store.length(1))).containsExactly(30L, 24L + padding);
            store.drain(lines -> text.append(new String(lines, StandardCharsets.US_ASCII)));
        }
        assertThat(text.toString().replaceAll("\\s|line", "")).isEqualTo("024681357");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
