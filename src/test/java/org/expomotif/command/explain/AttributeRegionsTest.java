package org.expomotif.command.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.expomotif.command.Captured;
import org.expomotif.command.TableRows;
import org.expomotif.io.numpy.Npz;
import org.expomotif.network.Network;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.network.spec.NetworkSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows of a genome around peaks and other regions. */
class AttributeRegionsTest {
    @TempDir
    private Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> rows(Path table) throws IOException {
        return TableRows.of(table);
    }

    /** An untrained model of 200 bases, and a genome of two chromosomes of 1,500 and 150. */
    private String[] attribute(String... more) throws IOException {
        NetworkSpec spec = Architectures.named("cnn-local", 200, Activation.named("relu"), 1);
        Network network = Network.create(spec, Initialization.named("glorot-uniform"), 7);
        new Model(network, ModelInfo.of(spec, List.of("core"), Map.of(), Map.of(), 7, "test")).write(file("m.zip"));
        StringBuilder genome = new StringBuilder(">chr1\n");
        new Random(5).ints(1500, 0, 4).forEach(base -> genome.append("ACGT".charAt(base)));
        write("g.fa", genome + "\n>chr2\n" + "ACGTG".repeat(30) + "\n");
        Stream<String> fixed = Stream.of(
                "attribute", "-q", "--model", file("m.zip"), "--method", "saliency", "--genome", file("g.fa"));
        return Stream.concat(fixed, Arrays.stream(more)).toArray(String[]::new);
    }

    private String[] ids(String... more) throws IOException {
        Captured run = Captured.run(attribute(Stream.concat(Arrays.stream(more), Stream.of("-o", file("s.npz")))
                .toArray(String[]::new)));
        assertThat(run.code()).as(run.err()).isZero();
        return Npz.read(file("s.npz")).get("ids").strings();
    }

    @Test
    void windowsAreCentredOnSummits() throws IOException {
        String peaks = "chr1\t1000\t1400\tp1\t900\t.\t8.1\t20.2\t15.3\t60\n"
                + "chr1\t1000\t1400\tp2\t900\t.\t8.1\t20.2\t15.3\t330\n";
        write("summits.narrowPeak", peaks);
        assertThat(ids("--regions", file("summits.narrowPeak")))
                .containsExactly("p1::chr1:960-1160", "p2::chr1:1230-1430");
        assertThat(ids("--regions", file("summits.narrowPeak"), "--centre", "middle"))
                .containsExactly("p1::chr1:1100-1300", "p2::chr1:1100-1300");
        assertThat(Captured.run(attribute("--regions", file("summits.narrowPeak"), "-o", file("s.bedgraph")))
                        .code())
                .isZero();
        List<String> track = rows(folder.resolve("s.bedgraph"));
        assertThat(track.getFirst()).startsWith("chr1\t960\t");
        assertThat(track.getLast()).startsWith("chr1\t").contains("\t1430\t");
        write("summits.narrowPeak", peaks.replace("\t60\n", "\t-1\n"));
        assertThat(ids("--regions", file("summits.narrowPeak")))
                .containsExactly("p1::chr1:1100-1300", "p2::chr1:1230-1430");
        write("macs_summits.bed", "chr1\t1060\t1061\tp1\t15.3\nchr1\t1060\t1061\tp1\t9\n");
        assertThat(ids("--regions", file("macs_summits.bed")))
                .containsExactly("p1::chr1:960-1160", "p1-2::chr1:960-1160");
        write("broad.bed", "chr1\t1000\t1400\tp1\t900\t.\t8.1\t20.2\t15.3\n");
        assertThat(ids("--regions", file("broad.bed"))).containsExactly("p1::chr1:1100-1300");
    }

    @Test
    void summitsThatCannotBeAreRefused() throws IOException {
        String peak = "chr1\t1000\t1400\tp1\t900\t.\t8.1\t20.2\t15.3\t60\n";
        write("p.narrowPeak", peak + peak.replace("\t60\n", "\t400\n"));
        assertThat(Captured.run(attribute("--regions", file("p.narrowPeak"))).err())
                .contains(
                        "p.narrowPeak, line 2: the summit lies outside its peak: expected a distance from the start below"
                                + " 400 in column 10, found 400");
        write("p.narrowPeak", peak + "chr1\t1000\t1400\n");
        assertThat(Captured.run(attribute("--regions", file("p.narrowPeak"))).err())
                .contains("p.narrowPeak, line 2: not a line of narrowPeak");
    }

    @Test
    void peaksWithoutSummitsAreNotTakenForNarrowPeakInSilence() throws IOException {
        String six = "chr1\t1000\t1400\tp1\t900\t.";
        write("p.narrowPeak", six + "\n");
        assertThat(Captured.run(attribute("--regions", file("p.narrowPeak"))).err())
                .contains(
                        "p.narrowPeak: its lines do not have the columns of narrowPeak: all windows are centred on the"
                                + " middles");
        write("p.bed", six + "\n" + six + "\t8.1\t20.2\t15.3\t60\n");
        assertThat(Captured.run(attribute("--regions", file("p.bed"))).err())
                .contains("p.bed: 1 line looks like narrowPeak, but not the first one");
        write("p.bed", six + "\t8.1\t20.2\t15.3\t60\n");
        List<String> loud = new ArrayList<>(List.of(attribute("--regions", file("p.bed"))));
        loud.remove("-q");
        assertThat(Captured.run(loud.toArray(String[]::new)).err())
                .contains("p.bed is narrowPeak: windows are centred on the summits (column 10)");
    }

    /** One header has the coordinates of its sequence on the minus strand, the other those of another sequence. */
    @Test
    void headersOfGivenSequencesPlaceTheTrack() throws IOException {
        attribute();
        String bases = "ACGTG".repeat(40);
        write("s.fa", ">hg38_dna range=chr5:1001-1200 strand=-\n" + bases + "\n>chr6:5-10\n" + bases + "\n");
        Captured run = Captured.run(
                "attribute",
                "-q",
                "--model",
                file("m.zip"),
                "--method",
                "saliency",
                "--sequences",
                file("s.fa"),
                "-o",
                file("s.bedgraph"));
        assertThat(run.err())
                .isEqualTo(
                        "warning: 1 of 2 sequences keep their names and positions: 1 has coordinates that do not fit the"
                                + " length (such as chr6:5-10)\n");
        assertThat(rows(folder.resolve("s.bedgraph")))
                .anyMatch(row -> row.startsWith("chr5\t1000\t"))
                .anyMatch(row -> row.matches("chr5\t\\d+\t1200\t.*"))
                .anyMatch(row -> row.startsWith("chr6:5-10\t0\t"));
    }

    @Test
    void everyRegionHasAnIdOfItsOwn() throws IOException {
        write(
                "r.bed",
                "chr1\t500\t600\nchr1\t500\t600\nchr1\t500\t600\tmy peak\t0\t-\nchr1\t540\t560\tmy peak\t0\t-\n");
        assertThat(ids("--regions", file("r.bed")))
                .containsExactly(
                        "chr1:450-650",
                        "region-2::chr1:450-650",
                        "my peak::chr1:450-650(-)",
                        "my peak-2::chr1:450-650(-)");
    }

    @Test
    void windowsOffTheEndFollowTheSameRule() throws IOException {
        write(
                "r.bed",
                "chr1\t0\t20\tstart\nchr2\t70\t80\tshort\nchr1\t490\t510\tgood\nchrX\t1\t5\nchr1\t1400\t1600\tend\n");
        String regions = file("r.bed");
        Captured refused = Captured.run(attribute("--regions", regions));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "r.bed, line 1: 3 regions are not within their sequences; for the first, the window of 200 bases"
                                + " around the region is not within the 1500 bases of chr1: found chr1:0-20 (line 1), chr2:70-80"
                                + " (line 2), chr1:1400-1600 (line 5); ");
        assertThat(ids("--regions", regions, "--skip-outside", "--dropped", file("d.tsv")))
                .containsExactly("good::chr1:400-600");
        assertThat(rows(folder.resolve("d.tsv")))
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
        Captured none = Captured.run(attribute("--regions", regions, "--skip-outside"));
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("r.bed, line 1: the window of 200 bases around the region");
    }

    @Test
    void onlyUsedColumnsOfAWindowAreChecked() throws IOException {
        write("r.bed", "chr1\t490\t510\tx\tscore\t.\tetc\n");
        assertThat(ids("--regions", file("r.bed"))).containsExactly("x::chr1:400-600");
        write("r.bed", "chr1\t490\t510\tx\tscore\tdELS\n");
        assertThat(Captured.run(attribute("--regions", file("r.bed"))).err())
                .contains("r.bed, line 1: the strand is unknown: expected +, - or . in column 6, found \"dELS\"; ");
        write("r.bed", "#CHROM\tSTART\tEND\tSTRAND\nchr1\t490\t510\t-\n");
        Captured run = Captured.run(attribute("--regions", file("r.bed"), "-o", file("s.npz")));
        assertThat(run.err()).contains("column 4 holds a strand instead of a name in 1 line; it is not used");
        assertThat(Npz.read(file("s.npz")).get("ids").strings()).containsExactly("chr1:400-600");
    }
}
