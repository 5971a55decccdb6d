package org.expomotif.scan.count;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.io.numpy.NpyArray;
import org.expomotif.io.numpy.Npz;
import org.expomotif.motif.Background;
import org.expomotif.run.Provenance;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two sites of the first motif and one of the third in sequence a, none in b, one of the second in c. */
class SiteCountsTest {
    private static final ScanSettings SETTINGS = ScanSettings.of(Background.UNIFORM, false, 1e-3);

    @TempDir
    private Path folder;

    private Path write(String name) {
        Path file = folder.resolve(name);
        try (SiteCounts counts = new SiteCounts(
                file.toString(), List.of(matrix("m1"), matrix("m\t2"), matrix("m3")), Provenance.of(List.of("made")))) {
            counts.site(site(0));
            counts.site(site(2));
            counts.site(site(0));
            counts.endOfSequence(sequence("a\tx"));
            counts.endOfSequence(sequence("b"));
            counts.site(site(1));
            counts.endOfSequence(sequence("c"));
            counts.finish();
            counts.commit();
        }
        return file;
    }

    private static ScanMatrix matrix(String id) {
        return ScanMatrix.ofScores(id, new double[][] {{0, 1, 2, 3}}, 0, SETTINGS);
    }

    private static ScannedSequence sequence(String label) {
        return new ScannedSequence(0, "name", "name".getBytes(US_ASCII), label, Optional.empty());
    }

    private static Site site(int matrix) {
        return new Site(matrix, 5, sequence("ignored"), 1, new byte[1], 0);
    }

    @Test
    void aTableHasARowPerSequenceAndAColumnPerMotif() throws IOException {
        assertThat(Files.readString(write("counts.tsv"))).isEqualTo("""
                sequence\tm1\tm 2\tm3
                a x\t2\t0\t1
                b\t0\t0\t0
                c\t0\t1\t0
                # made
                """);
    }

    @Test
    void anNpzFileHasThreeArrays() {
        Map<String, NpyArray> arrays = Npz.read(write("COUNTS.NPZ").toString());
        assertThat(arrays.keySet()).containsExactly("counts", "sequences", "motifs");
        assertThat(arrays.get("counts").shape()).containsExactly(3, 3);
        assertThat(arrays.get("counts").ints()).containsExactly(2, 0, 1, 0, 0, 0, 0, 1, 0);
        assertThat(arrays.get("sequences").strings()).containsExactly("a\tx", "b", "c");
        assertThat(arrays.get("motifs").strings()).containsExactly("m1", "m\t2", "m3");
    }

    @Test
    void aSparseMatrixHasThreeFiles() throws IOException {
        assertThat(Files.readString(write("counts.mtx"))).endsWith("\n% made\n3 3 3\n1 1 2\n1 3 1\n3 2 1\n");
        assertThat(folder.resolve("counts.rows.txt")).hasContent("a x\nb\nc");
        assertThat(folder.resolve("counts.columns.txt")).hasContent("m1\nm 2\nm3");
    }

    @Test
    void nothingAppearsWithoutACommit() {
        for (String name : List.of("counts.tsv", "counts.npz", "counts.mtx")) {
            SiteCounts counts =
                    new SiteCounts(folder.resolve(name).toString(), List.of(matrix("m")), Provenance.of(List.of()));
            counts.endOfSequence(sequence("a"));
            counts.close();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
