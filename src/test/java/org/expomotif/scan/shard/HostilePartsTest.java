package org.expomotif.scan.shard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts of a scan with counts, lengths and sites that no scan has written. */
class HostilePartsTest {
    private static final String HEAD = "# a\n# part 1 of 1; expomotif merge puts the parts together\n";
    private static final String COUNTS = "1" + ",1".repeat(100);
    private static final String HOLE = "a\0\0\0\0\0\0\0\0\f\n";
    private static final String WHOLE =
            HEAD + "#blocks 1 1 tsv 1.0\n" + COUNTS + " 12:0.25:1,\n#block 11\n" + HOLE + "#end\n";

    @TempDir
    private Path folder;

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of(WHOLE.replace("#blocks 1 1", "#blocks -1 -1"), "after #blocks"),
                Arguments.of(WHOLE.replace("#blocks 1 1", "#blocks 1 2147483647"), "cannot be read"),
                Arguments.of(WHOLE.replace("#blocks 1 1", "#blocks 2147483647 1"), "expected a line that begins"),
                Arguments.of(WHOLE.replace("#blocks 1 1", "#blocks 9999999999 1"), "a number at its head"),
                Arguments.of(WHOLE.replace("tsv 1.0", "tsv NaN"), "after #blocks"),
                Arguments.of(WHOLE.replace("tsv", "xyz"), "the format xyz is unknown"),
                Arguments.of(WHOLE.replace("12:0.25:1", "12:0.25:-1"), "expected key:pvalue:count"),
                Arguments.of(WHOLE.replace("12:0.25:1", "12:NaN:1"), "expected key:pvalue:count"),
                Arguments.of(WHOLE.replace("12:0.25:1", "13:0.25:1"), "a site that its counts lack"),
                Arguments.of(WHOLE.replace("a\0\0", "a\0\u007f"), "a site that its counts lack"),
                Arguments.of(WHOLE.replace("#block 11\n" + HOLE, "#block 5\na\0\0\0\n"), "counts lack"),
                Arguments.of(WHOLE.replace("#block 11", "#block 9223372036854775807"), "it ends early"),
                Arguments.of(WHOLE.replace("#block 11", "#block -1"), "a length of at least 0"),
                Arguments.of(WHOLE.replace("#block 11", "#block x"), "the length of a block"),
                Arguments.of(WHOLE.replace("part 1 of 1", "part 3 of 2"), "the file is not a shard of a scan"),
                Arguments.of("# " + "x".repeat(2_000_000) + WHOLE, "the file is not a shard of a scan"),
                Arguments.of(
                        WHOLE.replace("#block 11\n" + HOLE, "#block 20000000\n" + "x".repeat(20_000_000)),
                        "a line has more than"));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void whatNoScanHasWrittenIsRefused(String content, String message) throws IOException {
        Path file = Files.write(folder.resolve("p"), content.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> merge(file.toString()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message);
    }

    private static void merge(String file) throws IOException {
        try (ShardMerge merge = new ShardMerge(List.of(file));
                OutputStream out = OutputStream.nullOutputStream()) {
            for (int i = 0; i < merge.blocks(); i++) {
                merge.writeNextBlock(out);
            }
            merge.checkEnd();
        }
    }
}
