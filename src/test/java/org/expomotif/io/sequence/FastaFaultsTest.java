package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastaFaultsTest {
    private static String message(String text) {
        byte[] block = ("??" + text + "?").getBytes(ISO_8859_1);
        return FastaFaults.notFasta("s.fa", 7, block, 2, 2 + text.length()).getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@HD VN|expected '>' before each name, found a SAM file; convert it to FASTA first (samtools fasta)",
                "@SQ SN|expected '>' before each name, found a SAM file; convert it to FASTA first (samtools fasta)",
                "@RG ID|expected '>' before each name, found a SAM file; convert it to FASTA first (samtools fasta)",
                "@r1|expected '>' before each name, found '@', as in FASTQ; convert it to FASTA first (seqkit fq2fa)",
                "ID   X|expected FASTA or GenBank, found an EMBL file; download it as FASTA or GenBank, or convert it"
                        + " (EMBOSS seqret)",
                "<HTML>|expected '>' before each name, found a web page; download the sequences themselves",
                "<!doctype x|expected '>' before each name, found a web page; download the sequences themselves",
                "<?xml v|expected '>' before each name, found XML; download the sequences themselves",
                "CLUSTAL W|expected '>' before each name, found an alignment (\"CLUSTAL W\"); convert it to FASTA first",
                "#NEXUS|expected '>' before each name, found an alignment (\"#NEXUS\"); convert it to FASTA first",
                "# STOCKHOLM 1|expected '>' before each name, found an alignment (\"# STOCKHOLM 1\"); convert it to FASTA"
                        + " first",
                "ACGT|expected a header that starts with '>', found \"ACGT\"; put a line '>NAME' before each sequence"
            })
    void otherFilesAreNamed(String text, String message) {
        assertThat(message(text)).isEqualTo("s.fa, line 7: this is not a FASTA file: " + message);
        assertThat(message(text + "\nmore")).isEqualTo("s.fa, line 7: this is not a FASTA file: " + message);
    }

    @Test
    void aKindOfFileIsNamed() {
        assertThat(message("PK\3\4"))
                .isEqualTo("s.fa, line 7: this is not a FASTA file: expected text that starts with '>',"
                        + " found a zip archive; unpack it first (unzip)");
    }

    @Test
    void onlyTheStartIsShown() {
        assertThat(message("x".repeat(30))).contains("found \"" + "x".repeat(30) + "\"");
        assertThat(message("x".repeat(31))).contains("found \"" + "x".repeat(30) + "\"");
    }

    @Test
    void controlCharactersAreBinaryData() {
        assertThat(message("a\tb\r\n")).contains("found \"a b\"");
        assertThat(message("a\1"))
                .endsWith("expected text that starts with '>', found binary data;"
                        + " give FASTA or GenBank, plain or gzipped");
        assertThat(message("a\u001f")).contains("binary data");
        assertThat(message("a \u00e9")).doesNotContain("binary data");
        assertThat(message("x".repeat(511) + "\1")).contains("binary data");
        assertThat(message("x".repeat(512) + "\1")).doesNotContain("binary data");
    }

    @Test
    void aLetterThatIsNotABase() {
        String bases = "the sequence is not DNA: expected the letters A C G T (U) or IUPAC codes, found ";
        for (char letter : "EFIJLOPQZefijlopqz".toCharArray()) {
            assertThat(FastaFaults.badLetter(letter))
                    .hasMessage(bases + "'" + letter + "', a letter of proteins; give the DNA sequences");
        }
        String whole = "; check that the file is whole and contains DNA only";
        assertThat(FastaFaults.badLetter('!')).hasMessage(bases + "'!'" + whole);
        assertThat(FastaFaults.badLetter('#')).hasMessage(bases + "'#'" + whole);
        assertThat(FastaFaults.badLetter(126)).hasMessage(bases + "'~'" + whole);
        assertThat(FastaFaults.badLetter(127)).hasMessage(bases + "the byte 0x7f" + whole);
        assertThat(FastaFaults.badLetter(' ')).hasMessage(bases + "the byte 0x20" + whole);
        assertThat(FastaFaults.badLetter('>'))
                .hasMessage("the sequence is not DNA: expected '>' at the start of a line only, found '>' within a"
                        + " line; put every header on a line of its own");
    }
}
