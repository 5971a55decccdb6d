package org.expomotif.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.Split;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.io.track.Bed;
import org.expomotif.io.track.BedSite;
import org.expomotif.motif.Motif;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.Progress;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthRunTest {
    private static final double[] NUMBERS = {0.5, 0.25, 0.17, 0.05, 0.03};
    /** Quantiles of chi-square with 1, 3 and 4 degrees of freedom for a tail probability of 1 in 100,000. */
    private static final double[] CHI_SQUARE = {0, 19.6, 0, 25.9, 28.5};

    @TempDir
    private Path folder;

    private static Motif word(String id, String letters) {
        double[][] matrix = new double[letters.length()][4];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i]["ACGT".indexOf(letters.charAt(i))] = 1;
        }
        return Motif.of(id, matrix);
    }

    private static final List<Motif> WORDS =
            List.of(word("first", "AACCGGTAC"), word("second", "TTTTTCCC"), word("third", "GATTACAGATTACA"));

    private static final List<Motif> OTHERS = List.of(word("other", "CCCCC"), word("fifth", "AGAGAG"));

    private record Data(List<DnaSequence> sequences, Labels labels, Map<String, List<BedSite>> sites) {}

    private Data make(SynthTask task, SynthSettings settings) {
        new SynthRun(task, settings, BaseSource.UNIFORM).write(folder.resolve("out"), Progress.NONE);
        return data("out", "");
    }

    private Data data(String out, String suffix) {
        return new Data(
                SequenceFile.readAll(
                        folder.resolve(out).resolve("sequences.fa" + suffix).toString()),
                Labels.read(folder.resolve(out).resolve("labels.tsv" + suffix).toString()),
                Bed.readAll(folder.resolve(out).resolve("sites.bed" + suffix).toString()).stream()
                        .collect(Collectors.groupingBy(BedSite::sequence)));
    }

    private static SynthSettings settings(int n, int length, long seed) {
        return new SynthSettings(n, length, 0.7, 0.1, seed, false);
    }

    private static void expect(long[] counts, double... shares) {
        double n = Arrays.stream(counts).sum();
        double total = Arrays.stream(shares).sum();
        double statistic = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = n * shares[i] / total;
            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertThat(statistic).as("%s", Arrays.toString(counts)).isLessThan(CHI_SQUARE[counts.length - 1]);
    }

    @Test
    void sitesAndLabelsAgreeWithThePlantedMotifs() throws IOException {
        Data data = make(new SynthTask.MotifClasses(WORDS), settings(501, 80, 3));
        assertThat(data.sequences()).hasSize(501);
        assertThat(data.labels().classes()).containsExactly("first", "second", "third");
        for (int i = 0; i < 501; i++) {
            DnaSequence sequence = data.sequences().get(i);
            String letters = new String(sequence.letters(), StandardCharsets.US_ASCII);
            assertThat(letters).hasSize(80).matches("[ACGT]+");
            float[] labels = new float[3];
            int free = 0;
            for (BedSite site : data.sites().get(sequence.name())) {
                assertThat(site.start()).isGreaterThanOrEqualTo(free);
                free = site.end();
                int motif = List.of("first", "second", "third").indexOf(site.name());
                labels[motif] = 1;
                Motif planted = site.strand() == '-' ? WORDS.get(motif).reverseComplement() : WORDS.get(motif);
                assertThat(letters.substring(site.start(), site.end())).isEqualTo(text(planted));
            }
            assertThat(free).isLessThanOrEqualTo(80);
            assertThat(data.labels().rows().get(i).id()).isEqualTo(sequence.name());
            assertThat(data.labels().rows().get(i).values()).containsExactly(labels);
        }
        assertThat(data.labels().of(Split.TRAIN)).hasSize(351);
        assertThat(data.labels().of(Split.VALID)).hasSize(50);
        assertThat(data.labels().of(Split.TEST)).hasSize(100);
        assertThat(MotifFile.read(folder.resolve("out/motifs.meme").toString()).motifs())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(WORDS);
    }

    private static String text(Motif motif) {
        StringBuilder letters = new StringBuilder();
        for (double[] row : motif.matrix()) {
            letters.append("ACGT".charAt(row[0] == 1 ? 0 : row[1] == 1 ? 1 : row[2] == 1 ? 2 : 3));
        }
        return letters.toString();
    }

    @Test
    void drawsNumbersStrandsMotifsAndBasesWithTheProbabilitiesOfTheStudy() {
        Motif mixed =
                Motif.of("mixed", new double[][] {{0.1, 0.2, 0.3, 0.4}, {0.6, 0.2, 0.1, 0.1}, {0.4, 0.1, 0.1, 0.4}});
        Data data = make(new SynthTask.MotifClasses(List.of(mixed, word("poly", "AAA"))), settings(20_000, 40, 1));
        long[] numbers = new long[5];
        long[] strands = new long[2];
        long[] motifs = new long[2];
        long[] outside = new long[4];
        long[][] inside = new long[3][4];
        for (DnaSequence sequence : data.sequences()) {
            byte[] codes = sequence.codes();
            List<BedSite> sites = data.sites().get(sequence.name());
            numbers[sites.size() - 1]++;
            boolean[] planted = new boolean[codes.length];
            for (BedSite site : sites) {
                strands[site.strand() == '-' ? 1 : 0]++;
                motifs[site.name().equals("mixed") ? 0 : 1]++;
                Arrays.fill(planted, site.start(), site.end(), true);
                for (int i = 0; i < 3 && site.name().equals("mixed"); i++) {
                    boolean minus = site.strand() == '-';
                    inside[i][minus ? 3 - codes[site.end() - 1 - i] : codes[site.start() + i]]++;
                }
            }
            for (int i = 0; i < codes.length; i++) {
                outside[codes[i]] += planted[i] ? 0 : 1;
            }
        }
        expect(numbers, NUMBERS);
        expect(strands, 1, 1);
        expect(motifs, 1, 1);
        expect(outside, 1, 1, 1, 1);
        for (int i = 0; i < 3; i++) {
            expect(inside[i], mixed.matrix()[i]);
        }
    }

    @Test
    void halfOfTheBillboardSequencesHaveCoreMotifsOnly() {
        Data data = make(new SynthTask.Billboard(WORDS, OTHERS), settings(2_001, 120, 7));
        assertThat(data.labels().classes()).containsExactly("core");
        long positives = 0;
        long[] numbers = new long[5];
        Map<String, Long> inNegatives = new HashMap<>();
        for (Labels.Row row : data.labels().rows()) {
            List<BedSite> sites = data.sites().get(row.id());
            numbers[sites.size() - 3]++;
            if (row.values()[0] == 1) {
                positives++;
                assertThat(sites).extracting(BedSite::name).isSubsetOf("first", "second", "third");
            } else {
                sites.forEach(site -> inNegatives.merge(site.name(), 1L, Long::sum));
            }
        }
        assertThat(positives).isEqualTo(1_001);
        expect(numbers, NUMBERS);
        assertThat(inNegatives).containsOnlyKeys("first", "second", "third", "other", "fifth");
        expect(inNegatives.values().stream().mapToLong(Long::longValue).toArray(), 1, 1, 1, 1, 1);
    }

    @Test
    void sameSeedSameBytesAndASequenceDoesNotDependOnTheirNumber() throws IOException {
        SynthTask task = new SynthTask.MotifClasses(WORDS);
        new SynthRun(task, settings(50, 100, 9), BaseSource.UNIFORM).write(folder.resolve("a"), Progress.NONE);
        new SynthRun(task, settings(50, 100, 9), BaseSource.UNIFORM).write(folder.resolve("b"), Progress.NONE);
        new SynthRun(task, settings(20, 100, 9), BaseSource.UNIFORM).write(folder.resolve("c"), Progress.NONE);
        new SynthRun(task, settings(50, 100, 10), BaseSource.UNIFORM).write(folder.resolve("d"), Progress.NONE);
        new SynthRun(task, new SynthSettings(50, 100, 0.7, 0.1, 9, true), BaseSource.UNIFORM)
                .write(folder.resolve("e"), Progress.NONE);
        for (String file : List.of("sequences.fa", "labels.tsv", "sites.bed", "motifs.meme")) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
        String all = Files.readString(folder.resolve("a/sequences.fa"));
        assertThat(all).startsWith(Files.readString(folder.resolve("c/sequences.fa")));
        assertThat(Files.readString(folder.resolve("d/sequences.fa"))).isNotEqualTo(all);
        assertThat(data("e", ".gz").sites()).isEqualTo(data("a", "").sites());
    }

    @Test
    void motifsMayFillTheWholeSequence() {
        Data data = make(new SynthTask.MotifClasses(List.of(word("w", "GATTACA"))), settings(100, 7, 5));
        assertThat(data.sites().values()).allSatisfy(sites -> assertThat(sites).hasSize(1));
    }

    @Test
    void refusesMotifsThatCannotFit() {
        SynthTask classes = new SynthTask.MotifClasses(WORDS);
        assertThatThrownBy(() -> new SynthRun(classes, settings(1, 10, 1), BaseSource.UNIFORM))
                .isInstanceOf(UserException.class)
                .hasMessage("motif third: the motif does not fit into a sequence of 10 bases: found 14 positions; "
                        + "give a larger --length, or leave the motif out");
        SynthTask billboard = new SynthTask.Billboard(WORDS, OTHERS);
        assertThatThrownBy(() -> new SynthRun(billboard, settings(1, 29, 1), BaseSource.UNIFORM))
                .hasMessageContaining("that holds 3 motifs");
    }

    @Test
    void backgroundComesFromWindowsOfKnownBasesOfTheGenome() throws IOException {
        Path genome = Files.writeString(folder.resolve("g.fa"), ">a\nacgtNNNNAACCGGTTAACATG\n>b\nTTTNTTTTG\n");
        GenomeSource source = GenomeSource.read(genome.toString(), 5, Warnings.NONE);
        Map<String, Long> drawn = new HashMap<>();
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < 11_000; i++) {
            byte[] letters = new byte[5];
            source.fill(letters, random);
            drawn.merge(new String(letters, StandardCharsets.US_ASCII), 1L, Long::sum);
        }
        String run = "AACCGGTTAACATG";
        assertThat(drawn).hasSize(11).containsKey("TTTTG");
        assertThat(drawn.keySet()).allMatch(word -> word.equals("TTTTG") || run.contains(word));
        assertThat(drawn.values()).allMatch(count -> Math.abs(count - 1000) < 150);
        assertThatThrownBy(() -> GenomeSource.read(genome.toString(), 15, Warnings.NONE))
                .hasMessageContaining("15 known bases");
    }
}
