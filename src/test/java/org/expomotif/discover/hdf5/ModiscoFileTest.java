package org.expomotif.discover.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.expomotif.attribution.file.SequenceScores;
import org.expomotif.discover.DiscoveredMotif;
import org.expomotif.discover.MotifMatrices;
import org.expomotif.discover.PlantedMaps;
import org.expomotif.discover.SeqletPlace;
import org.expomotif.seqlet.Seqlet;
import org.expomotif.seqlet.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModiscoFileTest {
    @TempDir
    private Path folder;

    private static SeqletPlace place(int sequence, int start, int width, boolean reverse) {
        Span span = new Span(start, start + width, width, width);
        return new SeqletPlace(new Seqlet(sequence, span, 0.01, 0.01), start, reverse, 1);
    }

    private static DiscoveredMotif motif(SequenceScores scores, int width, int first) {
        List<SeqletPlace> places = List.of(
                place(first, 30, width, false), place(first + 1, 31, width, true), place(first + 2, 2, width, true));
        return new DiscoveredMotif("positive_" + first, true, places, MotifMatrices.of(scores, places, width), 0, 0.01);
    }

    /** Fi-NeMo stacks the patterns, which must have one width; the motif is in the middle of each. */
    @Test
    void allPatternsHaveTheWidthOfTheWidestMotifAndItsFlanks() {
        SequenceScores scores =
                new PlantedMaps(1, 80).sites(6, "ACAAAGGTCA", 1, false).scores();
        List<DiscoveredMotif> motifs = List.of(motif(scores, 10, 0), motif(scores, 7, 3));
        Path file = folder.resolve("motifs.h5");
        ModiscoFile.write(file.toString(), scores, motifs);
        try (HdfFile hdf = new HdfFile(file)) {
            for (int i = 0; i < 2; i++) {
                String pattern = "pos_patterns/pattern_" + i + "/";
                double[][] wide = (double[][])
                        hdf.getDatasetByPath(pattern + "contrib_scores").getData();
                assertThat(wide).hasDimensions(30, 4);
                double[][] own = motifs.get(i).matrices().contributions();
                int before = (30 - own.length) / 2;
                int after = 30 - own.length - before;
                assertThat(Arrays.copyOfRange(wide, before, before + own.length))
                        .isDeepEqualTo(own);
                assertThat((long[])
                                hdf.getDatasetByPath(pattern + "seqlets/start").getData())
                        .as("one on each strand; the third would begin before its sequence")
                        .containsExactly(30 - before, 31 - after);
            }
        }
    }
}
