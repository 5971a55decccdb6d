package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.matrix.MatrixSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sites of three motifs in both orders, with slices of any size, written at once or stored first. */
class SiteOrderTest {
    /** CAG is the reverse complement of CTG, so that each is found where the other is, on the other strand. */
    private static final MatrixSet MATRICES = SlicedScan.set(SlicedScan.EXACT, "CTG", "GGT", "CAG");

    private static final Consumer<ScanInput> SEQUENCES =
            SlicedScan.sequences("ACTGGTT", "", "TTTTTTTTT", "CAGACCCTG", "GG", "CTG");

    private static final List<String> BY_MATRIX = List.of(
            "CTG s1:2+ CTG",
            "CTG s4:1- CTG",
            "CTG s4:7+ CTG",
            "CTG s6:1+ CTG",
            "GGT s1:4+ GGT",
            "GGT s4:4- GGT",
            "CAG s1:2- CAG",
            "CAG s4:1+ CAG",
            "CAG s4:7- CAG",
            "CAG s6:1- CAG");

    private static final List<String> BY_POSITION = List.of(
            "CTG s1:2+ CTG",
            "CAG s1:2- CAG",
            "GGT s1:4+ GGT",
            "CTG s4:1- CTG",
            "CAG s4:1+ CAG",
            "GGT s4:4- GGT",
            "CTG s4:7+ CTG",
            "CAG s4:7- CAG",
            "CTG s6:1+ CTG",
            "CAG s6:1- CAG");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false", "5, true", "8, false", "1000, true", "1000, false"})
    void byPosition(int windows, boolean isDirect) {
        SlicedScan scan = new SlicedScan(MATRICES.matrices(), HitFormat.TSV, windows);
        SlicedScan.FileInMemory file = new SlicedScan.FileInMemory(isDirect);
        try (Workers workers = new Workers(1);
                SitesByPosition writer = new SitesByPosition(scan.lines(false), file, workers, folder)) {
            scan.scan(writer, SEQUENCES);
            assertThat(writer.sites()).isEqualTo(10);
        }
        assertThat(file.sites()).isEqualTo(BY_POSITION);
        assertThat(file.blocks()).containsExactly(isDirect ? 0 : file.text().length());
    }

    /** A limit of 0 bytes makes lines after every slice, one of 40 after some, and that of a scan at the end. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, true",
        "2, 0, false",
        "3, 40, true",
        "3, 40, false",
        "8, 0, true",
        "8, 301989888, true",
        "8, 301989888, false",
        "1000, 301989888, true"
    })
    void byMatrix(int windows, long limit, boolean isDirect) {
        SlicedScan scan = new SlicedScan(MATRICES.matrices(), HitFormat.TSV, windows);
        SlicedScan.FileInMemory file = new SlicedScan.FileInMemory(isDirect);
        List<HitLines> lines = scan.lines(false);
        try (Workers workers = new Workers(2);
                SitesByMatrix writer = new SitesByMatrix(lines, file, new HitBatch(lines, workers, limit), folder)) {
            scan.scan(writer, SEQUENCES);
            assertThat(writer.sites()).isEqualTo(10);
        }
        assertThat(file.sites()).isEqualTo(BY_MATRIX);
        assertThat(file.blocks()).hasSize(3);
        if (isDirect) {
            assertThat(file.blocks().getFirst())
                    .as("no line before the first matrix's")
                    .isZero();
        }
    }

    @Test
    void nothingIsStoredWhenAllSitesFitIntoOneBatch() {
        SlicedScan scan = new SlicedScan(MATRICES.matrices(), HitFormat.TSV, 3);
        SlicedScan.FileInMemory file = new SlicedScan.FileInMemory(true);
        List<HitLines> lines = scan.lines(false);
        try (Workers workers = new Workers(1);
                SitesByMatrix writer =
                        new SitesByMatrix(lines, file, new HitBatch(lines, workers, HitBatch.BYTES), folder)) {
            scan.scan(writer, SEQUENCES);
        }
        assertThat(file.blocks()).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void singleSitesAreWrittenAsTheyCome(boolean isDirect) {
        SlicedScan scan = new SlicedScan(MATRICES.matrices(), HitFormat.TSV, 1000);
        List<HitLines> lines = scan.lines(false);
        ScannedSlice slice = scan.slices(SEQUENCES).getFirst();
        Site third = slice.site(2, slice.hits().from(2), slice.slice().piece(0));
        Site first = slice.site(0, slice.hits().from(0), slice.slice().piece(0));
        SlicedScan.FileInMemory positions = new SlicedScan.FileInMemory(isDirect);
        SlicedScan.FileInMemory matrices = new SlicedScan.FileInMemory(isDirect);
        try (Workers workers = new Workers(1);
                SitesByPosition byPosition = new SitesByPosition(lines, positions, workers, folder);
                SitesByMatrix byMatrix = new SitesByMatrix(lines, matrices, new HitBatch(lines, workers, 1), folder)) {
            for (SiteWriter writer : List.of(byPosition, byMatrix)) {
                writer.write(third);
                writer.write(first);
                assertThat(writer.sites()).isEqualTo(2);
                writer.finish();
            }
        }
        assertThat(positions.sites()).containsExactly("CAG s1:2- CAG", "CTG s1:2+ CTG");
        assertThat(matrices.sites()).containsExactly("CTG s1:2+ CTG", "CAG s1:2- CAG");
    }
}
