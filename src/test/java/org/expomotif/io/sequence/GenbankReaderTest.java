package org.expomotif.io.sequence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.biojava.nbio.core.sequence.DNASequence;
import org.biojava.nbio.core.sequence.compound.AmbiguityDNACompoundSet;
import org.biojava.nbio.core.sequence.compound.NucleotideCompound;
import org.biojava.nbio.core.sequence.io.DNASequenceCreator;
import org.biojava.nbio.core.sequence.io.GenbankReader;
import org.biojava.nbio.core.sequence.io.GenericGenbankHeaderParser;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenbankReaderTest {
    private static final String CONTIG = """
            LOCUS       BB2                   9999 bp    DNA     linear   CON 01-JAN-2000
            ACCESSION   BB2
            VERSION     BB2.1
            CONTIG      join(CC3.1:1..9999)
            //
            """;

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.gb"), text).toString();
    }

    private List<String> read(String text) throws IOException {
        return SequenceFile.readAll(file(text)).stream()
                .map(s -> s.name() + "|" + s.description() + "|" + new String(s.letters(), ISO_8859_1))
                .toList();
    }

    private void assertRejected(String text, String... parts) throws IOException {
        String path = file(text);
        assertThatThrownBy(() -> SequenceFile.readAll(path))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(path)
                .hasMessageContainingAll(parts);
    }

    /** A whole record. */
    private static String record(String name, String letters) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "LOCUS       %-16s %11d bp    DNA     linear   UNK 01-JAN-2000%nDEFINITION  A %s.%nACCESSION   %s%n"
                        + "VERSION     %s.1%nFEATURES             Location/Qualifiers%n     source          1..%d%n"
                        + "ORIGIN%n",
                name,
                letters.length(),
                name,
                name,
                name,
                letters.length()));
        for (int i = 0; i < letters.length(); i += 60) {
            text.append(String.format(Locale.ROOT, "%9d", i + 1));
            for (int j = i; j < Math.min(i + 60, letters.length()); j += 10) {
                text.append(' ').append(letters, j, Math.min(j + 10, letters.length()));
            }
            text.append('\n');
        }
        return text.append("//\n").toString();
    }

    /** A record with this first line, these lines before ORIGIN and the bases acgt. */
    private static String headed(String locus, String... lines) {
        return locus + "\n" + String.join("\n", lines) + "\nORIGIN\n        1 acgt\n//\n";
    }

    @Test
    void aRecordWithoutBasesIsNamedAtAnyPlace() throws IOException {
        String whole = record("AA1", "ttttacgtaacc");
        String message = "record BB2.1: the record has no sequence: expected bases under ORIGIN, found it is assembled"
                + " from other records (CONTIG join(CC3.1:1..9999)); download the record again, with its sequence";
        assertRejected(whole + CONTIG, "in.gb, line 10, " + message);
        assertRejected(CONTIG, "in.gb, line 1, " + message);
        assertRejected(CONTIG + whole, "in.gb, line 1, " + message);
        assertRejected(whole + CONTIG + record("DD4", "gggg"), "in.gb, line 10, " + message);
        assertRejected(whole + "\n\n" + CONTIG, "in.gb, line 12, " + message);
    }

    @Test
    void theReasonForMissingBasesIsReported() throws IOException {
        String master = CONTIG.replace("CONTIG      join(CC3.1:1..9999)", "WGS         AAAA01000001-AAAA01000009");
        assertRejected(master, "record BB2.1: the record has no sequence", "records of their own (WGS AAAA01000001-");
        assertRejected(
                "LOCUS       BB2  30 bp  DNA\n//\n", "line 1, record BB2: the record has no sequence", "download");
        assertRejected("LOCUS       BB2  30 bp  DNA\nORIGIN\n//\n", "line 1, record BB2: the record has no sequence");
    }

    @Test
    void namesComeFromVersionAccessionOrLocus() throws IOException {
        String locus = "LOCUS       L1  4 bp    DNA";
        assertThat(read(headed(locus, "ACCESSION   A1 A2", "VERSION     A1.2  GI:7")))
                .containsExactly("A1.2||ACGT");
        assertThat(read(headed(locus, "ACCESSION   A1 A2"))).containsExactly("A1||ACGT");
        assertThat(read(headed(locus, "ACCESSION   .", "VERSION     ."))).containsExactly("L1||ACGT");
        assertThat(read(headed(locus, "ACCESSION", "VERSION"))).containsExactly("L1||ACGT");
        assertThat(read(headed(locus, "ACCESSION   <unknown id>"))).containsExactly("L1||ACGT");
        assertThat(read(headed("LOCUS       pcDNA3.1(+) copy 2  4 bp ds-DNA     circular SYN 27-APR-2021")))
                .containsExactly("pcDNA3.1(+)_copy_2||ACGT");
        assertThat(read(headed("LOCUS       My_Plasmid")))
                .as("no length in the first line")
                .containsExactly("My_Plasmid||ACGT");
    }

    @Test
    void firstLinesWithJoinedColumns() throws IOException {
        assertThat(read(headed("LOCUS       AB123456 4bp    DNA     linear   UNK 01-JAN-2000")))
                .containsExactly("AB123456||ACGT");
        assertThat(read(headed("LOCUS       AVeryLongScaffoldName_0123456789 4 bp    DNA", "VERSION     S1.1")))
                .containsExactly("S1.1||ACGT");
        assertThat(read(headed("LOCUS       scaffold_1234567890000000000004 bp    DNA", "VERSION     S1.1")))
                .containsExactly("S1.1||ACGT");
        assertRejected(
                headed("LOCUS       scaffold_12345678900000000000012 bp    DNA", "VERSION     S1.1"),
                "record S1.1: the number of bases differs from the LOCUS line");
        assertRejected(headed("LOCUS       AB1234564 aa    linear   UNK 01-JAN-2000"), "the record is a protein");
    }

    @Test
    void linesBeforeTheFirstRecord() throws IOException {
        String whole = record("AA1", "acgt");
        assertThat(read("\n  \n\r\n" + whole)).containsExactly("AA1.1|A AA1.|ACGT");
        assertThat(read("\uFEFF" + whole)).containsExactly("AA1.1|A AA1.|ACGT");
        assertThat(read("GBBCT1.SEQ          Genetic Sequence Data Bank\n   August 15 2025\n\n1 loci\n\n" + whole))
                .containsExactly("AA1.1|A AA1.|ACGT");
        assertThat(read(whole.replace("\n", "\r\n"))).containsExactly("AA1.1|A AA1.|ACGT");
        assertThat(read(whole.replace("ORIGIN", "ORIGIN      Chromosome 1 q23")))
                .containsExactly("AA1.1|A AA1.|ACGT");
        assertThat(read(whole.replace("A AA1.", "A long\n            title.")))
                .containsExactly("AA1.1|A long title.|ACGT");
    }

    @Test
    void headLinesHaveALength() throws IOException {
        String locus = "LOCUS       L1  4 bp    DNA";
        assertThat(read(headed(locus + " ".repeat(1000 - locus.length())))).containsExactly("L1||ACGT");
        assertRejected(
                headed(locus + " ".repeat(1001 - locus.length())),
                "line 1: the LOCUS line is too long: expected at most 1000 characters");
        assertRejected(CONTIG.replace("CC3.1:1..9999", "x".repeat(54)), "(CONTIG join(" + "x".repeat(54) + "))");
        assertRejected(CONTIG.replace("CC3.1:1..9999", "x".repeat(55)), "(CONTIG join(" + "x".repeat(55) + "...)");
    }

    @Test
    void aRecordWithoutAnyNameIsRefused() throws IOException {
        assertRejected(
                headed("LOCUS", "ACCESSION   unknown", "VERSION     ."),
                "in.gb, line 1: the record has no name: expected a name after VERSION, ACCESSION or LOCUS;"
                        + " name every record");
    }

    @Test
    void linesMayBeLongerThanUsual() throws IOException {
        String letters = "acgt".repeat(200);
        assertThat(read("LOCUS       L1  800 bp    DNA\nORIGIN\n        1 " + letters + "\n//\n"))
                .containsExactly("L1||" + letters.toUpperCase(Locale.ROOT));
        assertRejected(headed("LOCUS       L1  4 bp    DNA").replace("acgt", "acg\u00e9"), "line 4, record L1", "0xe9");
    }

    @Test
    void rnaIsReadAndProteinIsRejected() throws IOException {
        assertThat(read(record("AA1", "acguacguAN").replace("DNA ", "mRNA")))
                .containsExactly("AA1.1|A AA1.|ACGUACGUAN");
        assertRejected(
                record("AA1", "acgt").replace(" bp ", " aa "),
                "in.gb, line 1, record AA1: the record is a protein: expected a record of nucleotides (bp), found 4 aa");
        assertRejected(
                record("AA1", "acgtlv"),
                "line 8, record AA1.1: the sequence is not DNA: expected the letters A C G T (U) or IUPAC codes,"
                        + " found 'l', a letter of proteins");
    }

    @Test
    void lengthsAndPositionNumbersMustFit() throws IOException {
        String whole = record("AA1", "acgt".repeat(40));
        assertRejected(
                whole.replace(" 160 bp", " 161 bp"),
                "line 11, record AA1.1: the number of bases differs from the LOCUS line: expected 161 bases (line 1),"
                        + " found 160; download");
        String[] lines = whole.split("\n");
        lines[8] = "";
        assertRejected(
                String.join("\n", lines) + "\n",
                "line 10, record AA1.1: the position number of the line does not continue the count: expected 61,"
                        + " found 121");
    }

    @Test
    void filesThatEndEarly() throws IOException {
        String whole = record("AA1", "acgt".repeat(40));
        for (int length : new int[] {30, 100, 250, whole.length() - 4}) {
            assertRejected(whole.substring(0, length), "the GenBank file ends early: expected '//' after every record");
        }
        assertRejected(
                whole.replace("//\n", "") + whole,
                "line 11, record AA1.1: the record ends early: expected '//' before the next LOCUS");
        assertRejected(whole + "more\n", "line 12: a GenBank record does not start with LOCUS", "found \"more\"");
    }

    @Test
    void namesTwiceAreFoundWithBothLines() throws IOException {
        assertRejected(
                record("AA1", "acgt") + record("BB2", "acgt") + record("AA1", "acgg"),
                "in.gb, line 19: two sequences have the same name: found \"AA1.1\" here and in line 1;");
    }

    @Test
    void wholeRecordsAreReadAsBiojavaReadsThem() throws IOException {
        Random random = new Random(8);
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < 20; r++) {
            StringBuilder letters = new StringBuilder();
            for (int i = 1 + random.nextInt(300); i > 0; i--) {
                letters.append("acgtacgtacgtnryswkmbdhv".charAt(random.nextInt(23)));
            }
            text.append(record("AB00000" + r, letters.toString()));
        }
        List<String> theirs = new ArrayList<>();
        GenbankReader<DNASequence, NucleotideCompound> reader = new GenbankReader<>(
                new ByteArrayInputStream(text.toString().getBytes(UTF_8)),
                new GenericGenbankHeaderParser<>(),
                new DNASequenceCreator(AmbiguityDNACompoundSet.getDNACompoundSet()));
        Map<String, DNASequence> some = process(reader);
        some.values().forEach(s -> theirs.add(s.getSequenceAsString()));
        assertThat(SequenceFile.readAll(file(text.toString())).stream().map(s -> new String(s.letters(), ISO_8859_1)))
                .hasSize(20)
                .containsExactlyElementsOf(theirs);
    }

    private static Map<String, DNASequence> process(GenbankReader<DNASequence, NucleotideCompound> reader)
            throws IOException {
        try {
            return reader.process();
        } catch (org.biojava.nbio.core.exceptions.CompoundNotFoundException e) {
            throw new IOException(e);
        }
    }
}
