package org.expomotif.command.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.Test;

/** The negatives of a data set: windows of the genome, matched to the positives, and shuffles. */
class DatasetNegativesTest extends DatasetFixture {
    @Test
    void drawnNegativesOverlapNothingAndAreMatchedInEachSplit() throws IOException {
        writeLarger();
        dataset("--positives @/P.bed @/Q.bed --length 60 --blacklist @/black.bed --max-unknown 0"
                + " --valid-chromosomes chr2 --test-chromosomes chr3,chr4");
        List<String[]> regions = new ArrayList<>();
        lines("regions.bed").forEach(line -> regions.add(line.split("\t")));
        List<String[]> taken = new ArrayList<>();
        for (String file : List.of("P.bed", "Q.bed", "black.bed")) {
            Files.readAllLines(folder.resolve(file)).forEach(line -> taken.add(line.split("\t")));
        }
        regions.stream().filter(cells -> cells[7].equals("positive")).forEach(taken::add);
        for (String[] negative : regions) {
            if (negative[7].equals("genome")) {
                assertThat(taken)
                        .noneMatch(cells -> cells[0].equals(negative[0])
                                && Integer.parseInt(cells[1]) < Integer.parseInt(negative[2])
                                && Integer.parseInt(cells[2]) > Integer.parseInt(negative[1]));
                taken.add(negative);
            }
        }
        JsonNode groups = summary().get("groups");
        for (JsonNode group : groups) {
            assertThat(group.get("positives").asInt())
                    .isPositive()
                    .isEqualTo(group.get("genome").asInt());
        }
        assertThat(groups.get(1).get("chromosomes").toString()).isEqualTo("[\"chr2\"]");
        List<String> table = lines("composition.tsv");
        assertThat(table.getFirst()).isEqualTo("split\twindows\tn\tgc\trepeats\tks_gc\tp_gc\tks_repeats\tp_repeats");
        for (String split : List.of("train", "test")) {
            assertThat(statistic(table, split, "genome")).isLessThan(statistic(table, split, "candidates"));
        }
    }

    /** The Kolmogorov-Smirnov statistic of the repeat fractions. */
    private static double statistic(List<String> table, String split, String windows) {
        return table.stream()
                .filter(line -> line.startsWith(split + "\t" + windows + "\t"))
                .mapToDouble(line -> Double.parseDouble(line.split("\t")[7]))
                .sum();
    }

    @Test
    void shufflesKeepTheDinucleotidesOfTheirPositives() throws IOException {
        dataset("--positives @/A.narrowPeak --length 20 --negatives shuffle --ratio 2");
        List<DnaSequence> sequences = SequenceFile.readAll(folder + "/d/sequences.fa");
        assertThat(sequences)
                .extracting(DnaSequence::name)
                .contains("a1", "a1-shuffle", "a1-shuffle-2", "a1-2-shuffle")
                .hasSize(3 * 5);
        for (String id : List.of("a1", "a2", "a1-2", "ok")) {
            assertThat(dinucleotides(sequences, id + "-shuffle")).isEqualTo(dinucleotides(sequences, id));
        }
        assertThat(lines("labels.tsv")).contains("a1-2-shuffle\tvalid\t0");
    }

    private static List<String> dinucleotides(List<DnaSequence> sequences, String id) {
        String letters = sequences.stream()
                .filter(sequence -> sequence.name().equals(id))
                .map(sequence -> new String(sequence.letters(), StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT))
                .findFirst()
                .orElseThrow();
        return IntStream.range(1, letters.length())
                .mapToObj(i -> letters.substring(i - 1, i + 1))
                .sorted()
                .toList();
    }

    /** In the test split every window but one is taken by peaks. */
    @Test
    void aSplitWithTooFewCandidatesEndsWithACount() throws IOException {
        StringBuilder peaks = new StringBuilder();
        for (int start = 100; start < 400; start += 10) {
            peaks.append("chr2\t").append(start).append('\t').append(start + 60).append('\n');
        }
        write("P.bed", peaks + "chr1\t100\t160\n");
        write("g.fa", ">chr1\n" + bases(1, 2000) + "\n>chr2\n" + bases(2, 500) + "\n");
        CommandResult run = dataset("--positives @/P.bed --length 60 --test-chromosomes chr2");
        assertThat(run.err())
                .contains("test: 29 of 30 negatives are missing, because no candidate is left")
                .contains("fewer than 10 regions of a class in a split: P has 1 in train, P has 0 in valid");
        JsonNode test = summary().get("matching").get(2);
        assertThat(test.get("needed").asInt()).isEqualTo(30);
        assertThat(test.get("missing").asInt()).isEqualTo(29);
        int missing = 0;
        for (JsonNode bin : test.get("bins")) {
            missing += bin.get("missing").asInt();
        }
        assertThat(missing).isEqualTo(29);
    }
}
