package org.expomotif.mutated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.dataset.Labels;
import org.expomotif.io.table.TableShards;
import org.expomotif.io.table.TsvReader;
import org.expomotif.io.track.Bed;
import org.expomotif.scan.matrix.BackgroundFile;
import org.expomotif.scan.shard.ShardMerge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables, regions, backgrounds and parts of runs with random faults. */
class MutatedTablesTest {
    private static final String BED = "track name=x\n# c\nchr1\t0\t10\tm\t0.5\t+\nchr2\t5\t9\n";
    private static final String LABELS = "id\tsplit\tA\tB\na\ttrain\t0\t1\nb\ttest\tNA\t0\nc\tvalid\t1\t1\n";
    private static final String TABLE_PART =
            "# a\n# part 1 of 1; expomotif merge puts the parts together\nid\tx\na\t1\n# end of the part\n";
    private static final String SCAN_PART = "# a\n# part 1 of 1; expomotif merge puts the parts together\n"
            + "#blocks 1 1 tsv 1.0\n" + "5,".repeat(100) + "7 12:0.25:1,\n#block 11\na\0\0\0\0\0\0\0\0\f\n#end\n";

    private record Row(String id, double x, long n) {}

    @TempDir
    private Path folder;

    @Test
    void tables() {
        Mutation mutation = new Mutation(folder);
        mutation.of(BED, file -> Bed.readAll(file));
        mutation.of(LABELS, file -> Labels.read(file));
        mutation.of("id\tx\tn\na\t0.5\t7\nb\tNA\t8\n", file -> TsvReader.readAll(file, Row.class));
        mutation.of("# order 0\nA 0.3\nC 0.2\nG 0.2\nT 0.3\nAA 0.1\n", file -> BackgroundFile.read(file));
    }

    @Test
    void parts() {
        Mutation mutation = new Mutation(folder);
        String whole = folder.resolve("whole").toString();
        mutation.of(TABLE_PART, file -> TableShards.of(List.of(file)).write(whole));
        mutation.of(SCAN_PART.getBytes(StandardCharsets.ISO_8859_1), MutatedTablesTest::merge);
    }

    private static void merge(String file) {
        try (ShardMerge merge = new ShardMerge(List.of(file));
                var out = java.io.OutputStream.nullOutputStream()) {
            merge.writeHead(out);
            for (int i = 0; i < merge.blocks(); i++) {
                merge.writeNextBlock(out);
            }
            merge.checkEnd();
            merge.writeFoot(out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
