package org.expomotif.io.vcf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VcfReaderTest {
    private static final String COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
    private static final String HEAD = "##fileformat=VCFv4.2\n" + COLUMNS + "\n";

    private static List<VcfRecord> records(byte[] bytes) {
        try (VcfReader reader = VcfReader.open(new ByteArrayInputStream(bytes), "v.vcf")) {
            List<VcfRecord> records = new ArrayList<>();
            for (VcfRecord record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
            return records;
        }
    }

    private static List<VcfRecord> records(String text) {
        return records(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String withInfo(String line, String added) {
        return records(HEAD + line).getFirst().withInfo(added);
    }

    @Test
    void aRecordHasItsColumnsAndItsLine() {
        VcfRecord record = records(HEAD + "chr1\t7\trs1\tA\tC,<DEL>,*\t3\tPASS\tDP=1\tGT\t0|1\n")
                .getFirst();

        assertThat(record.line()).isEqualTo("chr1\t7\trs1\tA\tC,<DEL>,*\t3\tPASS\tDP=1\tGT\t0|1");
        assertThat(record.number()).isEqualTo(3);
        assertThat(record.contig()).isEqualTo("chr1");
        assertThat(record.position()).isEqualTo(7);
        assertThat(record.id()).isEqualTo("rs1");
        assertThat(record.ref()).isEqualTo("A");
        assertThat(record.alts()).containsExactly("C", "<DEL>", "*");
        assertThat(record.isReadable()).isTrue();
    }

    @Test
    void aDotIsNoAlt() {
        assertThat(records(HEAD + "1\t1\t.\tA\t.\t.\t.\t.\n").getFirst().alts()).isEmpty();
    }

    @Test
    void fieldsAreAddedToInfoAlone() {
        assertThat(withInfo("1\t1\t.\tA\tC\t.\t.\tDP=1\tGT\t0/1\n", "X=2"))
                .isEqualTo("1\t1\t.\tA\tC\t.\t.\tDP=1;X=2\tGT\t0/1");
        assertThat(withInfo("1\t1\t.\tA\tC\t.\t.\t.\tGT\t.\n", "X=2")).isEqualTo("1\t1\t.\tA\tC\t.\t.\tX=2\tGT\t.");
        assertThat(withInfo("1\t1\t.\tA\tC\t.\t.\tDB;\n", "X=2")).isEqualTo("1\t1\t.\tA\tC\t.\t.\tDB;X=2");
        assertThat(withInfo("1\t1\t.\tA\tC\t.\t.\t.\n", "")).isEqualTo("1\t1\t.\tA\tC\t.\t.\t.");
    }

    @Test
    void aCarriageReturnStaysAtTheEndOfTheLine() {
        List<VcfRecord> records =
                records(HEAD.replace("\n", "\r\n") + "1\t1\t.\tA\tC\t.\t.\tDP=1\r\n1\t2\t.\tA\tC\t.\t.\t.\tGT\t0\r\n");

        assertThat(records.get(0).withInfo("X=2")).isEqualTo("1\t1\t.\tA\tC\t.\t.\tDP=1;X=2\r");
        assertThat(records.get(1).withInfo("X=2")).isEqualTo("1\t2\t.\tA\tC\t.\t.\tX=2\tGT\t0\r");
        assertThat(records).allMatch(VcfRecord::isReadable);
    }

    @Test
    void bytesThatAreNotUtf8AreKept() {
        byte[] line = "1\t1\tcaf_\tA\tC\t.\t.\tT=_\n".getBytes(StandardCharsets.ISO_8859_1);
        line[7] = (byte) 0xE9;
        line[line.length - 2] = (byte) 0xFF;
        byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[head.length + line.length];
        System.arraycopy(head, 0, file, 0, head.length);
        System.arraycopy(line, 0, file, head.length, line.length);

        assertThat(VcfText.bytes(records(file).getFirst().line() + "\n")).isEqualTo(line);
    }

    @Test
    void linesLongerThanTheBufferAreRead() {
        String samples = "\t0|1".repeat(100_000);
        List<VcfRecord> records = records(HEAD + "1\t1\t.\tA\tC\t.\t.\t.\tGT" + samples + "\n1\t2\t.\tA\tC\t.\t.\t.");

        assertThat(records).hasSize(2);
        assertThat(records.get(0).line()).endsWith(samples);
        assertThat(records.get(1).position()).isEqualTo(2);
        assertThat(records.get(1).number()).isEqualTo(4);
    }

    @Test
    void allelesThatHtsjdkRejectsMakeARecordUnreadable() {
        assertThat(records(HEAD + "1\t1\t.\tA\tR\t.\t.\t.\n1\t1\t.\tA\tA\t.\t.\t.\n"))
                .noneMatch(VcfRecord::isReadable);
    }

    @Test
    void faultsOfTheHeaderAndOfOtherColumnsDoNotMatter() {
        List<VcfRecord> records = records("##fileformat=VCFv4.2\n##INFO=<ID=X>\n##INFO=<\n##FORMAT=?\n" + COLUMNS
                + "\tFORMAT\ta\ta\n" + "1\t1\t\tA\tC\tx\t0\tNOTE=with space;;=1\tGT:\t9/9\t?\n");

        assertThat(records).hasSize(1).allMatch(VcfRecord::isReadable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.0", "4.1", "4.2", "4.3", "4.4", "4.5"})
    void versionsAreRead(String version) {
        List<VcfRecord> records = records(HEAD.replace("4.2", version) + "1\t1\t.\tA\tC,*\t.\t.\tDP=1\n");

        assertThat(records).hasSize(1).allMatch(VcfRecord::isReadable);
    }

    @Test
    void theHeaderKeepsItsLines() {
        String header =
                "##fileformat=VCFv4.3\n##odd\n##x=<ID=1,A=\"b, c\">\n##INFO=<ID=DP,Number=1,Type=Integer,Description=\"d\">\n"
                        + COLUMNS + "\tFORMAT\tzebra\taardvark\n";
        try (VcfReader reader =
                VcfReader.open(new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)), "v.vcf")) {
            assertThat(reader.header().infos()).containsExactly("DP");
            assertThat(reader.header().with(List.of(), List.of("run")))
                    .isEqualTo(header.replace("#CHROM", "##expomotif=run\n#CHROM"));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void whatIsNotVcfIsRefused() {
        refused("", "not a VCF file", "an empty file");
        refused(">chr1\nACGT\n", "not a VCF file", ">chr1");
        refused("BCF\2\2", "the file is BCF", "bcftools view");
        refused("##fileformat=VCFv4.2\n1\t1\t.\tA\tC\t.\t.\t.\n", "no line with the names of the columns");
        refused("##fileformat=VCFv9.9\n" + COLUMNS + "\n", "the header of the VCF file cannot be read");
        refused(HEAD + "1\t1\t.\tA\tC\t.\t.\n", "line 3", "too few columns", "found 7");
        refused(HEAD + "1\tx\t.\tA\tC\t.\t.\t.\n", "line 3", "the position is not a number", "found x");
        refused(HEAD + "1\t-1\t.\tA\tC\t.\t.\t.\n", "the position is not a number");
    }

    private static void refused(String text, String... facts) {
        assertThatThrownBy(() -> records(text))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("v.vcf")
                .message()
                .contains(facts);
    }

    @Test
    void valuesHaveNoCharactersWithAMeaningInInfo() {
        assertThat(VcfText.value("MA0001.1")).isEqualTo("MA0001.1");
        assertThat(VcfText.value("a b;c=d,e|f&g%")).isEqualTo("a%20b%3Bc%3Dd%2Ce%7Cf%26g%25");
    }
}
