package org.expomotif.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.dna.DnaSequence;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.kernel.ScanBackend;
import org.expomotif.scan.kernel.ScanBackends;
import org.expomotif.scan.matrix.MatrixSet;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.HitBatch;
import org.expomotif.scan.site.HitFormat;
import org.expomotif.scan.site.ScanOutput;
import org.expomotif.scan.site.ScanReport;
import org.expomotif.scan.site.Workers;

/** A scan in memory, for tests: all sites as FIMO's table on two threads, unless a method says otherwise. */
public final class Scans {
    private final MatrixSet matrices;
    private ScanBackend backend;
    private long memory = HitBatch.BYTES;
    private ScanReport report = ScanReport.ALL;
    private HitFormat format = HitFormat.TSV;
    private Provenance provenance = Provenance.of(List.of());
    private int threads = 2;
    private long sites;

    private Scans(MatrixSet matrices) {
        this.matrices = matrices;
        this.backend = ScanBackends.makeSuited(matrices.size());
    }

    public static Scans of(List<ScanMatrix> matrices, ScanSettings settings) {
        return new Scans(new MatrixSet(matrices, settings));
    }

    public Scans backend(ScanBackend other) {
        backend = other;
        return this;
    }

    /** Sets the number of bytes of slices and hits above which lines are stored. */
    public Scans memory(long bytes) {
        memory = bytes;
        return this;
    }

    public Scans report(ScanReport other) {
        report = other;
        return this;
    }

    public Scans format(HitFormat other) {
        format = other;
        return this;
    }

    public Scans provenance(String... lines) {
        provenance = Provenance.of(List.of(lines));
        return this;
    }

    public Scans threads(int number) {
        threads = number;
        return this;
    }

    /** Scans what {@code feed} adds, and returns the file of the sites. */
    public String feed(Consumer<ScanInput> feed) {
        return new String(bytes(feed), StandardCharsets.UTF_8);
    }

    private byte[] bytes(Consumer<ScanInput> feed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ScanOutput output = new ScanOutput(bytes, format, provenance, Path.of(System.getProperty("java.io.tmpdir")));
        try (Workers workers = new Workers(threads);
                SiteReport outputs = SiteReport.open(matrices, report, output, workers, memory)) {
            SequenceScan scan = SequenceScan.of(matrices, backend, outputs, workers, Progress.NONE);
            feed.accept(scan);
            scan.finish();
            outputs.commit();
            sites = outputs.sites();
        }
        return bytes.toByteArray();
    }

    /** Scans sequences, and returns the file of the sites. */
    public String scan(List<DnaSequence> sequences) {
        return feed(input -> sequences.forEach(sequence -> add(input, sequence)));
    }

    /** Scans sequences, and returns the bytes of the file of the sites; that of a shard is no text. */
    public byte[] bytes(List<DnaSequence> sequences) {
        return bytes((ScanInput input) -> sequences.forEach(sequence -> add(input, sequence)));
    }

    /** The number of sites that the last scan reported. */
    public long sites() {
        return sites;
    }

    private static void add(ScanInput input, DnaSequence sequence) {
        input.begin(sequence.name(), 1, sequence.name());
        input.add(sequence.letters(), 0, sequence.length());
    }

    /** The lines of a table without its header. */
    static List<String> rows(String table) {
        return table.lines().skip(1).toList();
    }
}
