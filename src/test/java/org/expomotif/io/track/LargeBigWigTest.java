package org.expomotif.io.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with tens of thousands of sections or sequences. */
class LargeBigWigTest {
    @TempDir
    private Path folder;

    /** More sections than 256 nodes of 256: three levels. */
    @Test
    void theIndexGrows() throws IOException, DataFormatException {
        List<BigWig.FixedStep> stretches = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            stretches.add(new BigWig.FixedStep("c", 3 * i, new float[] {i}));
        }
        Path path = folder.resolve("a.bw");
        BigWig.write(path.toString(), Map.of("c", 210_000), stretches);
        ReadBigWig file = new ReadBigWig(path);
        assertThat(file.depth()).isEqualTo(3);
        assertThat(file.values()).hasSize(70_000).containsEntry("c:3", 1f).containsEntry("c:209997", 69_999f);
    }

    @Test
    void thereAreAtMost65535Sequences() {
        try (BigWig bigWig = BigWig.open(folder.resolve("b.bw").toString())) {
            for (int i = 0; i < 65_535; i++) {
                bigWig.add(new BigWig.FixedStep("s" + i, 0, new float[] {1}));
            }
            BigWig.FixedStep more = new BigWig.FixedStep("more", 0, new float[] {1});
            assertThatThrownBy(() -> bigWig.add(more))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("expected at most 65535, found 65536; write a bedGraph");
        }
    }
}
