package org.expomotif.mutated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.expomotif.motif.format.MotifFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Motif files of every format with random faults. */
class MutatedMotifsTest {
    private static final String MEME = """
            MEME version 4.12

            ALPHABET= ACGT

            strands: + -

            Background letter frequencies (from uniform background):
            A 0.25 C 0.25 G 0.25 T 0.25

            MOTIF MA0001.1 one
            letter-probability matrix: alength= 4 w= 2 nsites= 20 E= 0
             0.5  0.25 0.125 0.125
             1.000000\t0.000000\t0.000000\t0.000000
            URL http://example.org/one

            MOTIF two
            letter-probability matrix:
             0.25 0.25 0.25 0.25
            """;
    private static final String JASPAR = ">MA0001.1\tAGL3\nA [ 0 3 79 ]\nC [ 94 75 4 ]\nG [ 1 0 3 ]\nT [ 2 19 11 ]\n";
    private static final String TRANSFAC = "AC M1\nXX\nID V$ONE\nPO A C G T\n01 1 2 3 4 N\n02 0 0 10 0 G\nXX\n//\n";

    @TempDir
    private Path folder;

    static Stream<String> files() {
        return Stream.of(
                "known.homer",
                "cisbp_full.txt",
                "clusterbuster.cb",
                "jaspar_old.pfm",
                "stamp.txt",
                "uniprobe.txt",
                "uniprobe_full.txt",
                "transfac_full.dat",
                "universalmotif.txt",
                "universalmotif_0.txt",
                "meme.xml",
                "streme.xml",
                "dreme.xml",
                "dreme.txt");
    }

    @Test
    void small() {
        Mutation mutation = new Mutation(folder);
        mutation.of(MEME, file -> MotifFile.read(file));
        mutation.of(JASPAR, file -> MotifFile.read(file));
        mutation.of(TRANSFAC, file -> MotifFile.read(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void ofTestData(String name) throws IOException {
        new Mutation(folder).of(Files.readAllBytes(Path.of("test-data/motifs", name)), file -> MotifFile.read(file));
    }
}
