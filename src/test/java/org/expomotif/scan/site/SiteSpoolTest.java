package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.scan.input.NamedRegion;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.kernel.SliceHits;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteSpoolTest {
    private static final ScanSettings SETTINGS = ScanSettings.of(Background.UNIFORM, true, 0.5);

    @TempDir
    Path folder;

    private final List<HitLines> lines = new ArrayList<>();

    @Test
    void sitesAreReadAsTheyWere() {
        Random random = new Random(5);
        int[] widths = {1, 4, 9, 30};
        List<ScanMatrix> matrices =
                Arrays.stream(widths).mapToObj(SiteSpoolTest::matrix).toList();
        IntStream.range(0, widths.length)
                .forEach(m -> lines.add(new HitLines(m, matrices.get(m), HitFormat.BED, true, true)));
        List<ScannedSlice> slices = List.of(
                slice(random, matrices, 400, 300), slice(random, matrices, 90, 5), slice(random, matrices, 2000, 3000));
        try (SiteSpool spool = new SiteSpool(lines, folder)) {
            slices.forEach(slice -> spool.append(spool.encode(slice)));
            assertThat(spool.slices()).isEqualTo(3);
            for (int i : new int[] {2, 0, 1}) {
                List<String> read = new ArrayList<>();
                SiteSpool.decode(spool.read(i), lines, site -> read.add(text(site, widths)));
                assertThat(read).isEqualTo(expected(slices.get(i), widths)).isNotEmpty();
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static ScanMatrix matrix(int width) {
        double[][] rows = new double[width][];
        Arrays.setAll(rows, i -> new double[] {.1 + .01 * i, .2, .3, .4 - .01 * i});
        return ScanMatrix.ofMotif(Motif.of("m" + width, rows), SETTINGS);
    }

    /** A slice of two pieces, one of which is a region with two summits, with hits at random places. */
    private static ScannedSlice slice(Random random, List<ScanMatrix> matrices, int length, int hitsOfEach) {
        byte[] letters = new byte[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) "ACGTacgtu".charAt(random.nextInt(9));
        }
        byte[] name = "chr%201".getBytes(StandardCharsets.UTF_8);
        NamedRegion region = new NamedRegion("peak \u00e9", List.of(7, 3_000_000_00));
        List<Slice.Piece> pieces = List.of(
                new Slice.Piece(
                        new ScannedSequence(0, "chr 1", name, "chr 1:1-9", Optional.of(region)), 5_000_000_000L, 0),
                new Slice.Piece(new ScannedSequence(1L << 40, "", new byte[0], "", Optional.empty()), 1, length / 2));
        int[] ends = new int[matrices.size()];
        List<int[]> hits = new ArrayList<>();
        for (int m = 0; m < ends.length; m++) {
            ScanMatrix matrix = matrices.get(m);
            random.ints(hitsOfEach, 0, length - matrix.width() + 1)
                    .sorted()
                    .distinct()
                    .forEach(position -> {
                        boolean minus = random.nextBoolean();
                        int lowest = matrix.strand(minus).minimumSum();
                        int sum = lowest
                                + random.nextInt(matrix.strand(minus).matrix().bestSum() - lowest + 1);
                        hits.add(new int[] {position, minus ? ~sum : sum});
                    });
            ends[m] = hits.size();
        }
        return new ScannedSlice(
                new Slice(letters, length, length, pieces),
                new SliceHits(
                        hits.stream().mapToInt(hit -> hit[0]).toArray(),
                        hits.stream().mapToInt(hit -> hit[1]).toArray(),
                        ends));
    }

    /** The sites by position, then by matrix, found without the code that is tested. */
    private static List<String> expected(ScannedSlice scanned, int[] widths) {
        List<String> texts = new ArrayList<>();
        for (int position = 0; position < scanned.slice().length(); position++) {
            for (int m = 0; m < widths.length; m++) {
                for (int hit = scanned.hits().from(m); hit < scanned.hits().to(m); hit++) {
                    if (scanned.hits().positions()[hit] == position) {
                        Slice.Piece piece =
                                scanned.slice().piece(scanned.slice().pieceAt(position, 0));
                        texts.add(text(scanned.site(m, hit, piece), widths));
                    }
                }
            }
        }
        return texts;
    }

    private static String text(Site site, int[] widths) {
        ScannedSequence sequence = site.sequence();
        String bases = new String(site.letters(), site.offset(), widths[site.matrix()], StandardCharsets.UTF_8);
        return String.join(
                " ",
                String.valueOf(site.matrix()),
                String.valueOf(site.key()),
                String.valueOf(site.start()),
                String.valueOf(sequence.number()),
                sequence.sequence(),
                new String(sequence.name(), StandardCharsets.UTF_8),
                sequence.label(),
                sequence.region().toString(),
                bases);
    }
}
