package org.expomotif.scan.shard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.shard.Shard;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.scan.Scans;
import org.expomotif.scan.input.ScanShard;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.SiteFile;
import org.expomotif.testing.Dna;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The merged shards of a scan have the bytes of the undivided scan. */
class ShardMergeTest {
    private static final ScanSettings SETTINGS = ScanSettings.of(Background.UNIFORM, true, 0.1);
    private static final List<DnaSequence> SEQUENCES = sequences(700, 0, 250, 4, 46);
    private static final int BASES = 1000;

    @TempDir
    private Path folder;

    /** Random letters in which both motifs are more frequent than by chance, so that q-values differ. */
    private static List<DnaSequence> sequences(int... lengths) {
        Random random = new Random(17);
        List<DnaSequence> sequences = new ArrayList<>();
        for (int length : lengths) {
            StringBuilder letters = new StringBuilder();
            while (letters.length() < length) {
                random.ints(5, 0, 4).forEach(code -> letters.append("ACGT".charAt(code)));
                letters.append("GCACG");
            }
            sequences.add(Dna.sequence("s" + sequences.size(), letters.substring(0, length)));
        }
        return sequences;
    }

    private static List<ScanMatrix> matrices() {
        double[] a = {.7, .1, .1, .1};
        double[] c = {.1, .7, .1, .1};
        double[] g = {.1, .1, .7, .1};
        return List.of(
                ScanMatrix.ofMotif(Motif.of("acg", new double[][] {a, c, g}), SETTINGS),
                ScanMatrix.ofMotif(Motif.of("gcac", new double[][] {g, c, a, c}), SETTINGS));
    }

    private static Scans scan(ScanReport report, HitFormat format, String... provenance) {
        return Scans.of(matrices(), SETTINGS).report(report).format(format).provenance(provenance);
    }

    /** Scans the shards; the files are given to the merge in the opposite order. */
    private List<String> shards(ScanReport report, HitFormat format, int count) throws IOException {
        List<String> files = new ArrayList<>();
        for (int number = count; number > 0; number--) {
            Shard shard = new Shard(number, count);
            ScanReport part = report.ofShard(new ScanShard(shard.from(BASES), shard.to(BASES)));
            files.add(file(
                    "shard" + number,
                    scan(part, format, "made by hand", shard.comment()).bytes(SEQUENCES)));
        }
        return files;
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private static byte[] merge(List<String> files) throws IOException {
        ByteArrayOutputStream merged = new ByteArrayOutputStream();
        try (ShardMerge merge = new ShardMerge(files)) {
            merge.writeHead(merged);
            for (int block = 0; block < merge.blocks(); block++) {
                merge.writeNextBlock(merged);
            }
            merge.checkEnd();
            merge.writeFoot(merged);
        }
        return merged.toByteArray();
    }

    static Stream<Arguments> reports() {
        return Stream.of(HitFormat.values())
                .flatMap(format -> Stream.of(
                        Arguments.of(format, ScanReport.ALL),
                        Arguments.of(format, ScanReport.ALL.byPosition()),
                        Arguments.of(format, ScanReport.WITH_Q_VALUES),
                        Arguments.of(format, ScanReport.ALL.withQValues(0.45).byPosition())));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theMergedFileIsThatOfTheUndividedScan(HitFormat format, ScanReport report) throws IOException {
        String whole = scan(report, format, "made by hand").scan(SEQUENCES);
        assertThat(whole.lines().count()).isGreaterThan(40);
        for (int count : new int[] {1, 3, 7}) {
            assertThat(new String(merge(shards(report, format, count)), UTF_8))
                    .as("%s shards", count)
                    .isEqualTo(whole);
        }
    }

    @Test
    void sitesAboveTheMaximumQValueAreOmitted() throws IOException {
        String all = scan(ScanReport.WITH_Q_VALUES, HitFormat.TSV).scan(SEQUENCES);
        byte[] some = merge(shards(ScanReport.ALL.withQValues(0.45), HitFormat.TSV, 3));
        assertThat(new String(some, UTF_8).lines().count())
                .isGreaterThan(10)
                .isLessThan(all.lines().count());
    }

    /**
     * The shard has bases 4 to 9. A site that begins at base 9 belongs to it, and those at bases 1, 2, 10 and 13 do
     * not.
     */
    @Test
    void theFileOfAShardHasABlockOfLinesPerMotif() {
        String text = scan(
                        ScanReport.ALL.ofShard(new ScanShard(3, 9)),
                        HitFormat.TSV,
                        "made by hand",
                        new Shard(2, 3).comment())
                .scan(List.of(Dna.sequence("s", "ACGTTTTTACGTACG")));
        List<String> lines = text.lines().toList();
        assertThat(lines)
                .startsWith(
                        "# made by hand",
                        "# part 2 of 3; expomotif merge puts the parts together",
                        "#blocks 2 0 tsv 1.0",
                        "#block " + (lines.get(4).length() + 1))
                .endsWith("#block 0", "#end")
                .hasSize(7);
        assertThat(lines.get(4)).startsWith("acg\t\ts\t9\t11\t+\t").endsWith("\t\tACG");
    }

    @Test
    void aShardIsNotWrittenBeforeItsEnd() {
        ShardSiteFile file = new ShardSiteFile(
                new ScanOutput(new ByteArrayOutputStream(), HitFormat.TSV, Provenance.of(List.of()), folder),
                Optional.empty(),
                1);
        assertThat(file.time()).isEqualTo(SiteFile.Time.AFTER_SCAN);
        assertThat(file.omitted()).isZero();
        assertThatThrownBy(() -> file.write(new byte[1], 1)).isInstanceOf(IllegalStateException.class);
    }

    /** A site per line with a placeholder of matrix 0 and the sum 10, which is a line feed. */
    private byte[] largeShard(int lines, int block) {
        StringBuilder text = new StringBuilder("# made by hand\n# part 1 of 1; \n#blocks 1 1 tsv 1.0\n");
        text.append(lines)
                .append(",0".repeat(100))
                .append(" 10:0.25:")
                .append(lines)
                .append(",\n");
        text.append("#block ").append(block).append('\n');
        for (int i = 0; i < lines; i++) {
            text.append(1_000_000 + i).append("\t\0\0\0\0\0\0\0\0\n\n");
        }
        return text.append("#end\n").toString().getBytes(ISO_8859_1);
    }

    /** A block is read in pieces of a megabyte, which end anywhere in its lines of 18 bytes. */
    @Test
    void largeBlocksAreReadInPieces() throws IOException {
        int lines = 150_000;
        String merged = new String(merge(List.of(file("large", largeShard(lines, 18 * lines)))), UTF_8);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            expected.add(1_000_000 + i + "\t0.25");
        }
        assertThat(merged.lines().filter(line -> line.startsWith("1")).toList()).isEqualTo(expected);
    }

    @Test
    void aBlockOfAnotherLengthIsDamaged() throws IOException {
        String tooLong = file("long", largeShard(10, 190));
        String tooShort = file("short", largeShard(10, 162));
        String longer = file("longer", largeShard(10, 1900));
        for (String damaged : List.of(tooLong, tooShort, longer)) {
            assertThatThrownBy(() -> merge(List.of(damaged)))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining(damaged);
        }
        assertThatThrownBy(() -> merge(List.of(longer))).hasMessageContaining("it ends early");
        assertThatThrownBy(() -> merge(List.of(tooShort))).hasMessageContaining("it ends early");
    }

    @Test
    void shardsWithoutTheirFirstLinesAreRefused() throws IOException {
        for (String text : List.of("", "# a\n", "motif_id\n", "# a\n#blocks 1 0 tsv 1.0\n#block 0\n#end\n")) {
            String file = file("other", text.getBytes(UTF_8));
            assertThatThrownBy(() -> merge(List.of(file)))
                    .as(text)
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("is not a shard of a scan")
                    .hasMessageContaining("give all shards of one run and nothing else");
        }
    }

    @Test
    void aMissingShardIsNamed() throws IOException {
        List<String> files = shards(ScanReport.ALL, HitFormat.TSV, 3);
        assertThatThrownBy(() -> new ShardMerge(files.subList(0, 2)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("shard 1 of 3 is missing");
    }
}
