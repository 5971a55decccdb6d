package org.expomotif.command.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs of dataset on a genome of three chromosomes with planted peaks. */
abstract class DatasetFixture {
    private static final String PEAKS_A = """
            chr1 50 90 a1 100 . 9 1 1 10
            chr1 50 90 a2 2000 . 8 1 1 -1
            chr2 40 60 a1 0 - 7 1 1 5
            chr1 5 9 edge 0 . 6 1 1 0
            chrX 5 9 x 0 . 5 1 1 0
            chr3 10 40 black 0 . 4 1 1 10
            chr3 60 90 n 0 . 3 1 1 10
            chr3 80 100 ok 0 . 2 1 1 10
            chr1 55 62 dup 0 . 1 1 1 5
            """;

    private static final String PEAKS_B = "chr1 58 63\nchr1 150 170\n";

    @TempDir
    Path folder;

    String chr1 = "";
    String chr2 = "";
    String chr3 = "";

    @BeforeEach
    void writeInputs() throws IOException {
        chr1 = bases(1, 200);
        chr2 = bases(2, 100);
        chr3 = bases(3, 60) + "NNN" + bases(4, 37);
        write("g.fa", ">chr1\n" + chr1 + "\n>chr2\n" + chr2 + "\n>chr3\n" + chr3 + "\n");
        write("A.narrowPeak", PEAKS_A.replace(' ', '\t'));
        write("B.bed", PEAKS_B.replace(' ', '\t'));
        write("black.bed", "chr3\t29\t35\n");
        write("N.bed", "chr1\t100\t120\tneg\t0\t.\nchr1\t70\t90\tnear\t0\t.\n");
    }

    /** Random bases; every third of them in lower case. */
    static String bases(int seed, int length) {
        StringBuilder text = new StringBuilder();
        new Random(seed).ints(length, 0, 12).forEach(base -> text.append("ACGTACGTacgt".charAt(base)));
        return text.toString();
    }

    String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** A genome of six chromosomes, and peaks with everything that can be odd. */
    void writeLarger() throws IOException {
        Random random = new Random(8);
        StringBuilder genome = new StringBuilder();
        StringBuilder peaks = new StringBuilder();
        StringBuilder others = new StringBuilder();
        for (int c = 1; c <= 6; c++) {
            StringBuilder letters = new StringBuilder();
            while (letters.length() < 12_000) {
                String part = bases(random.nextInt(), 100 + random.nextInt(200));
                int kind = random.nextInt(20);
                letters.append(kind == 0 ? "N".repeat(40) : kind < 6 ? part.toLowerCase(Locale.ROOT) : part);
            }
            genome.append(">chr")
                    .append(c)
                    .append('\n')
                    .append(letters, 0, 12_000)
                    .append('\n');
            for (int i = 0; i < 20; i++) {
                int start = random.nextInt(12_000);
                String line = "chr" + (i == 7 ? 9 : c) + "\t" + start + "\t" + (start + 100 + random.nextInt(100))
                        + "\tp" + i + "\t" + random.nextInt(1000) + "\t" + ".-+.".charAt(i % 4) + "\n";
                (i % 3 == 0 ? others : peaks).append(line).append(i % 5 == 0 ? line : "");
            }
        }
        write("g.fa", genome.toString());
        write("P.bed", peaks.toString());
        write("Q.bed", others.toString());
        write("black.bed", "chr2\t0\t3000\nchr3\t5000\t5100\n");
    }

    CommandResult run(String line) {
        return CommandLineRun.parse(folder, line).run();
    }

    CommandResult dataset(String line) {
        CommandResult run = run("dataset --genome @/g.fa --out-dir @/d " + line);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    /** The lines of an output without comments, with the folder left out. */
    List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve("d").resolve(name)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replace(folder + "/", ""))
                .toList();
    }

    JsonNode summary() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("d/dataset.json").toFile())
                .get("dataset");
    }
}
