package org.expomotif.scan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.expomotif.scan.input.ScanInput;
import org.expomotif.scan.input.ScannedSequence;
import org.expomotif.scan.matrix.MatrixSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceWalkTest {
    private static final MatrixSet MATRICES = SlicedScan.set(SlicedScan.EXACT, "CTG", "CAG");

    /** The visits of a scan, as text. */
    private static List<String> visits(int windows, Consumer<ScanInput> feed) {
        List<String> visits = new ArrayList<>();
        SequenceWalk.Visitor visitor = new SequenceWalk.Visitor() {
            @Override
            public void site(Site site) {
                String word = MATRICES.matrices().get(site.matrix()).id();
                visits.add(word + (site.isMinus() ? "-" : "+") + " " + site.start());
            }

            @Override
            public void endOfSequence(ScannedSequence source) {
                visits.add("end of " + source.sequence());
            }

            @Override
            public void finish() {
                visits.add("end");
            }
        };
        new SlicedScan(MATRICES.matrices(), HitFormat.TSV, windows).scan(new SequenceWalk(visitor), feed);
        return visits;
    }

    @Test
    void sequenceBySequenceAndMatrixByMatrixWithinASlice() {
        assertThat(visits(1000, SlicedScan.sequences("CTGaCAG", "", "AAAA", "nCTG")))
                .containsExactly(
                        "CTG+ 1",
                        "CTG- 5",
                        "CAG- 1",
                        "CAG+ 5",
                        "end of s1",
                        "end of s2",
                        "end of s3",
                        "CTG+ 2",
                        "CAG- 2",
                        "end of s4",
                        "end");
    }

    /** The first slice ends before the fifth base, so the sites of both motifs at the first come before the others. */
    @Test
    void sliceBySliceWithinASequence() {
        assertThat(visits(4, SlicedScan.sequences("CTGaCAG")))
                .containsExactly("CTG+ 1", "CAG- 1", "CTG- 5", "CAG+ 5", "end of s1", "end");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 7})
    void everySequenceEndsOnceWhateverTheSlices(int windows) {
        String word = "CTG".repeat(5);
        List<String> visits = visits(windows, SlicedScan.sequences(word, "A", "", word, "C"));
        assertThat(visits.stream().filter(visit -> visit.startsWith("end")))
                .containsExactly("end of s1", "end of s2", "end of s3", "end of s4", "end of s5", "end");
        assertThat(visits.subList(0, visits.indexOf("end of s1"))).hasSize(10);
        assertThat(visits.subList(visits.indexOf("end of s3"), visits.indexOf("end of s4")))
                .hasSize(11);
    }

    /** Two regions of one sequence are visited like two sequences. */
    @Test
    void regionsOfOneSequenceEndOneByOne() {
        assertThat(visits(100, input -> {
                    SlicedScan.add(input, "chr1", 11, "CTG", java.util.Optional.empty());
                    SlicedScan.add(input, "chr1", 101, "CTG", java.util.Optional.empty());
                }))
                .containsExactly("CTG+ 11", "CAG- 11", "end of chr1", "CTG+ 101", "CAG- 101", "end of chr1", "end");
    }

    @Test
    void aScanWithoutSequencesEndsToo() {
        assertThat(visits(100, SlicedScan.sequences())).containsExactly("end");
    }
}
