package org.expomotif.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifFile;

/** The motifs of the reference study: JASPAR 2016 CORE vertebrates, and the planted ones. */
public final class StudyMotifs {
    /** Name of the built-in motifs in messages. */
    public static final String NAME = "JASPAR 2016 CORE vertebrates (built in)";

    /** The twelve motifs of Task 1: Arid3a, CEBPB, FOSL1, Gabpa, MAFK, MAX, MEF2A, NFYB, SP1, SRF, STAT1, YY1. */
    public static final List<String> CLASSES = List.of(
            "MA0151.1",
            "MA0466.2",
            "MA0477.1",
            "MA0062.2",
            "MA0496.1",
            "MA0058.3",
            "MA0052.3",
            "MA0502.1",
            "MA0079.3",
            "MA0083.3",
            "MA0137.3",
            "MA0095.2");

    /** The core set of Task 3: SP1, Gabpa, CEBPB, MAX, YY1. */
    public static final List<String> CORE = List.of("MA0079.3", "MA0062.2", "MA0466.2", "MA0058.3", "MA0095.2");

    private StudyMotifs() {}

    /** Reads the built-in motifs: all 519 matrices of JASPAR 2016 CORE vertebrates, latest versions. */
    public static MotifSet jaspar2016() {
        try (InputStream in = StudyMotifs.class.getResourceAsStream("jaspar2016_core_vertebrates.meme.gz")) {
            if (in == null) {
                throw new IllegalStateException("the built-in motifs are missing from the program");
            }
            return MotifFile.read(new GZIPInputStream(in), NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
