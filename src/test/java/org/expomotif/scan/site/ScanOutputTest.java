package org.expomotif.scan.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first and last lines of the output, and the file of a whole scan. */
class ScanOutputTest {
    private static final String TABLE = "motif_id\tmotif_alt_id\tsequence_name\tstart\tstop\tstrand\tscore\tp-value"
            + "\tq-value\tmatched_sequence";
    private static final Provenance PROVENANCE = Provenance.of(List.of("made by hand"));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ScanOutput output(HitFormat format) {
        return new ScanOutput(bytes, format, PROVENANCE, folder);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void theHeadComesOnceBeforeTheFirstBytes() {
        ScanOutput output = output(HitFormat.TSV).withHead();
        assertThat(bytes.size()).as("nothing is written before the first bytes").isZero();
        output.write(bytes("first\n"));
        output.write(bytes("second\nthird\n"), 7);
        output.write(output.foot());
        assertThat(bytes.toString(UTF_8)).isEqualTo(TABLE + "\nfirst\nsecond\n# made by hand\n");
    }

    @Test
    void theTableOfRegionsHasTwoMoreColumns() {
        new ScanOutput(bytes, HitFormat.TSV, true, () -> PROVENANCE, folder)
                .withHead()
                .write(new byte[0]);
        assertThat(bytes.toString(UTF_8)).isEqualTo(TABLE + "\tregion\tsummit_distance\n");
    }

    @Test
    void theHeadOfAShardIsTheProvenanceInEveryFormat() {
        for (HitFormat format : HitFormat.values()) {
            bytes.reset();
            output(format).withHeadOfPart().write(bytes("first\n"));
            assertThat(bytes.toString(UTF_8)).as("%s", format).isEqualTo("# made by hand\nfirst\n");
        }
    }

    @Test
    void singleBytesFollowTheHeadToo() throws IOException {
        OutputStream stream = output(HitFormat.BED).withHead().stream();
        stream.write('a');
        stream.write('b');
        assertThat(bytes.toString(UTF_8)).isEqualTo("# made by hand\nab");
    }

    @Test
    void aFullDiskIsReported() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ScanOutput output = new ScanOutput(full, HitFormat.TSV, PROVENANCE, folder);
        assertThatThrownBy(() -> output.write(bytes("first\n")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the sites cannot be written (No space left on device)")
                .hasMessageContaining("write to a disk with more room");
    }

    @Test
    void aFileWithoutQValuesIsWrittenDirectly() {
        CompleteSiteFile file = new CompleteSiteFile(output(HitFormat.TSV), Optional.empty(), 1);
        assertThat(file.time()).isEqualTo(SiteFile.Time.AT_ONCE);
        file.write(bytes("first\nsecond\n"), 6);
        try (HitStore stored = new HitStore(2, folder)) {
            stored.append(1, bytes("third\n"), 6);
            stored.append(0, bytes("second\n"), 7);
            file.finish(stored);
        }
        assertThat(bytes.toString(UTF_8)).isEqualTo(TABLE + "\nfirst\nsecond\nthird\n# made by hand\n");
        assertThat(file.omitted()).isZero();
    }

    @Test
    void aFileWithoutSitesHasItsHeadAndItsFoot() {
        CompleteSiteFile file = new CompleteSiteFile(output(HitFormat.TSV), Optional.empty(), 1);
        try (HitStore none = new HitStore(1, folder)) {
            file.finish(none);
        }
        assertThat(bytes.toString(UTF_8)).isEqualTo(TABLE + "\n# made by hand\n");
    }

    /**
     * Ten windows, too few to estimate the null proportion. The two sites without a mismatch have the q-value 10 / 64 /
     * 2, and the third 10 10 / 64 / 3.
     */
    @Test
    void qValuesAreFilledInAndSitesAboveTheMaximumAreNotCounted() {
        assertThat(sitesWithQValues(1)).isEqualTo(3);
        assertThat(bytes.toString(UTF_8))
                .isEqualTo(TABLE
                        + "\nCTG\t\ts1\t1\t3\t+\t3\t0.0156\t0.0781\tCTG\n"
                        + "CTG\t\ts1\t5\t7\t+\t2\t0.156\t0.521\tCTA\n"
                        + "CTG\t\ts2\t1\t3\t+\t3\t0.0156\t0.0781\tCTG\n# made by hand\n");
        bytes.reset();
        assertThat(sitesWithQValues(0.5)).isEqualTo(2);
        assertThat(bytes.toString(UTF_8)).hasLineCount(4).doesNotContain("CTA");
        bytes.reset();
        assertThat(sitesWithQValues(0.01)).isZero();
        assertThat(bytes.toString(UTF_8)).isEqualTo(TABLE + "\n# made by hand\n");
    }

    /** Scans with a maximum q-value, and returns the number of sites that the writer reports. */
    private long sitesWithQValues(double maximum) {
        var matrices = SlicedScan.set(SlicedScan.ONE_MISMATCH_PLUS, "CTG");
        QValueCounts counts = new QValueCounts(matrices);
        CompleteSiteFile file = new CompleteSiteFile(output(HitFormat.TSV), Optional.of(counts), maximum);
        assertThat(file.time()).isEqualTo(SiteFile.Time.WHEN_COMPLETE);
        SlicedScan scan = new SlicedScan(matrices.matrices(), HitFormat.TSV, 4);
        try (Workers workers = new Workers(2);
                SitesByPosition writer = new SitesByPosition(scan.lines(true), file, workers, folder)) {
            var feed = SlicedScan.sequences("CTGnCTATTT", "CTGTTTT");
            scan.scan(counts, feed);
            scan.scan(writer, feed);
            return writer.sites();
        }
    }
}
