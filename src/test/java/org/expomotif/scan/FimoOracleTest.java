package org.expomotif.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Inputs;
import org.expomotif.io.SequenceFile;
import org.expomotif.motif.Background;
import org.expomotif.motif.MotifFile;
import org.junit.jupiter.api.Test;

/** Every field of every line that FIMO 4.12 printed, in its order: 100 motifs on 0.5 Mb of human sequence. */
class FimoOracleTest {
    private static final String FOLDER = "test-data/fimo/";

    @Test
    void uniformBackground() throws IOException {
        assertSameLines(Background.UNIFORM, "fimo_uniform.tsv.gz", 12_092);
    }

    @Test
    void atRichBackground() throws IOException {
        assertSameLines(BackgroundFile.read(FOLDER + "background_at.txt"), "fimo_at60.tsv.gz", 13_640);
    }

    private static void assertSameLines(Background background, String oracle, int lines) throws IOException {
        ScanSettings settings = ScanSettings.of(background, true, 1e-4);
        List<ScanMatrix> matrices = MotifFile.read(FOLDER + "motifs100.meme").motifs().stream()
                .map(motif -> ScanMatrix.ofMotif(motif, settings))
                .toList();
        List<DnaSequence> sequences = SequenceFile.readAll(FOLDER + "chr22.fa.gz");
        List<String> expected = table(FOLDER + oracle);
        assertThat(expected).hasSize(lines);
        assertThat(Scans.rows(Scans.scan(matrices, settings, HitFormat.TSV, sequences)))
                .containsExactlyElementsOf(expected);
    }

    private static List<String> table(String path) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Inputs.open(path), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }
}
