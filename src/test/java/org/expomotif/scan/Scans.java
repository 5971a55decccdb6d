package org.expomotif.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.scan.kernel.ScanBackend;
import org.expomotif.scan.kernel.ScanBackends;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.HitBatch;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;

/** Scans in memory, for tests. */
public final class Scans {
    private Scans() {}

    static String scan(
            List<ScanMatrix> matrices, ScanSettings settings, HitFormat format, List<DnaSequence> sequences) {
        return scan(matrices, settings, format, sequences, 2);
    }

    static String scan(
            List<ScanMatrix> matrices,
            ScanSettings settings,
            HitFormat format,
            List<DnaSequence> sequences,
            int threads) {
        return scan(
                ScanBackends.makeSuited(matrices.size()),
                HitBatch.BYTES,
                matrices,
                settings,
                ScanReport.ALL,
                format,
                sequences,
                threads);
    }

    public static String scan(
            ScanBackends backend,
            List<ScanMatrix> matrices,
            ScanSettings settings,
            List<DnaSequence> sequences,
            int threads) {
        return scan(
                backend.make(), HitBatch.BYTES, matrices, settings, ScanReport.ALL, HitFormat.TSV, sequences, threads);
    }

    public static String scan(
            ScanBackend backend, List<ScanMatrix> matrices, ScanSettings settings, List<DnaSequence> sequences) {
        return scan(backend, HitBatch.BYTES, matrices, settings, ScanReport.ALL, HitFormat.TSV, sequences, 2);
    }

    /** Scans with a limit of bytes of slices and hits, above which lines are stored in a file. */
    public static String scan(
            long memory,
            List<ScanMatrix> matrices,
            ScanSettings settings,
            ScanReport report,
            List<DnaSequence> sequences) {
        return scan(
                ScanBackends.makeSuited(matrices.size()),
                memory,
                matrices,
                settings,
                report,
                HitFormat.TSV,
                sequences,
                2);
    }

    private static String scan(
            ScanBackend backend,
            long memory,
            List<ScanMatrix> matrices,
            ScanSettings settings,
            ScanReport report,
            HitFormat format,
            List<DnaSequence> sequences,
            int threads) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScanOutput output =
                new ScanOutput(bytes, format, Provenance.of(List.of()), Path.of(System.getProperty("java.io.tmpdir")));
        try (SequenceScan scan =
                new SequenceScan(matrices, backend, memory, settings, report, output, threads, Progress.NONE)) {
            sequences.forEach(sequence -> add(scan, sequence));
            scan.finish();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void add(SequenceScan scan, DnaSequence sequence) {
        scan.begin(sequence.name(), 1, sequence.name());
        scan.add(sequence.letters(), 0, sequence.length());
    }

    static String scanWithQValues(List<ScanMatrix> matrices, ScanSettings settings, List<DnaSequence> sequences) {
        return scan(
                ScanBackends.makeSuited(matrices.size()),
                HitBatch.BYTES,
                matrices,
                settings,
                ScanReport.WITH_Q_VALUES,
                HitFormat.TSV,
                sequences,
                2);
    }

    /** The lines of a table without its header. */
    static List<String> rows(String table) {
        return table.lines().skip(1).toList();
    }
}
