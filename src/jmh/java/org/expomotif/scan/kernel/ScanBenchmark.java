package org.expomotif.scan.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.scan.input.Slice;
import org.expomotif.scan.matrix.IntegerMatrix;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The backends of a scan on one slice of 65,536 bases with 128 matrices of 6 to 20 positions, p < 1e-4, and the sums of
 * all windows of one matrix of 15 positions, on both strands at once and strand by strand. VECTOR_256 needs a processor
 * or {@code -jvmArgsAppend -XX:UseAVX=2} that makes it fast, and the compiler's directives of the launcher.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class ScanBenchmark {
    private static final int WINDOWS = 1 << 16;
    private static final int MATRICES = 128;
    private static final int WIDTH = 15;

    /** The backend to measure. */
    @Param({"VECTOR_512", "VECTOR_256", "VECTOR_128", "TABLES", "PLAIN"})
    public ScanBackends backend = ScanBackends.PLAIN;

    private final SplittableRandom random = new SplittableRandom(1);
    private final HitBuffer hits = new HitBuffer();
    private final int[] sums = new int[WINDOWS];
    private Optional<ScanBackend.SetScanner> scanner = Optional.empty();
    private Optional<SliceCodes> slice = Optional.empty();
    private Optional<StrandSums> both = Optional.empty();
    private List<GroupedSums> strands = List.of();

    /** Makes matrices and a slice. */
    @Setup(Level.Trial)
    public void prepare() {
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, true, 1e-4);
        List<ScanMatrix> matrices = new ArrayList<>();
        for (int m = 0; m < MATRICES; m++) {
            matrices.add(ScanMatrix.ofMotif(Motif.of("m" + m, rows(6 + m % 15)), settings));
        }
        scanner = Optional.of(backend.make().prepare(matrices));
        byte[] letters = new byte[WINDOWS + 64];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) "ACGT".charAt(random.nextInt(4));
        }
        slice = Optional.of(SliceCodes.of(new Slice(letters, letters.length, WINDOWS, List.of()), 20, false));
        IntegerMatrix plus =
                ScanMatrix.ofMotif(Motif.of("m", rows(WIDTH)), settings).plus().matrix();
        both = Optional.of(new StrandSums(plus, plus.reverseComplement()));
        strands = List.of(new GroupedSums(plus), new GroupedSums(plus.reverseComplement()));
    }

    private double[][] rows(int width) {
        double[][] rows = new double[width][];
        Arrays.setAll(rows, i -> {
            double[] row = new double[4];
            Arrays.fill(row, 0.05);
            row[random.nextInt(4)] += 0.8;
            return row;
        });
        return rows;
    }

    /** Finds the hits of all matrices in the slice. */
    @Benchmark
    public SliceHits scan() {
        return scanner.orElseThrow().scan(slice.orElseThrow(), WINDOWS, hits);
    }

    /** Sums all windows of a matrix on both strands at once. */
    @Benchmark
    public int[] sumsOfBothStrands() {
        both.orElseThrow().sum(slice.orElseThrow().fives(), 0, sums, WINDOWS);
        return sums;
    }

    /** Sums all windows of a matrix strand by strand: the plain counterpart. */
    @Benchmark
    public int[] sumsStrandByStrand() {
        short[] fives = slice.orElseThrow().fives();
        for (int i = 0; i < WINDOWS; i++) {
            sums[i] = strands.getFirst().sum(fives, i) + (strands.getLast().sum(fives, i) << Character.SIZE);
        }
        return sums;
    }
}
