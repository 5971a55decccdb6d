package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequence lines with position numbers, and formats that look like them. */
class NumberedSequencesTest extends SequenceFixture {
    @Test
    void positionNumbersAreRemovedAndReportedOnce() throws IOException {
        List<String> numbered = List.of(
                ">a~        1 acgtacgtac gtacgt~       17 ttt~>b~1 gg",
                ">a~acgtacgtac gtacgt       16~ttt 19~>b~gg 2",
                ">a~0 acgtacgtac gtacgt~16 ttt~>b~gg",
                ">a~101 acgtacgtac gtacgt 116~117 ttt 119~>b~gg");
        for (String text : numbered) {
            List<String> warnings = new ArrayList<>();
            String path = file(text.replace('~', '\n'));
            assertThat(flat(SequenceFile.readAll(path, warnings::add)))
                    .as(text)
                    .containsExactly("a||acgtacgtacgtacgtttt", "b||gg");
            assertThat(warnings)
                    .containsExactly(
                            path + ": the position numbers in the sequence lines are left out, the first in line 2");
        }
    }

    @Test
    void positionNumbersAcrossTheEndsOfBlocks() throws IOException {
        StringBuilder text = new StringBuilder(">a\n");
        for (int line = 0; line < 10_000; line++) {
            text.append(String.format(Locale.ROOT, "%9d %s%n", 1 + 60 * line, "acgtacgtag ".repeat(6)));
        }
        byte[] bytes = text.toString().getBytes(ISO_8859_1);
        assertThat(SequenceFile.readAll(file("n.fa", bytes)).getFirst().letters())
                .isEqualTo("acgtacgtag".repeat(60_000).getBytes(ISO_8859_1));
        InputStream before = System.in;
        try {
            System.setIn(new Trickle(Arrays.copyOf(bytes, 50_000)));
            assertThat(flat(SequenceFile.readAll("-")).getFirst()).startsWith("a||acgtacgtagacgtacgtag");
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'>a~1 acgt~9 acgt~'|line 3: the position number of the line does not continue the count: expected 5, found 9; check that no line is missing, or remove the numbers",
                "'>a~acgt 4~acgt 9~'|line 3: the position number of the line does not continue the count: expected 8, found 9",
                "'>a~1acgt~5acgt~'|line 2: a number among the bases: expected bases, with a position number before or after all of them at most, found \"1acgt\"",
                "'>a~acgt 5 acgt~'|line 2: a number among the bases",
                "'>a~acgt5~'|line 2: a number among the bases",
                "'ID   X56734; SV 1; linear; mRNA; STD; PLN; 8 BP.~'|line 1: this is not a FASTA file: expected FASTA or GenBank, found an EMBL file; download it as FASTA or GenBank, or convert it (EMBOSS seqret)",
                "'<!DOCTYPE html>~<html>'|found a web page; download the sequences themselves",
                "'CLUSTAL W (1.83)~~a ACGT'|found an alignment (\"CLUSTAL W (1.83)\")",
                "'@HD\tVN:1.6~'|found a SAM file; convert it to FASTA first (samtools fasta)",
            })
    void rejectsNumbersAndOtherFormatsByName(String text, String message) throws IOException {
        assertRejected(file(text.replace('~', '\n')), message);
    }
}
