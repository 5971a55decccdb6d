package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.expomotif.io.numpy.Npz;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.Rows;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of a genome around peaks and other regions. */
class AttributeRegionsTest {
    @TempDir
    private Path folder;

    /** An untrained model of 200 bases, and a genome of two chromosomes of 1,500 and 150. */
    @BeforeEach
    void writeFiles() {
        TinyModel.write(TinyModel.untrained("cnn-local", "relu", 7, "core"), folder.resolve("m.zip"));
        Fasta.of("chr1", Fasta.random(new Random(5), 1500, "ACGT"))
                .and("chr2", "ACGTG".repeat(30))
                .write(folder.resolve("g.fa"));
    }

    private void write(String name, String text) {
        TextFile.write(folder.resolve(name), text);
    }

    private CommandResult run(String line) {
        return CommandLineRun.parse(folder, "attribute --model @/m.zip --method saliency " + line)
                .run();
    }

    private CommandResult attribute(String more) {
        return run("-q --genome @/g.fa " + more);
    }

    private String[] ids(String more) {
        attribute(more + " -o @/s.npz").succeeds();
        return Npz.read(folder + "/s.npz").get("ids").strings();
    }

    @Test
    void windowsAreCentredOnSummits() {
        String peaks = "chr1\t1000\t1400\tp1\t900\t.\t8.1\t20.2\t15.3\t60\n"
                + "chr1\t1000\t1400\tp2\t900\t.\t8.1\t20.2\t15.3\t330\n";
        write("summits.narrowPeak", peaks);
        assertThat(ids("--regions @/summits.narrowPeak")).containsExactly("p1::chr1:960-1160", "p2::chr1:1230-1430");
        assertThat(ids("--regions @/summits.narrowPeak --centre middle"))
                .containsExactly("p1::chr1:1100-1300", "p2::chr1:1100-1300");
        attribute("--regions @/summits.narrowPeak -o @/s.bedgraph").succeeds();
        List<String> track = Rows.of(folder.resolve("s.bedgraph"));
        assertThat(track.getFirst()).startsWith("chr1\t960\t");
        assertThat(track.getLast()).startsWith("chr1\t").contains("\t1430\t");
        write("summits.narrowPeak", peaks.replace("\t60\n", "\t-1\n"));
        assertThat(ids("--regions @/summits.narrowPeak")).containsExactly("p1::chr1:1100-1300", "p2::chr1:1230-1430");
        write("macs_summits.bed", "chr1\t1060\t1061\tp1\t15.3\nchr1\t1060\t1061\tp1\t9\n");
        assertThat(ids("--regions @/macs_summits.bed")).containsExactly("p1::chr1:960-1160", "p1-2::chr1:960-1160");
        write("broad.bed", "chr1\t1000\t1400\tp1\t900\t.\t8.1\t20.2\t15.3\n");
        assertThat(ids("--regions @/broad.bed")).containsExactly("p1::chr1:1100-1300");
    }

    @Test
    void summitsThatCannotBeAreRefused() {
        String peak = "chr1\t1000\t1400\tp1\t900\t.\t8.1\t20.2\t15.3\t60\n";
        write("p.narrowPeak", peak + peak.replace("\t60\n", "\t400\n"));
        attribute("--regions @/p.narrowPeak")
                .isRefused(
                        1,
                        "p.narrowPeak, line 2: the summit lies outside its peak: expected a distance from the start below"
                                + " 400 in column 10, found 400");
        write("p.narrowPeak", peak + "chr1\t1000\t1400\n");
        attribute("--regions @/p.narrowPeak").isRefused(1, "p.narrowPeak, line 2: not a line of narrowPeak");
    }

    @Test
    void peaksWithoutSummitsAreNotTakenForNarrowPeakInSilence() {
        String six = "chr1\t1000\t1400\tp1\t900\t.";
        write("p.narrowPeak", six + "\n");
        attribute("--regions @/p.narrowPeak")
                .succeeds()
                .reports("p.narrowPeak: its lines do not have the columns of narrowPeak: all windows are centred on the"
                        + " middles");
        write("p.bed", six + "\n" + six + "\t8.1\t20.2\t15.3\t60\n");
        attribute("--regions @/p.bed").succeeds().reports("p.bed: 1 line looks like narrowPeak, but not the first one");
        write("p.bed", six + "\t8.1\t20.2\t15.3\t60\n");
        run("--genome @/g.fa --regions @/p.bed")
                .succeeds()
                .reports("p.bed is narrowPeak: windows are centred on the summits (column 10)");
    }

    /** One header has the coordinates of its sequence on the minus strand, the other those of another sequence. */
    @Test
    void headersOfGivenSequencesPlaceTheTrack() {
        String bases = "ACGTG".repeat(40);
        write("s.fa", ">hg38_dna range=chr5:1001-1200 strand=-\n" + bases + "\n>chr6:5-10\n" + bases + "\n");
        run("-q --sequences @/s.fa -o @/s.bedgraph")
                .succeeds()
                .standardError()
                .isEqualTo(
                        "warning: 1 of 2 sequences keep their names and positions: 1 has coordinates that do not fit the"
                                + " length (such as chr6:5-10)\n");
        assertThat(Rows.of(folder.resolve("s.bedgraph")))
                .anyMatch(row -> row.startsWith("chr5\t1000\t"))
                .anyMatch(row -> row.matches("chr5\t\\d+\t1200\t.*"))
                .anyMatch(row -> row.startsWith("chr6:5-10\t0\t"));
    }

    @Test
    void everyRegionHasAnIdOfItsOwn() {
        write(
                "r.bed",
                "chr1\t500\t600\nchr1\t500\t600\nchr1\t500\t600\tmy peak\t0\t-\nchr1\t540\t560\tmy peak\t0\t-\n");
        assertThat(ids("--regions @/r.bed"))
                .containsExactly(
                        "chr1:450-650",
                        "region-2::chr1:450-650",
                        "my peak::chr1:450-650(-)",
                        "my peak-2::chr1:450-650(-)");
    }

    @Test
    void windowsOffTheEndFollowTheSameRule() {
        write(
                "r.bed",
                "chr1\t0\t20\tstart\nchr2\t70\t80\tshort\nchr1\t490\t510\tgood\nchrX\t1\t5\nchr1\t1400\t1600\tend\n");
        attribute("--regions @/r.bed")
                .isRefused(
                        1,
                        "r.bed, line 1: 3 regions are not within their sequences; for the first, the window of 200 bases"
                                + " around the region is not within the 1500 bases of chr1: found chr1:0-20 (line 1), chr2:70-80"
                                + " (line 2), chr1:1400-1600 (line 5); ");
        assertThat(ids("--regions @/r.bed --skip-outside --dropped @/d.tsv")).containsExactly("good::chr1:400-600");
        assertThat(Rows.of(folder.resolve("d.tsv")))
                .extracting(row -> row.replaceFirst("\t[^\t]*r.bed\t", "\t"))
                .containsExactly(
                        "sequence\tstart\tend\tname\tfile\tline\treason",
                        "chr1\t0\t20\tstart\t1\tthe window of 200 bases around the region is not within the 1500 bases"
                                + " of chr1",
                        "chr2\t70\t80\tshort\t2\tthe window of 200 bases around the region is not within the 150 bases"
                                + " of chr2",
                        "chrX\t1\t5\t.\t4\tthe sequence is not among the sequences read",
                        "chr1\t1400\t1600\tend\t5\tthe region is not within the 1500 bases of chr1");
        write("r.bed", "chr1\t0\t20\n");
        attribute("--regions @/r.bed --skip-outside")
                .isRefused(1, "r.bed, line 1: the window of 200 bases around the region");
    }

    @Test
    void onlyUsedColumnsOfAWindowAreChecked() {
        write("r.bed", "chr1\t490\t510\tx\tscore\t.\tetc\n");
        assertThat(ids("--regions @/r.bed")).containsExactly("x::chr1:400-600");
        write("r.bed", "chr1\t490\t510\tx\tscore\tdELS\n");
        attribute("--regions @/r.bed")
                .isRefused(1, "r.bed, line 1: the strand is unknown: expected +, - or . in column 6, found \"dELS\"; ");
        write("r.bed", "#CHROM\tSTART\tEND\tSTRAND\nchr1\t490\t510\t-\n");
        attribute("--regions @/r.bed -o @/s.npz")
                .succeeds()
                .reports("column 4 holds a strand instead of a name in 1 line; it is not used");
        assertThat(Npz.read(folder + "/s.npz").get("ids").strings()).containsExactly("chr1:400-600");
    }
}
