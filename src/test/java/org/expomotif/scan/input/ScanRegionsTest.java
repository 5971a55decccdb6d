package org.expomotif.scan.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.expomotif.dna.Interval;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanRegionsTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private ScanRegions read(OutsideRule rule, RegionNames naming, String... lines) throws IOException {
        Path file = Files.writeString(
                folder.resolve("r.bed"), String.join("\n", lines).replace(' ', '\t') + "\n");
        return ScanRegions.read(file.toString(), rule, true, naming);
    }

    private static List<String> places(ScanRegions regions, long length) {
        return regions.places("s", length, regions.rule()).stream()
                .map(place -> place.label() + "=" + place.interval().start() + "-"
                        + place.interval().end()
                        + place.region().map(NamedRegion::summits).orElse(List.of()))
                .toList();
    }

    @Test
    void regionsWithoutNamesAreMergedAndNamedByTheirPosition() throws IOException {
        ScanRegions regions = read(OutsideRule.REFUSE, RegionNames.NONE, "s 5 8 a", "t 0 9", "s 1 5 b");
        assertThat(places(regions, 100)).containsExactly("s:2-8=1-8[]");
        assertThat(regions.of("s")).containsExactly(new Interval("s", 1, 8));
        assertThat(regions.of("u")).isEmpty();
        assertThat(regions.places("u", 9, OutsideRule.REFUSE)).isEmpty();
        assertThat(regions.bases()).isEqualTo(16);
        assertThat(regions.naming()).isEqualTo(RegionNames.NONE);
        assertThatCode(() -> regions.requireNoOverlap("x")).doesNotThrowAnyException();
    }

    /** In order of start and end; the summit is the middle; names are made unique, or are positions. */
    @Test
    void regionsApartKeepTheirNames() throws IOException {
        ScanRegions regions = read(
                OutsideRule.SKIP, RegionNames.APART, "s 5 8 a", "s 1 9 b", "s 1 4 a", "s 5 90 a", "s 6 7 .", "s 6 7");
        assertThat(places(regions, 100))
                .containsExactly(
                        "a-2=1-4[2]", "b=1-9[5]", "a=5-8[6]", "a-3=5-90[47]", "s:7-7=6-7[6]", "s:7-7-2=6-7[6]");
        assertThat(places(regions, 8)).containsExactly("a-2=1-4[2]", "a=5-8[6]", "s:7-7=6-7[6]", "s:7-7-2=6-7[6]");
        assertThat(regions.bases()).isEqualTo(3 + 8 + 3 + 85 + 1 + 1);
    }

    @Test
    void mergedRegionsHaveTheNamesAndSummitsOfAll() throws IOException {
        ScanRegions regions =
                read(OutsideRule.CLIP, RegionNames.MERGED, "s 5 9 a", "s 1 5 b", "s 10 12 c", "s 11 40 d");
        assertThat(places(regions, 20)).containsExactly("b,a=1-9[3, 7]", "c,d=10-20[11, 25]");
        assertThat(places(regions, 10)).containsExactly("b,a=1-9[3, 7]");
        assertThat(regions.bases()).isEqualTo(8 + 30);
        assertThatCode(() -> regions.requireNoOverlap("x")).doesNotThrowAnyException();
    }

    @Test
    void narrowPeakHasSummits() throws IOException {
        ScanRegions regions =
                read(OutsideRule.REFUSE, RegionNames.APART, "s 10 30 a 0 . 1 1 1 3", "s 40 60 b 0 . 1 1 1 -1");
        assertThat(places(regions, 100)).containsExactly("a=10-30[13]", "b=40-60[50]");
        assertThatThrownBy(() ->
                        read(OutsideRule.REFUSE, RegionNames.APART, "s 10 30 a 0 . 1 1 1 3", "s 40 60 b 0 . 1 1 1"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("r.bed, line 2: not a line of narrowPeak");
        ScanRegions plain = read(OutsideRule.REFUSE, RegionNames.APART, "s 10 30 a", "s 40 60 b 0 . 1 1 1 3");
        assertThat(places(plain, 100)).containsExactly("a=10-30[20]", "b=40-60[50]");
    }

    @Test
    void theMiddleOfTheLargestPositionsDoesNotOverflow() throws IOException {
        ScanRegions regions = read(OutsideRule.REFUSE, RegionNames.APART, "s 2147483641 2147483647 a");
        assertThat(places(regions, 1L << 40)).containsExactly("a=2147483641-2147483647[2147483644]");
    }

    @Test
    void overlapIsRefusedOnlyForRegionsApart() throws IOException {
        ScanRegions regions = read(OutsideRule.REFUSE, RegionNames.APART, "t 1 4", "t 2 5", "s 1 4", "s 3 5");
        assertThatThrownBy(() -> regions.requireNoOverlap("the track"))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("r.bed") + ": regions overlap, so the track cannot be written: found s:4-5;"
                        + " join them with --merge-regions");
        ScanRegions touching = read(OutsideRule.REFUSE, RegionNames.APART, "s 4 5", "s 1 4");
        assertThatCode(() -> touching.requireNoOverlap("x")).doesNotThrowAnyException();
    }

    @Test
    void aFileHasRegions() {
        assertThatThrownBy(() -> read(OutsideRule.REFUSE, RegionNames.NONE, "# none"))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("r.bed") + ": the file has no regions: expected one region per line:"
                        + " sequence, start, end; check that the step that wrote it succeeded");
    }

    @Test
    void regionsThatAreClippedOrSkippedAreReported() throws IOException {
        ScanRegions clipped = read(OutsideRule.CLIP, RegionNames.NONE, "s 1 10", "s 2 11", "s 10 12 x", "u 0 1 y");
        ScanRegions.Check check = clipped.check();
        assertThat(check.add("s", 10)).isTrue();
        assertThat(check.add("t", 1)).isTrue();
        check.finish();
        check.warn("g.fa", warnings::add);
        String file = folder.resolve("r.bed").toString();
        assertThat(warnings)
                .containsExactly(
                        file + ": 1 region was dropped on a sequence that g.fa does not have: u:0-1 (line 4)",
                        file + ": 1 region was dropped for not being within the sequence: s:10-12 (line 3)",
                        file + ": 1 region was cut off at the end of the sequence");
        ScanRegions.Check skipping =
                read(OutsideRule.SKIP, RegionNames.NONE, "s 1 10", "s 2 11").check();
        assertThat(skipping.add("s", 10)).isTrue();
        skipping.finish();
        assertThat(skipping.dropped().hasOutside()).isTrue();
    }

    @Test
    void aRegionOutsideEndsTheRunUnlessItIsSkipped() throws IOException {
        ScanRegions.Check check =
                read(OutsideRule.REFUSE, RegionNames.NONE, "s 1 10", "t 1 10").check();
        assertThat(check.add("s", 10)).isTrue();
        assertThat(check.add("t", 9)).isFalse();
        assertThatThrownBy(check::finish).hasMessageContaining("line 2: the region is not within the 9 bases of t");
        ScanRegions.Check other =
                read(OutsideRule.SKIP, RegionNames.NONE, "s 1 10 a").check();
        other.add("u", 10);
        assertThatThrownBy(other::finish)
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no region lies in any of the sequences: expected names such as u");
    }

    @Test
    void aDistanceIsThatFromTheNearestSummit() {
        NamedRegion region = new NamedRegion("r", List.of(10, 20, 40));
        assertThat(region.distance(10)).isZero();
        assertThat(region.distance(7)).isEqualTo(-3);
        assertThat(region.distance(15)).isEqualTo(5);
        assertThat(region.distance(16)).isEqualTo(-4);
        assertThat(region.distance(99)).isEqualTo(59);
        assertThat(Optional.of(region).map(NamedRegion::name)).contains("r");
    }
}
