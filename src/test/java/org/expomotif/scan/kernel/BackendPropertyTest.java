package org.expomotif.scan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.expomotif.testing.Dna.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.Nucleotide;
import org.expomotif.io.table.CFormat;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.scan.Scans;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.matrix.ScoreDistribution;
import org.expomotif.scan.site.ScanReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scanner against a double loop over all windows that sums cells and uses the whole distribution. */
@Tag("vectors")
class BackendPropertyTest {
    private static final Background BACKGROUND = new Background(0.3, 0.2, 0.24, 0.26);

    @Test
    void equalsTheDoubleLoopForAnyMotifSequenceThresholdAndThreads() {
        Random random = new Random(8);
        for (int round = 0; round < 60; round++) {
            double threshold = round % 4 == 0
                    ? Math.pow(10, -2 - 8 * random.nextDouble())
                    : Math.pow(10, -4 * random.nextDouble());
            boolean bothStrands = random.nextInt(4) > 0;
            ScanSettings settings = ScanSettings.of(BACKGROUND, bothStrands, threshold);
            List<Motif> motifs = new ArrayList<>();
            for (int m = 0; m < 1 + random.nextInt(4); m++) {
                motifs.add(motif("m" + m, 1 + random.nextInt(round % 10 == 0 ? 60 : 12), random));
            }
            List<DnaSequence> sequences = new ArrayList<>();
            for (int s = 0; s < random.nextInt(8); s++) {
                sequences.add(sequence("s" + s, letters(random.nextInt(s == 0 ? 3000 : 40), random)));
            }
            StringBuilder expected = new StringBuilder();
            motifs.forEach(motif -> sequences.forEach(sequence -> naive(motif, sequence, settings, expected)));
            List<ScanMatrix> matrices = motifs.stream()
                    .map(motif -> ScanMatrix.ofMotif(motif, settings))
                    .toList();
            for (ScanBackends backend : ScanBackends.values()) {
                String found = scan(backend, matrices, settings, 1 + round % 3, sequences);
                assertThat(found.substring(found.indexOf('\n') + 1))
                        .as("round %d, %s", round, backend)
                        .isEqualTo(expected.toString());
            }
        }
    }

    @Test
    void backendsAgreeOnLongSequences() {
        Random random = new Random(9);
        List<DnaSequence> sequences =
                List.of(sequence("a", letters(200_000, random)), sequence("b", letters(70_001, random)));
        for (double threshold : new double[] {1e-2, 1e-3, 1e-4, 1e-5, 1e-10}) {
            ScanSettings settings = ScanSettings.of(BACKGROUND, true, threshold);
            List<ScanMatrix> matrices = new ArrayList<>();
            for (int width = 1; width <= 60; width += 1 + width / 8) {
                matrices.add(ScanMatrix.ofMotif(motif("m" + width, width, random), settings));
            }
            String plain = scan(ScanBackends.PLAIN, matrices, settings, 2, sequences);
            for (ScanBackends backend : ScanBackends.values()) {
                assertThat(scan(backend, matrices, settings, 1, sequences).equals(plain))
                        .as("%s at %s", backend, threshold)
                        .isTrue();
            }
            assertThat(plain.lines().count()).isGreaterThan(threshold > 2e-5 ? 100 : 0);
        }
    }

    @Test
    void switchesToTheOtherBackendDuringAScan() {
        Random random = new Random(11);
        List<DnaSequence> sequences = List.of(sequence("a", letters(900_000, random)));
        ScanSettings settings = ScanSettings.of(BACKGROUND, true, 1e-3);
        List<ScanMatrix> matrices = IntStream.range(0, 3)
                .mapToObj(m -> ScanMatrix.ofMotif(motif("m" + m, 5 + 30 * m, random), settings))
                .toList();
        AtomicInteger before = new AtomicInteger();
        AtomicInteger after = new AtomicInteger();
        WarmingBackend turning = new WarmingBackend(
                counted(new TablesBackend(), before),
                counted(new PrefilterBackend(new PairPrefilter128()), after),
                () -> {},
                500_000);
        // The first matrices of the slices wait for the switch once it is due, so that both backends are used.
        MatrixBackend waiting = matrix -> {
            WindowScanner scanner = turning.prepare(matrix);
            return (slice, windows, hits) -> {
                if (before.get() > 9) {
                    await(turning::isWarm);
                }
                scanner.scan(slice, windows, hits);
            };
        };
        String found = Scans.of(matrices, settings).backend(waiting).scan(sequences);
        assertThat(found).isEqualTo(scan(ScanBackends.PLAIN, matrices, settings, 2, sequences));
        assertThat(found.lines().count()).isGreaterThan(1000);
        assertThat(before.get()).isBetween(8, 20);
        assertThat(before.get() + after.get()).isEqualTo(3 * 14);
    }

    @Test
    void switchesToTheLanesDuringAScan() {
        Random random = new Random(12);
        ScanSettings settings = ScanSettings.of(BACKGROUND, true, 1e-2);
        List<ScanMatrix> matrices = IntStream.range(0, 20)
                .mapToObj(m -> ScanMatrix.ofMotif(motif("m" + m, 5 + m, random), settings))
                .toList();
        List<DnaSequence> sequences = List.of(sequence("a", letters(400_000, random)));
        WarmingLanes backend = new WarmingLanes(new TablesBackend(), 2_000_000, 1e9);
        List<WarmingLanes.Scanner> made = new ArrayList<>();
        AtomicInteger warm = new AtomicInteger();
        String found = Scans.of(matrices, settings)
                .backend(all -> {
                    WarmingLanes.Scanner scanner = backend.prepare(all);
                    made.add(scanner);
                    AtomicInteger slices = new AtomicInteger();
                    return (slice, windows, buffer) -> {
                        if (slices.incrementAndGet() > 5) {
                            await(scanner::isWarm);
                        }
                        warm.addAndGet(scanner.isWarm() ? 1 : 0);
                        return scanner.scan(slice, windows, buffer);
                    };
                })
                .scan(sequences);
        assertThat(found).isEqualTo(scan(ScanBackends.PLAIN, matrices, settings, 2, sequences));
        assertThat(found.lines().count()).isGreaterThan(1000);
        assertThat(made).hasSize(1);
        assertThat(warm.get()).isPositive();
    }

    private static String scan(
            ScanBackends backend,
            List<ScanMatrix> matrices,
            ScanSettings settings,
            int threads,
            List<DnaSequence> sequences) {
        return Scans.of(matrices, settings)
                .backend(backend.make())
                .threads(threads)
                .scan(sequences);
    }

    private static MatrixBackend counted(MatrixBackend backend, AtomicInteger calls) {
        return matrix -> {
            WindowScanner scanner = backend.prepare(matrix);
            return (slice, windows, hits) -> {
                calls.incrementAndGet();
                scanner.scan(slice, windows, hits);
            };
        };
    }

    private static void await(BooleanSupplier isWarm) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isWarm.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the switch").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void linesThatDoNotFitIntoMemoryComeInTheSameOrder() {
        Random random = new Random(10);
        List<DnaSequence> sequences =
                List.of(sequence("a", letters(300_000, random)), sequence("b", letters(100_000, random)));
        ScanSettings settings = ScanSettings.of(BACKGROUND, true, 1e-2);
        List<ScanMatrix> matrices = IntStream.range(0, 3)
                .mapToObj(m -> ScanMatrix.ofMotif(motif("m" + m, 8, random), settings))
                .toList();
        for (ScanReport report : List.of(ScanReport.ALL, ScanReport.WITH_Q_VALUES)) {
            String whole = Scans.of(matrices, settings).report(report).scan(sequences);
            assertThat(whole.lines().count()).isGreaterThan(1000);
            for (long memory : new long[] {1, 150_000}) {
                assertThat(Scans.of(matrices, settings)
                                .report(report)
                                .memory(memory)
                                .scan(sequences)
                                .equals(whole))
                        .isTrue();
            }
        }
    }

    private static void naive(Motif motif, DnaSequence sequence, ScanSettings settings, StringBuilder out) {
        IntegerMatrix plus = IntegerMatrix.ofMotif(motif, settings.background(), settings.pseudocount());
        IntegerMatrix minus = plus.reverseComplement();
        ScoreDistribution plusP = ScoreDistribution.of(plus, settings.background());
        ScoreDistribution minusP = ScoreDistribution.of(minus, settings.background());
        for (int start = 0; start + motif.width() <= sequence.length(); start++) {
            String window =
                    new String(sequence.letters(), start, motif.width(), java.nio.charset.StandardCharsets.US_ASCII);
            naive(motif, sequence, start, '+', plus, plusP, window, settings, out);
            if (settings.bothStrands()) {
                naive(motif, sequence, start, '-', minus, minusP, reversed(window), settings, out);
            }
        }
    }

    private static void naive(
            Motif motif,
            DnaSequence sequence,
            int start,
            char strand,
            IntegerMatrix matrix,
            ScoreDistribution distribution,
            String window,
            ScanSettings settings,
            StringBuilder out) {
        int sum = 0;
        for (int i = 0; i < motif.width(); i++) {
            byte code = Nucleotide.code(sequence.letters()[start + i]);
            if (code == Nucleotide.UNKNOWN) {
                return;
            }
            sum += matrix.cell(i, code);
        }
        double p = distribution.pValue(sum);
        if (p <= settings.threshold()) {
            out.append(String.join(
                            "\t",
                            motif.id(),
                            "",
                            sequence.name(),
                            "" + (start + 1),
                            "" + (start + motif.width()),
                            "" + strand,
                            CFormat.g(matrix.score(sum), 6),
                            CFormat.g(p, 3),
                            "",
                            window))
                    .append('\n');
        }
    }

    private static String reversed(String window) {
        StringBuilder text = new StringBuilder();
        for (char letter : window.toUpperCase(Locale.ROOT).toCharArray()) {
            text.insert(0, "TGCAANY-".charAt("ACGTUNR-".indexOf(letter)));
        }
        return text.toString();
    }

    private static Motif motif(String id, int width, Random random) {
        double[][] rows = new double[width][4];
        for (double[] row : rows) {
            double sum = 0;
            for (int a = 0; a < 4; a++) {
                row[a] = random.nextInt(4) == 0 ? 0 : Math.pow(random.nextDouble(), 3);
                sum += row[a];
            }
            for (int a = 0; a < 4; a++) {
                row[a] = sum == 0 ? 0.25 : row[a] / sum;
            }
        }
        return new Motif(id, "", rows, random.nextInt(200), "");
    }

    private static String letters(int length, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            if (random.nextInt(100) == 0) {
                text.append("N".repeat(Math.min(length - text.length(), random.nextInt(30))));
            } else {
                text.append("ACGTacgtACGTacgtACGTacgtACGTacgtUuR-".charAt(random.nextInt(36)));
            }
        }
        return text.toString();
    }
}
