package org.expomotif.scan.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.shard.Shard;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sequences through an index, and as a stream (with a comment, which no index allows). */
class ScanSourceTest {
    private static final String FASTA = ">s one\nAACCGGTTAC\nGT\n>t\nTTTTTTTT\n>u\nGG\n";
    private static final String STREAM = ";\n" + FASTA;

    @TempDir
    private Path folder;

    private final ScanRecorder scan = new ScanRecorder();
    private final List<String> warnings = new ArrayList<>();

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private ScanSource limited(String fasta, OutsideRule rule, RegionNames naming, String bed) throws IOException {
        return new ScanSource(
                write("s.fa", fasta),
                Optional.of(ScanRegions.read(write("r.bed", bed.replace(' ', '\t')), rule, true, naming)),
                false);
    }

    private void feed(ScanSource source) {
        source.feed(scan, RepeatedNames.REFUSED, warnings::add).warn(warnings::add);
    }

    @Test
    void wholeSequences() throws IOException {
        ScanSource source = new ScanSource(write("s.fa", FASTA), Optional.empty(), false);
        feed(source);
        assertThat(scan.received()).containsExactly("s=s:1:AACCGGTTACGT", "t=t:1:TTTTTTTT", "u=u:1:GG");
        assertThat(scan.lengths()).containsExactly("s:12", "t:8", "u:2");
        assertThat(source.readsParts()).isFalse();
        assertThat(source.expectedBases()).isBetween(18L, 26L);
        assertThat(source.shard(new Shard(2, 3))).isEqualTo(new ScanShard(7, 14));
    }

    @Test
    void regionsAreReadWithAnIndexOrWithout() throws IOException {
        String bed = "t 6 8\ns 2 4\ns 4 5\ns 9 12\n";
        for (String fasta : List.of(FASTA, STREAM)) {
            ScanSource source = limited(fasta, OutsideRule.REFUSE, RegionNames.NONE, bed);
            assertThat(source.readsParts()).isEqualTo(fasta.equals(FASTA));
            assertThat(source.expectedBases()).isEqualTo(8);
            feed(source);
            assertThat(scan.received()).containsExactly("s:3-5=s:3:CCG", "s:10-12=s:10:CGT", "t:7-8=t:7:TT");
            assertThat(scan.lengths()).containsExactly("s:12", "t:8", "u:2");
            assertThat(warnings).isEmpty();
            scan.received().clear();
            scan.lengths().clear();
            Files.deleteIfExists(folder.resolve("s.fa.fai"));
        }
    }

    @Test
    void overlappingRegionsApartAreEachReadWhole() throws IOException {
        String bed = "s 1 6 a\ns 3 9 b\ns 4 5 c\ns 10 12 d\n";
        for (String fasta : List.of(FASTA, STREAM)) {
            feed(limited(fasta, OutsideRule.REFUSE, RegionNames.APART, bed));
            assertThat(scan.received()).containsExactly("a=s:2:ACCGG", "b=s:4:CGGTTA", "c=s:5:G", "d=s:11:GT");
            assertThat(scan.summits()).startsWith(List.of(3), List.of(6), List.of(4), List.of(11));
            scan.received().clear();
            Files.deleteIfExists(folder.resolve("s.fa.fai"));
        }
    }

    @Test
    void regionsBeyondTheEndAreClippedOrSkipped() throws IOException {
        String bed = "s 1 3 a\ns 8 13 b\ns 9 12 c\ns 12 14 d\nt 0 9 e\nv 0 1 f\n";
        for (String fasta : List.of(FASTA, STREAM)) {
            for (RegionNames naming : List.of(RegionNames.APART, RegionNames.NONE)) {
                boolean named = naming == RegionNames.APART;
                feed(limited(fasta, OutsideRule.CLIP, naming, bed));
                assertThat(scan.received())
                        .isEqualTo(
                                named
                                        ? List.of("a=s:2:AC", "b=s:9:ACGT", "c=s:10:CGT", "e=t:1:TTTTTTTT")
                                        : List.of("s:2-3=s:2:AC", "s:9-12=s:9:ACGT", "t:1-8=t:1:TTTTTTTT"));
                assertThat(warnings).hasSize(3);
                assertThat(warnings.get(0)).contains("1 region was dropped on a sequence");
                assertThat(warnings.get(1)).contains("1 region was dropped for not being within");
                assertThat(warnings.get(2)).contains("2 regions were cut off");
                scan.received().clear();
                warnings.clear();
                feed(limited(fasta, OutsideRule.SKIP, naming, bed));
                assertThat(scan.received())
                        .isEqualTo(
                                named
                                        ? List.of("a=s:2:AC", "c=s:10:CGT")
                                        : List.of("s:2-3=s:2:AC", "s:10-12=s:10:CGT"));
                assertThat(warnings.get(1)).contains("3 regions were dropped for not being within");
                scan.received().clear();
                warnings.clear();
                Files.deleteIfExists(folder.resolve("s.fa.fai"));
            }
        }
    }

    @Test
    void aRegionOutsideIsRefused() throws IOException {
        for (String fasta : List.of(FASTA, STREAM)) {
            ScanSource source = limited(fasta, OutsideRule.REFUSE, RegionNames.NONE, "s 8 13\nt 0 2\n");
            assertThatThrownBy(() -> feed(source))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("the region is not within the 12 bases of s: found s:8-13 (line 1)");
            Files.deleteIfExists(folder.resolve("s.fa.fai"));
        }
    }

    @Test
    void namesOfAnotherAssemblyAreRefused() throws IOException {
        for (String fasta : List.of(FASTA, STREAM)) {
            ScanSource source = limited(fasta, OutsideRule.SKIP, RegionNames.NONE, "chrs 0 1\n");
            assertThatThrownBy(() -> feed(source))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("no region lies in any of the sequences")
                    .hasMessageEndingWith("with sed 's/^chr//'");
            Files.deleteIfExists(folder.resolve("s.fa.fai"));
        }
    }

    @Test
    void droppedRegionsAreThoseOfARunWithRegions() throws IOException {
        ScanSource source = limited(FASTA, OutsideRule.SKIP, RegionNames.NONE, "s 8 13\nt 0 2\n");
        assertThat(source.feed(scan, RepeatedNames.REFUSED, Warnings.NONE)
                        .dropped()
                        .orElseThrow()
                        .hasOutside())
                .isTrue();
        ScanSource whole = new ScanSource(write("s.fa", FASTA), Optional.empty(), false);
        assertThat(whole.feed(scan, RepeatedNames.REFUSED, Warnings.NONE).dropped())
                .isEmpty();
    }

    /** Coordinates are used when the length of the sequence agrees with them. */
    @Test
    void headersMayNamePlacesInAGenome() throws IOException {
        ScanSource source = new ScanSource(
                write(
                        "s.fa",
                        ">chr1:100-103(+)\nACG\n>chr1:100-103(-)\nAAC\n>chr2:5-9\nAC\n>chr2:5-9(+)\nACGTACGTAC\n>x\nG\n"),
                Optional.empty(),
                true);
        feed(source);
        assertThat(scan.received())
                .containsExactly(
                        "chr1:100-103(+)=chr1:101:ACG",
                        "chr1:100-103(-)=chr1:101:GTT",
                        "chr2:5-9=chr2:5-9:1:AC",
                        "chr2:5-9(+)=chr2:5-9(+):1:ACGTACGTAC",
                        "x=x:1:G");
        assertThat(warnings)
                .containsExactly(folder.resolve("s.fa") + ": 3 of 5 sequences keep their names and positions: 2 have"
                        + " coordinates that do not fit the length (such as chr2:5-9), 1 has no coordinates in the"
                        + " header (such as x)");
    }
}
