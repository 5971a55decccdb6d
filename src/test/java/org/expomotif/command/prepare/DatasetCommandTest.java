package org.expomotif.command.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.expomotif.dna.DnaSequence;
import org.expomotif.dna.GenomicName;
import org.expomotif.io.Outputs;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.sequence.TwoBitBytes;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.Test;

/** A genome of three chromosomes with planted peaks, for which every line of every output is known. */
class DatasetCommandTest extends DatasetFixture {
    private static String reverseComplement(String letters) {
        StringBuilder text = new StringBuilder(letters).reverse();
        for (int i = 0; i < text.length(); i++) {
            text.setCharAt(i, "TGCAtgcaN".charAt("ACGTacgtN".indexOf(text.charAt(i))));
        }
        return text.toString();
    }

    private static String fractions(String window) {
        String known = window.replace("N", "");
        double gc = known.replaceAll("[^GCgc]", "").length();
        double low = known.replaceAll("[^a-z]", "").length();
        return String.format(
                Locale.ROOT,
                "%.3f\t%.3f",
                Math.floor(gc / known.length() * 200 + 0.5) / 200,
                Math.floor(low / known.length() * 200 + 0.5) / 200);
    }

    @Test
    void everyLineOfEveryOutputIsKnown() throws IOException {
        dataset("--positives @/A.narrowPeak @/B.bed --length 20 --negatives @/N.bed --blacklist @/black.bed"
                + " --valid-chromosomes chr2 --test-chromosomes chr3");

        assertThat(lines("sequences.fa"))
                .containsExactly(
                        ">a1 range=chr1:51-70 strand=+",
                        chr1.substring(50, 70),
                        ">a2 range=chr1:61-80 strand=+",
                        chr1.substring(60, 80),
                        ">chr1:150-170 range=chr1:151-170 strand=+",
                        chr1.substring(150, 170),
                        ">a1-2 range=chr2:36-55 strand=-",
                        reverseComplement(chr2.substring(35, 55)),
                        ">ok range=chr3:81-100 strand=+",
                        chr3.substring(80, 100),
                        ">neg range=chr1:101-120 strand=+",
                        chr1.substring(100, 120));
        // chr1:58-63 of B lies in the window of a2 beside its centre.
        assertThat(lines("labels.tsv"))
                .containsExactly(
                        "id\tsplit\tA\tB",
                        "a1\ttrain\t1\t1",
                        "a2\ttrain\t1\tNA",
                        "chr1:150-170\ttrain\t0\t1",
                        "a1-2\tvalid\t1\t0",
                        "ok\ttest\t1\t0",
                        "neg\ttrain\t0\t0");
        assertThat(lines("regions.bed"))
                .containsExactly(
                        "chr1\t50\t70\ta1\t100\t+\ttrain\tpositive\tA,B\t" + fractions(chr1.substring(50, 70))
                                + "\tA.narrowPeak:1,A.narrowPeak:9,B.bed:1\t9",
                        "chr1\t60\t80\ta2\t1000\t+\ttrain\tpositive\tA\t" + fractions(chr1.substring(60, 80))
                                + "\tA.narrowPeak:2\t8",
                        "chr1\t150\t170\tchr1:150-170\t0\t+\ttrain\tpositive\tB\t" + fractions(chr1.substring(150, 170))
                                + "\tB.bed:2\t.",
                        "chr2\t35\t55\ta1-2\t0\t-\tvalid\tpositive\tA\t" + fractions(chr2.substring(35, 55))
                                + "\tA.narrowPeak:3\t7",
                        "chr3\t80\t100\tok\t0\t+\ttest\tpositive\tA\t" + fractions(chr3.substring(80, 100))
                                + "\tA.narrowPeak:8\t2",
                        "chr1\t100\t120\tneg\t0\t+\ttrain\tgiven\t.\t" + fractions(chr1.substring(100, 120))
                                + "\tN.bed:1\t0");
        assertThat(lines("dropped.tsv"))
                .containsExactly(
                        "record\tfile\tline\treason",
                        "edge::chr1:5-9\tA.narrowPeak\t4\tthe window of 20 bases is not within the 200 bases of chr1",
                        "x::chrX:5-9\tA.narrowPeak\t5\tthe genome has no sequence chrX",
                        "black::chr3:10-40\tA.narrowPeak\t6\tthe window overlaps the blacklist (black.bed, line 1)",
                        "n::chr3:60-90\tA.narrowPeak\t7\t3 of the 20 bases of the window are unknown (at most 2)",
                        "near::chr1:70-90\tN.bed\t2\tthe window overlaps a peak or its window (A.narrowPeak, line 2)");
        JsonNode files = summary().get("files");
        assertThat(List.of("A", "B", ""))
                .containsExactly(
                        files.get(0).get("name").asText(),
                        files.get(1).get("name").asText(),
                        files.get(2).get("name").asText());
        assertThat(counts(files.get(0))).containsExactly(9, 4, 1, 4);
        assertThat(counts(files.get(1))).containsExactly(2, 1, 1, 0);
        assertThat(counts(files.get(2))).containsExactly(2, 1, 0, 1);
        assertThat(files.get(0).get("format").asText()).isEqualTo("narrowPeak");
        assertThat(files.get(1).get("format").asText()).isEqualTo("BED");
        assertThat(files.get(0).get("without_summit").asInt()).isEqualTo(1);
        assertThat(files.get(0).get("reverse").asInt()).isEqualTo(1);
        assertThat(summary().get("overlapping").asInt()).isEqualTo(2);
        assertThat(summary().get("renamed").asInt()).isEqualTo(1);
    }

    /** The reader of FASTA ends a name at U+2028, so a name must not contain it. */
    @Test
    void whiteSpaceOfAnyKindInTheNameOfAPeakBecomesAnUnderscore() throws IOException {
        Files.writeString(folder.resolve("U.bed"), "chr1\t50\t70\tp\u2028q r\n");
        dataset("--positives @/U.bed --length 20 --negatives none --valid-chromosomes chr2 --test-chromosomes chr3");

        assertThat(lines("sequences.fa").getFirst()).startsWith(">p_q_r range=");
        assertThat(lines("labels.tsv").get(1)).startsWith("p_q_r\t");
    }

    private static List<Integer> counts(JsonNode file) {
        return Stream.of("records", "used", "merged", "dropped")
                .map(name -> file.get(name).asInt())
                .toList();
    }

    @Test
    void mergingTopAndCentresCanBeChosen() throws IOException {
        dataset("--positives @/A.narrowPeak --length 20 --negatives none --merge-within 10 --test-chromosomes chr2");
        assertThat(lines("labels.tsv")).contains("a1\ttrain\t1").doesNotContain("a2\ttrain\t1");
        assertThat(String.join("\n", lines("regions.bed")))
                .contains("\tA.narrowPeak:1,A.narrowPeak:2,A.narrowPeak:9\t9\n");
        dataset("--positives @/A.narrowPeak --length 20 --negatives none --top 2 --top-by score --centre middle"
                + " --test-chromosomes chr2");
        // Middles 70 and 70: merged, for they are the two of the highest scores, 100 and 2000.
        assertThat(lines("labels.tsv")).hasSize(2).contains("a2\ttrain\t1");
        assertThat(lines("dropped.tsv"))
                .contains("ok::chr3:80-100\tA.narrowPeak\t8\tnot among the 2 records with the highest column 5");
    }

    @Test
    void everyRecordIsUsedOrDroppedOnce() throws IOException {
        writeLarger();
        dataset("--positives @/P.bed @/Q.bed --length 60 --blacklist @/black.bed --merge-within 40 --top 50"
                + " --negatives genome shuffle --ratio 1.5 --drop-leaks");
        List<String> seen = new ArrayList<>();
        lines("regions.bed").forEach(line -> seen.addAll(List.of(line.split("\t")[11].split(","))));
        lines("dropped.tsv").stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .forEach(cells -> seen.add(cells[1] + ":" + cells[2]));
        seen.removeIf(record -> record.equals(".") || record.startsWith("g.fa"));
        List<String> all = new ArrayList<>();
        for (String name : List.of("P.bed", "Q.bed")) {
            for (int i = 1; i <= Files.readAllLines(folder.resolve(name)).size(); i++) {
                all.add(name + ":" + i);
            }
        }
        assertThat(seen).hasSizeGreaterThan(100).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void sequencesAreWhatTheGenomeHasAtTheirPlaces() throws IOException {
        writeLarger();
        dataset("--positives @/P.bed @/Q.bed --length 60");
        List<DnaSequence> genome = SequenceFile.readAll(folder + "/g.fa");
        List<DnaSequence> sequences = SequenceFile.readAll(folder + "/d/sequences.fa");
        assertThat(sequences).hasSizeGreaterThan(100);
        for (DnaSequence sequence : sequences) {
            var place = GenomicName.parse(sequence.name(), sequence.description())
                    .flatMap(name -> name.place(60))
                    .orElseThrow();
            String chromosome = genome.stream()
                    .filter(each -> each.name().equals(place.sequence()))
                    .map(each -> new String(each.letters(), StandardCharsets.US_ASCII))
                    .findFirst()
                    .orElseThrow();
            String window = chromosome.substring((int) place.start(), (int) place.start() + 60);
            assertThat(new String(sequence.letters(), StandardCharsets.US_ASCII))
                    .isEqualTo(place.reverse() ? reverseComplement(window) : window);
        }
    }

    @Test
    void aFileInAnyFormatOfTheGenomeGivesTheSameBytes() throws IOException {
        writeLarger();
        byte[] genome = Files.readAllBytes(folder.resolve("g.fa"));
        Outputs.write(folder + "/b.fa.gz", out -> out.write(genome));
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("z.fa.gz")))) {
            out.write(genome);
        }
        dataset("--positives @/P.bed --length 60");
        List<DnaSequence> sequences = SequenceFile.readAll(folder + "/g.fa");
        Files.write(
                folder.resolve("g.2bit"),
                TwoBitBytes.of(
                        sequences.stream().map(DnaSequence::name).toList(),
                        sequences.stream()
                                .map(each -> new String(each.letters(), StandardCharsets.US_ASCII))
                                .toList(),
                        ByteOrder.LITTLE_ENDIAN));
        for (String name : List.of("b.fa.gz", "z.fa.gz", "g.2bit")) {
            CommandResult other = run("dataset --positives @/P.bed --length 60 --genome @/" + name + " --out-dir @/o");
            assertThat(other.code()).as(other.err()).isZero();
            for (String output : List.of("sequences.fa", "labels.tsv")) {
                assertThat(folder.resolve("o").resolve(output))
                        .hasSameBinaryContentAs(folder.resolve("d").resolve(output));
            }
        }
    }

    @Test
    void theSeedAloneDecidesTheBytes() throws IOException {
        writeLarger();
        List<byte[]> runs = new ArrayList<>();
        for (String options : List.of("--seed 1 --threads 1", "--seed 1 --threads 7", "--seed 2")) {
            dataset("--positives @/P.bed --length 60 --negatives genome shuffle " + options);
            runs.add(Files.readAllBytes(folder.resolve("d/sequences.fa")));
        }
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
        assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
    }

    @Test
    void whatIsOddIsCountedInANote() throws IOException {
        writeLarger();
        write("black.bed", "2\t0\t3000\n");
        CommandResult run = dataset("--positives @/P.bed @/Q.bed --length 60 --blacklist @/black.bed");
        assertThat(run.err().replace(folder + "/", ""))
                .contains("P.bed: 90 records in the format BED; windows are centred on the middles")
                .containsPattern("P.bed: \\d+ records on the minus strand; their sequences are reverse complements")
                .containsPattern("P.bed: \\d+ records out of order; the order does not matter")
                .containsPattern("P.bed: 90 records: \\d+ used, \\d+ merged into others, \\d+ dropped \\(")
                .containsPattern("\\d+ windows overlap the window of another peak")
                .containsPattern("\\d+ sequences have names that occurred before, with a number after it")
                .contains("warning: P.bed: 6 regions were dropped on a sequence that", "does not have: chr9:")
                .contains("warning: black.bed: none of its sequences is in the genome, such as 2; the blacklist has no"
                        + " effect");
        List<String> notes = new ArrayList<>();
        summary().get("notes").forEach(note -> notes.add(note.asText()));
        assertThat(run.err().lines().filter(line -> line.startsWith("warning: ")))
                .isNotEmpty()
                .allMatch(notes::contains);
    }
}
