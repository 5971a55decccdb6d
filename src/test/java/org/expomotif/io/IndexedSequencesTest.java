package org.expomotif.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedSequencesTest {
    private static final String FASTA = ">a one\nACGTAcgt\nNNRY\n>b\n>c\nTTTTGGGG\nCCCCAAAA\n";

    @TempDir
    private Path folder;

    private static void check(String path) {
        try (IndexedSequences sequences = IndexedSequences.open(path).orElseThrow()) {
            assertThat(sequences.names()).containsExactly("a", "b", "c");
            assertThat(sequences.length("a")).isEqualTo(12);
            assertThat(sequences.length("b")).isZero();
            assertThat(sequences.length("none")).isZero();
            assertThat(new String(sequences.letters("a", 5, 11), StandardCharsets.US_ASCII))
                    .isEqualTo("cgtNNR");
            assertThat(new String(sequences.letters("c", 0, 16), StandardCharsets.US_ASCII))
                    .isEqualTo("TTTTGGGGCCCCAAAA");
            assertThat(sequences.letters("c", 3, 3)).isEmpty();
        }
    }

    @Test
    void partsOfPlainAndCompressedFiles() throws IOException {
        String plain = Files.writeString(folder.resolve("g.fa"), FASTA).toString();
        String compressed = folder.resolve("g.fa.gz").toString();
        Outputs.write(compressed, out -> out.write(FASTA.getBytes(StandardCharsets.US_ASCII)));
        for (String path : List.of(plain, compressed)) {
            check(path);
            assertThat(Path.of(path + ".fai")).exists();
            check(path);
        }
    }

    @Test
    void anIndexOlderThanItsFileIsMadeAnew() throws IOException {
        Path file = Files.writeString(folder.resolve("g.fa"), FASTA);
        Path index = Files.writeString(folder.resolve("g.fa.fai"), "x\t4\t3\t4\t5\n");
        Files.setLastModifiedTime(index, FileTime.fromMillis(1000));
        check(file.toString());
        assertThat(Files.readString(index)).startsWith("a\t12\t");
    }

    @Test
    void theIndexIsThatOfSamtools() throws IOException {
        Path file = Files.writeString(folder.resolve("g.fa"), ">a x\r\nACGT\r\nAC\r\n>b\nACG\nACG\n>c\nACGTA");
        try (IndexedSequences sequences = IndexedSequences.open(file.toString()).orElseThrow()) {
            assertThat(Files.readString(folder.resolve("g.fa.fai")))
                    .isEqualTo("a\t6\t6\t4\t6\nb\t6\t19\t3\t4\nc\t5\t30\t5\t6\n");
            assertThat(new String(sequences.letters("a", 3, 6), StandardCharsets.US_ASCII))
                    .isEqualTo("TAC");
            assertThat(new String(sequences.letters("c", 1, 5), StandardCharsets.US_ASCII))
                    .isEqualTo("CGTA");
        }
    }

    @Test
    void whatHasNoIndexIsLeftToOthers() throws IOException {
        Path uneven = Files.writeString(folder.resolve("u.fa"), ">a\nACG\nACGT\nA\n");
        Path genbank = Files.writeString(folder.resolve("u.gb"), "LOCUS x\n");
        assertThat(IndexedSequences.open(uneven.toString())).isEmpty();
        assertThat(IndexedSequences.open(genbank.toString())).isEmpty();
        assertThat(IndexedSequences.open("-")).isEmpty();
        assertThat(IndexedSequences.open(folder.resolve("none").toString())).isEmpty();
    }
}
