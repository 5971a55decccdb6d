package org.expomotif.motif.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.expomotif.motif.Background;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemeWriterTest {
    @TempDir
    private Path folder;

    @Test
    void writesWhatMemeReads() {
        Motif motif = new Motif("a b", "long name", new double[][] {{0.1, 0.2, 0.3, 0.4}}, 12.5, "http://x.org");
        MotifSet set = new MotifSet(List.of(motif), Optional.of(new Background(0.3, 0.2, 0.2, 0.3)));
        assertThat(MemeWriter.text(set, List.of("expomotif 0.1", "two\nlines"))).isEqualTo("""
                MEME version 4
                # expomotif 0.1
                # two
                # lines

                ALPHABET= ACGT

                strands: + -

                Background letter frequencies
                A 0.3 C 0.2 G 0.2 T 0.3

                MOTIF a_b long name
                letter-probability matrix: alength= 4 w= 1 nsites= 12.5 E= 0
                  0.100000  0.200000  0.300000  0.400000
                URL http://x.org
                """);
    }

    @Test
    void writtenRowsSumToOne() {
        assertThat(MemeWriter.units(new double[] {1 / 3d, 1 / 3d, 1 / 3d, 0}))
                .containsExactly(333334, 333333, 333333, 0);
        assertThat(MemeWriter.units(new double[] {1, 0, 0, 0})).containsExactly(1000000, 0, 0, 0);
        assertThat(MemeWriter.units(new double[] {0.25, 0.25, 0.25, 0.249}))
                .containsExactly(250000, 250000, 250000, 249000);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1000; i++) {
            double[] row = random.doubles(4).toArray();
            double sum = Arrays.stream(row).sum();
            double[] p = Arrays.stream(row).map(x -> x / sum).toArray();
            int[] units = MemeWriter.units(p);
            assertThat(Arrays.stream(units).sum()).isEqualTo(1_000_000);
            for (int letter = 0; letter < 4; letter++) {
                assertThat(units[letter] / 1e6).isCloseTo(p[letter], within(1e-6));
            }
        }
    }

    /** The reader ends a word at U+2028, which {@code \s} of a regular expression does not match. */
    @Test
    void anyWhiteSpaceInAnIdentifierBecomesAnUnderscore() throws Exception {
        Motif motif = new Motif("a\u2028b\tc", "x\u2029y  z", new double[][] {{1, 0, 0, 0}}, 1, "");
        String file = folder.resolve("spaces.meme").toString();
        MemeWriter.write(file, new MotifSet(List.of(motif), Optional.empty()), List.of());

        Motif back = MotifFile.read(file).motifs().getFirst();
        assertThat(back.id()).isEqualTo("a_b_c");
        assertThat(back.name()).isEqualTo("x y z");
    }

    @Test
    void whatIsWrittenIsReadBackAndWrittenTheSame() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        List<Motif> motifs = new ArrayList<>();
        for (int m = 0; m < 50; m++) {
            double[][] matrix = new double[1 + random.nextInt(30)][4];
            for (double[] row : matrix) {
                int left = 1_000_000;
                for (int letter = 0; letter < 3; letter++) {
                    int units = random.nextInt(left + 1);
                    row[letter] = units / 1e6;
                    left -= units;
                }
                row[3] = left / 1e6;
            }
            String name = m % 3 == 0 ? "" : "name " + m + " = #w";
            motifs.add(new Motif("id:" + m + "#[" + m, name, matrix, m * 7.25, m % 2 == 0 ? "" : "http://x.org/" + m));
        }
        MotifSet set = new MotifSet(motifs, Optional.of(new Background(0.31, 0.19, 0.2, 0.3)));
        Path first = folder.resolve("first.meme.gz");
        MemeWriter.write(first.toString(), set, List.of("MOTIFs of a test", "A 0.1 C 0.1 G 0.1 T 0.7"));

        MotifSet back = MotifFile.read(first.toString());

        assertThat(back.background()).isEqualTo(set.background());
        assertThat(back.motifs()).usingRecursiveFieldByFieldElementComparator().isEqualTo(motifs);
        Path second = folder.resolve("second.meme.gz");
        MemeWriter.write(second.toString(), back, List.of("MOTIFs of a test", "A 0.1 C 0.1 G 0.1 T 0.7"));
        assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
    }
}
