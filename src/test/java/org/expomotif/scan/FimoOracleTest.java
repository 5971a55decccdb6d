package org.expomotif.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.motif.Background;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.scan.matrix.BackgroundFile;
import org.expomotif.scan.matrix.ScanMatrix;
import org.expomotif.scan.matrix.ScanSettings;
import org.expomotif.scan.site.ScanReport;
import org.junit.jupiter.api.Test;

/**
 * Compares every field of every line, in order, with the output of FIMO 4.12: 100 motifs on 0.5 Mb of human sequence.
 */
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

    /**
     * FIMO estimates pi0, the only inexact term of q, from 10,000 of the p-values, with a standard deviation of at most
     * one per cent (at l = 0.5); this program uses all p-values. Three standard deviations are allowed.
     */
    @Test
    void qValuesWithinTheSpreadOfFimosSample() throws IOException {
        ScanSettings settings = ScanSettings.of(Background.UNIFORM, true, 1e-3);
        List<ScanMatrix> matrices = MotifFile.read(FOLDER + "motifs10.meme").motifs().stream()
                .map(motif -> ScanMatrix.ofMotif(motif, settings))
                .toList();
        List<DnaSequence> sequences = SequenceFile.readAll(FOLDER + "chr22.fa.gz");
        Map<String, String[]> expected = new HashMap<>();
        table(FOLDER + "fimo_uniform_q10motifs.tsv.gz").forEach(line -> {
            String[] words = line.split("\t", -1);
            expected.put(words[0] + words[2] + words[3] + words[5], words);
        });
        assertThat(expected).hasSize(13_147);
        List<String> found = Scans.rows(
                Scans.of(matrices, settings).report(ScanReport.WITH_Q_VALUES).scan(sequences));
        assertThat(found).hasSize(13_147);
        for (String line : found) {
            String[] words = line.split("\t", -1);
            String[] fimo = expected.get(words[0] + words[2] + words[3] + words[5]);
            assertThat(Double.parseDouble(words[8]))
                    .as(line)
                    .isCloseTo(Double.parseDouble(fimo[8]), Percentage.withPercentage(3));
            words[8] = fimo[8];
            assertThat(words).isEqualTo(fimo);
        }
    }

    private static void assertSameLines(Background background, String oracle, int lines) throws IOException {
        ScanSettings settings = ScanSettings.of(background, true, 1e-4);
        List<ScanMatrix> matrices = MotifFile.read(FOLDER + "motifs100.meme").motifs().stream()
                .map(motif -> ScanMatrix.ofMotif(motif, settings))
                .toList();
        List<DnaSequence> sequences = SequenceFile.readAll(FOLDER + "chr22.fa.gz");
        List<String> expected = table(FOLDER + oracle);
        assertThat(expected).hasSize(lines);
        assertThat(Scans.rows(Scans.of(matrices, settings).scan(sequences))).containsExactlyElementsOf(expected);
    }

    private static List<String> table(String path) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Inputs.open(path), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }
}
