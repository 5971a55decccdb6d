package org.expomotif.dataset.negative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.dataset.GenomeRegions;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows matched to regions, on a genome of pieces of 50 bases. */
class MatchedWindowsTest {
    private static final int LENGTH = 50;
    private static final String POOR = "ATTAT".repeat(10);
    private static final String RICH = "GCGCC".repeat(10);
    private static final String RICH_REPEAT = "gcgcc".repeat(10);
    private static final String HALF = "ACGTA".repeat(10);
    private static final String MANY_UNKNOWN = "GCGNN".repeat(3) + "GCGCC".repeat(7);

    @TempDir
    Path folder;

    private final List<String> messages = new ArrayList<>();
    private final Progress progress = new Recorded(messages);

    private record Recorded(List<String> messages) implements Progress {
        @Override
        public void start(String task, long total, String unit) {}

        @Override
        public void advance(long amount) {}

        @Override
        public void note(String message) {
            messages.add(message);
        }

        @Override
        public void warn(String message) {
            messages.add("warning: " + message);
        }

        @Override
        public void finish() {}
    }

    private List<DnaSequence> draw(String genome, String bed) throws IOException {
        String fasta = Files.writeString(folder.resolve("g.fa"), genome).toString();
        String regions = Files.writeString(folder.resolve("p.bed"), bed.replace(' ', '\t'))
                .toString();
        GenomeRegions peaks =
                new GenomeRegions(regions, fasta, LENGTH, WindowCentre.MIDDLE, OutsideRule.SKIP, false, progress);
        MatchedWindows matched = new MatchedWindows(fasta, LENGTH);
        peaks.pass(matched);
        peaks.forEach(sequence -> {});
        List<DnaSequence> drawn = new ArrayList<>();
        matched.draw("controls", "peaks", 1, progress, drawn::add);
        return drawn;
    }

    private static List<String> texts(List<DnaSequence> drawn) {
        return drawn.stream()
                .map(sequence -> sequence.name() + " " + new String(sequence.letters(), StandardCharsets.US_ASCII))
                .toList();
    }

    @Test
    void windowsAgreeInGcContentAndInRepeatFraction() throws IOException {
        String genome = ">a\n" + RICH + POOR + RICH_REPEAT + RICH + "\n>b\n" + POOR + RICH_REPEAT + HALF + "\n";
        // A rich one, a repeat on the minus strand, and a poor one.
        List<DnaSequence> drawn = draw(genome, "a 10 40 p 0 .\nb 50 100 q 0 -\nb 0 50 r 0 .\n");

        assertThat(texts(drawn)).containsExactly("a:50-100 " + POOR, "a:100-150 " + RICH_REPEAT, "a:150-200 " + RICH);
        assertThat(messages).isEmpty();
    }

    @Test
    void noWindowOverlapsAPeakThatIsLeftOut() throws IOException {
        // The window of the second peak extends beyond the sequence; the last rich piece would match.
        List<DnaSequence> drawn =
                draw(">a\n" + RICH + POOR + RICH_REPEAT + RICH + "\n", "a 10 40 p 0 .\na 160 200 q 0 .\n");

        assertThat(texts(drawn)).hasSize(1).noneMatch(text -> text.startsWith("a:150"));
    }

    @Test
    void aShortageIsCounted() throws IOException {
        List<DnaSequence> drawn =
                draw(">a\n" + RICH + RICH + RICH_REPEAT + POOR + "\n", "a 0 50\na 0 50\na 50 100\na 100 150\n");

        assertThat(texts(drawn)).containsExactly("a:150-200 " + POOR);
        assertThat(messages)
                .containsExactly(
                        "warning: " + folder
                                + "/g.fa: 3 of 4 controls are missing, because no candidate is left: 2 at GC content"
                                + " 1.00 and repeat fraction 0.00, 1 at GC content 1.00 and repeat fraction 1.00",
                        folder + "/g.fa: 1 of 4 controls come from other bins of GC content and repeat fraction than"
                                + " the peaks, at a distance of at most 1.00");
    }

    @Test
    void aPeakWithManyUnknownBasesGetsNoControl() throws IOException {
        List<DnaSequence> drawn = draw(">a\n" + MANY_UNKNOWN + POOR + RICH_REPEAT + POOR + "\n", "a 0 50\na 50 100\n");

        assertThat(texts(drawn)).containsExactly("a:150-200 " + POOR);
        assertThat(messages)
                .containsExactly("warning: " + folder
                        + "/g.fa: 1 of the peaks have more than 5 unknown bases, and no matched controls");
    }

    @Test
    void aGenomeWithoutRepeatsIsNoted() throws IOException {
        draw(">a\n" + RICH + POOR + RICH + "\n", "a 0 50\n");

        assertThat(messages)
                .containsExactly(
                        folder + "/g.fa has no soft-masked bases (lower case): controls match in GC content only");
    }

    @Test
    void aGenomeFullOfPeaksIsAnError() {
        assertThatThrownBy(() -> draw(">a\n" + RICH + MANY_UNKNOWN + "\n", "a 0 50\n"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("the genome has no window for controls")
                .hasMessageContaining("windows of 50 bases, at most 5 of them unknown, that overlap none of the peaks");
    }
}
