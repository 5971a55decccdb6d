package org.expomotif.command.variant;

import static org.assertj.core.api.Assertions.assertThat;

import htsjdk.tribble.readers.TabixReader;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFFileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A model that counts G: an allele with one G more has the difference 1 in the logit, and one with one C more on the
 * reverse strand.
 */
class VariantsCommandTest {
    private static final Path AWKWARD = Path.of("test-data/galaxy/variants.vcf");

    private static final String HEAD = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

    @TempDir
    private Path folder;

    private Path counting(String name, float weight) {
        return TinyModel.write(TinyModel.counting('G', 6, weight, 0), folder.resolve(name));
    }

    /** Twelve bases: with six bases per window, base 4 to 10 have a whole window. */
    private CommandLineRun run(String records) throws IOException {
        Path vcf = folder.resolve("v.vcf");
        Files.writeString(vcf, HEAD + records);
        return CommandLineRun.of("variants", "--vcf", vcf, "--genome", genome(), "--model", counting("g.zip", 2));
    }

    private Path genome() throws IOException {
        Path genome = folder.resolve("g.fa");
        if (!Files.exists(genome)) {
            Files.writeString(
                    genome,
                    Fasta.of("chr1", "AATAGATCAAGT").and("2", "acgtnacgtacgt").text());
        }
        return genome;
    }

    private static String record(String contig, int position, String ref, String alt) {
        return contig + "\t" + position + "\tx\t" + ref + "\t" + alt + "\t.\t.\t.\n";
    }

    /** The INFO fields of the only record of an output. */
    private Map<String, String> info(CommandLineRun line) {
        String text = line.run().succeeds().out();
        String last =
                text.lines().filter(l -> !l.startsWith("#")).reduce((a, b) -> b).orElseThrow();
        Map<String, String> info = new HashMap<>();
        for (String field : last.split("\t")[7].split(";")) {
            info.put(field.split("=", 2)[0], field.contains("=") ? field.split("=", 2)[1] : "");
        }
        return info;
    }

    /** A to G: 2 more on the forward strand, and no G more or less on the reverse one. */
    @Test
    void anSnvHasTheEffectsOfBothOrientations() throws IOException {
        Map<String, String> info = info(run(record("chr1", 6, "A", "G")));
        double ref = 1 / (1 + Math.exp(-2)); // one G in TAGATC, one in GATCTA

        assertThat(info).containsEntry("EXPO_STATUS", "scored").containsEntry("EXPO_count_DLOGIT", "1");
        double forward = 1 / (1 + Math.exp(-4));
        assertThat(number(info, "EXPO_count_REF")).isEqualTo(ref, offset());
        assertThat(number(info, "EXPO_count_ALT")).isEqualTo((forward + ref) / 2, offset());
        assertThat(number(info, "EXPO_count_DPROB")).isEqualTo((forward - ref) / 2, offset());
        assertThat(number(info, "EXPO_count_LOG2R")).isEqualTo(Math.log(forward / ref) / Math.log(2) / 2, offset());
        assertThat(info).hasSize(6);
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-6);
    }

    private static double number(Map<String, String> info, String key) {
        return Double.parseDouble(Objects.requireNonNull(info.get(key), key));
    }

    @Test
    void everyAltHasItsValue() throws IOException {
        Map<String, String> info = info(run(record("chr1", 6, "A", "G,*,T,C,<DEL>")));

        assertThat(info)
                .containsEntry("EXPO_STATUS", "scored,spanning_deletion,scored,scored,symbolic")
                .containsEntry("EXPO_count_DLOGIT", "1,.,0,1,.");
    }

    /**
     * In AATAGATCAAGT, the windows of the longer allele of an indel are equal, and those of the shorter one take bases
     * on the right or on the left.
     */
    @Test
    void anIndelTakesBasesFromBothSides() throws IOException {
        assertThat(info(run(record("chr1", 5, "GA", "G"))))
                .containsEntry("EXPO_count_DLOGIT", text((gs("TAGTCA") + gs("ATAGTC")) / 2 - gs("TAGATC")));
        assertThat(info(run(record("chr1", 4, "AG", "A"))))
                .containsEntry("EXPO_count_DLOGIT", text((gs("ATAATC") + gs("AATAAT")) / 2 - gs("ATAGAT")));
        assertThat(info(run(record("chr1", 6, "A", "AGG"))))
                .containsEntry("EXPO_count_DLOGIT", text(gs("GAGGTC") - (gs("GATCAA") + gs("TAGATC")) / 2));
    }

    /** The logit of the counting model, as a mean of both strands. */
    private static double gs(String window) {
        long forward = window.chars().filter(c -> c == 'G').count();
        long reverse = window.chars().filter(c -> c == 'C').count();
        return (2 * forward + 2 * reverse) / 2.0;
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9, 10, 11, 12})
    void windowsEndWithTheContig(int position) throws IOException {
        String ref = String.valueOf("AATAGATCAAGT".charAt(position - 1));
        String status = info(run(record("chr1", position, ref, ref.equals("C") ? "A" : "C")))
                .get("EXPO_STATUS");

        assertThat(status).isEqualTo(position >= 4 && position <= 10 ? "scored" : "off_contig");
    }

    @Test
    void longerAllelesNeedLongerFlanks() throws IOException {
        // Deletion of base 6: five bases, then one more on each side.
        assertThat(info(run(record("chr1", 3, "TA", "T")))).containsEntry("EXPO_STATUS", "off_contig");
        assertThat(info(run(record("chr1", 4, "AG", "A")))).containsEntry("EXPO_STATUS", "scored");
        assertThat(info(run(record("chr1", 8, "CA", "C")))).containsEntry("EXPO_STATUS", "scored");
        assertThat(info(run(record("chr1", 9, "AA", "A")))).containsEntry("EXPO_STATUS", "scored");
        assertThat(info(run(record("chr1", 10, "AG", "A")))).containsEntry("EXPO_STATUS", "off_contig");
    }

    @Test
    void shiftsAreAveraged() throws IOException {
        CommandLineRun line = run(record("chr1", 6, "A", "G")).with("--shifts", 1);

        assertThat(info(line)).containsEntry("EXPO_count_DLOGIT", "1");
        assertThat(info(run(record("chr1", 4, "A", "G")).with("--shifts", 1)))
                .containsEntry("EXPO_STATUS", "off_contig");
    }

    @Test
    void severalModelsGiveMeanAndStandardDeviation() throws IOException {
        Map<String, String> info = info(run(record("chr1", 6, "A", "G")).with("--model", counting("two.zip", 6)));

        assertThat(info)
                .containsEntry("EXPO_count_DLOGIT", "2")
                .containsEntry("EXPO_count_DLOGIT_SD", "1.41421")
                .containsKeys("EXPO_count_DPROB_SD", "EXPO_count_LOG2R_SD");
    }

    @Test
    void modelsMustHaveTheSameClasses() throws IOException {
        Path other = TinyModel.write(TinyModel.ofEightBases("count"), folder.resolve("eight.zip"));
        Path named = TinyModel.write(TinyModel.ofEightBases("other"), folder.resolve("named.zip"));

        run("").with("--model", other)
                .run()
                .isRefused(1, "eight.zip", "the input length differs", "6 bases", "8 bases");
        run("").with("--model", named).run().isRefused(1, "named.zip", "the classes differ", "count", "other");
    }

    @Test
    void aRefThatDiffersIsFlaggedAndWithStrictAnError() throws IOException {
        CommandLineRun line = run(record("chr1", 6, "T", "G"));

        line.run().succeeds().reports("REF differs from the genome for 1 ALT allele", "1 whose REF differs");
        assertThat(info(line)).containsEntry("EXPO_STATUS", "ref_mismatch").hasSize(1);
        line.with("--strict").run().isRefused(1, "line 3", "REF differs", "expected A at chr1:6", "found T");
    }

    @Test
    void aContigWithAnotherNameIsNotScoredAndTheOtherNameIsShown() throws IOException {
        CommandLineRun line = run(record("1", 6, "A", "G") + record("chr2", 6, "A", "G"));

        line.run().succeeds().reports("no sequence 1, chr2", "It has chr1", "1 chr1");
    }

    @Test
    void unknownBasesOfFlanksAreScored() throws IOException {
        assertThat(info(run(record("2", 6, "A", "G")))).containsEntry("EXPO_STATUS", "scored");
        assertThat(info(run(record("2", 5, "N", "G")))).containsEntry("EXPO_STATUS", "unknown_base");
        assertThat(info(run(record("2", 5, "A", "G")))).containsEntry("EXPO_STATUS", "ref_mismatch");
    }

    @Test
    void aTableHasARowPerAllele() throws IOException {
        Path table = folder.resolve("o.tsv");
        run(record("chr1", 6, "A", "G,*") + record("chr1", 7, "T", "."))
                .to(table)
                .run()
                .succeeds();

        List<String> lines = Files.readAllLines(table);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "contig\tposition\tid\tref\talt\tstatus\tcount_dlogit\tcount_dprob\tcount_log2r\tcount_ref\tcount_alt");
        assertThat(lines.get(1)).startsWith("chr1\t6\tx\tA\tG\tscored\t1\t");
        assertThat(lines.get(2)).isEqualTo("chr1\t6\tx\tA\t*\tspanning_deletion" + "\tNA".repeat(5));
        assertThat(lines.get(3)).isEqualTo("chr1\t7\tx\tT\tNA\tno_alt" + "\tNA".repeat(5));
        assertThat(lines.get(4)).startsWith("# expomotif");
        assertThat(lines.getLast()).contains("2 records (1 without ALT), 2 ALT alleles: 1 scored, 1 for a deletion");
    }

    // ---- the file of awkward records

    private CommandLineRun awkward(Object... words) {
        return CommandLineRun.of(
                        "variants",
                        "--vcf",
                        AWKWARD,
                        "--genome",
                        copyOfGenome(),
                        "--model",
                        "test-data/galaxy/model.zip",
                        "--quiet")
                .with(words);
    }

    private Path copyOfGenome() {
        Path copy = folder.resolve("genome.fa");
        try {
            if (!Files.exists(copy)) {
                Files.copy(Path.of("test-data/galaxy/genome.fa"), copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    @Test
    void everyByteOfTheInputIsInTheOutput() throws IOException {
        Path output = folder.resolve("o.vcf");
        awkward("--null", 2, "--motifs", "test-data/galaxy/motifs.meme", "--filters")
                .to(output)
                .run()
                .succeeds();

        StringBuilder without = new StringBuilder();
        for (String line : Files.readString(output).split("(?<=\n)")) {
            if (!line.startsWith("##expomotif=") && !line.startsWith("##INFO=<ID=EXPO_")) {
                without.append(line.replaceAll(";EXPO_[^\t\n]*", "").replaceAll("\tEXPO_[^\t\n]*", "\t."));
            }
        }
        // The record with DB; before the new fields has no second semicolon.
        String expected = Files.readString(AWKWARD);
        assertThat(without.toString().replace("DB\tGT\t0\t.", "DB;\tGT\t0\t.").replace("DB;EXPO", "DB;"))
                .isEqualTo(expected.replaceAll("DB;EXPO", "DB;"));
    }

    @Test
    void everyAlleleHasAStatus() {
        Map<String, String> statuses = new HashMap<>();
        awkward("--format", "tsv").run().succeeds().out().lines().skip(1).forEach(row -> {
            String[] cells = row.split("\t");
            if (!row.startsWith("#")) {
                statuses.merge(cells[2], cells[5], (before, own) -> before + " " + own);
            }
        });
        String scored = "snv lower_case mnv insertion deletion delins right_padded text . first_window last_window"
                + " long_insertion whole_window second_contig";
        assertThat(scored.split(" ")).allSatisfy(id -> assertThat(statuses).containsEntry(id, "scored"));
        assertThat(statuses)
                .hasSize(38)
                .containsEntry("telomere", "unknown_base")
                .containsEntry("rs1;rs2", "scored scored scored")
                .containsEntry("indels", "scored scored scored scored")
                .containsEntry("star", "spanning_deletion scored")
                .containsEntry("only_star", "spanning_deletion")
                .containsEntry("symbolic", "symbolic")
                .containsEntry("gvcf", "scored symbolic")
                .containsEntry("unspecified", "symbolic")
                .containsEntry("breakend", "symbolic")
                .containsEntry("single_breakend", "symbolic")
                .containsEntry("no_alt", "no_alt")
                .containsEntry("n_alt", "unknown_base scored")
                .containsEntry("n_ref", "unknown_base")
                .containsEntry("iupac", "invalid")
                .containsEntry("same", "invalid")
                .containsEntry("mismatch", "ref_mismatch")
                .containsEntry("twice", "scored scored")
                .containsEntry("long_deletion", "too_long")
                .containsEntry("first", "off_contig")
                .containsEntry("off_by_one", "off_contig")
                .containsEntry("off_at_end", "off_contig")
                .containsEntry("over_the_end", "off_contig")
                .containsEntry("beyond", "off_contig")
                .containsEntry("other_name", "unknown_contig");
    }

    /** An independent reader: htsjdk's, which reads the new fields by their header lines. */
    @Test
    void htsjdkReadsTheFields() throws IOException {
        Path output = folder.resolve("o.vcf.gz");
        run(record("chr1", 6, "A", "G,*") + record("chr1", 7, "T", "."))
                .to(output)
                .run()
                .succeeds();

        try (VCFFileReader reader = new VCFFileReader(output, true)) {
            List<VariantContext> records = reader.iterator().toList();
            assertThat(records.get(0).getAttributeAsStringList("EXPO_STATUS", ""))
                    .containsExactly("scored", "spanning_deletion");
            assertThat(records.get(0).getAttributeAsStringList("EXPO_count_DLOGIT", ""))
                    .containsExactly("1", ".");
            assertThat(records.get(1).getAttributeAsBoolean("EXPO_NO_ALT", false))
                    .isTrue();
            assertThat(reader.getFileHeader()
                            .getInfoHeaderLine("EXPO_count_DLOGIT")
                            .getDescription())
                    .isEqualTo("Class count: difference of the logits, ALT - REF");
        }
    }

    @Test
    void tabixFindsTheRecords() throws IOException {
        Path output = folder.resolve("o.vcf.gz");
        awkward().to(output).run().succeeds();

        List<String> found = new ArrayList<>();
        try (TabixReader reader = new TabixReader(output.toString())) {
            TabixReader.Iterator lines = reader.query("piece1", 290, 300);
            for (String line = lines.next(); line != null; line = lines.next()) {
                found.add(line.split("\t")[2]);
            }
        }
        assertThat(found).containsExactly("symbolic", "breakend");
    }

    @Test
    void withoutOrderThereIsNoIndex() throws IOException {
        Path output = folder.resolve("o.vcf.gz");
        run(record("chr1", 7, "T", "G") + record("chr1", 6, "A", "G"))
                .to(output)
                .run()
                .succeeds()
                .reports("not sorted", "no index");

        assertThat(folder.resolve("o.vcf.gz.tbi")).doesNotExist();
        assertThat(output).exists();
        Files.writeString(folder.resolve("o.vcf.gz.tbi"), "old");
        run(record("chr1", 7, "T", "G") + record("chr1", 6, "A", "G"))
                .to(output)
                .run()
                .succeeds()
                .reports("remove the old one, " + output + ".tbi");
    }

    @Test
    void threadsAndBatchesDoNotChangeABit() throws IOException {
        String one = awkward("--null", 3, "--filters", "--threads", 1)
                .run()
                .succeeds()
                .out();

        assertThat(awkward("--null", 3, "--filters", "--threads", 3)
                        .run()
                        .succeeds()
                        .out())
                .isEqualTo(one);
        assertThat(awkward("--null", 3, "--filters", "--threads", 1, "--seed", 2)
                        .run()
                        .succeeds()
                        .out())
                .isNotEqualTo(one);
    }

    @Test
    void standardInputGivesTheSame() throws IOException {
        List<String> words = new ArrayList<>(awkward().words());
        words.set(2, "-");
        String piped = CommandLineRun.of(words.toArray())
                .run(Files.readAllBytes(AWKWARD))
                .succeeds()
                .out();

        assertThat(records(piped)).isEqualTo(records(awkward().run().succeeds().out()));
        assertThat(piped).contains("##expomotif=input: - sha256:");
    }

    private static List<String> records(String text) {
        return text.lines().filter(line -> !line.startsWith("##expomotif=")).toList();
    }

    @Test
    void pValuesAreFromTheNullAndNotBelowItsResolution() throws IOException {
        Path table = folder.resolve("o.tsv");
        awkward("--null", 10).to(table).run().succeeds();

        List<String[]> rows = Files.readAllLines(table).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
        int p = List.of(rows.getFirst()).indexOf("CEBPB_p");
        List<Double> values = rows.stream()
                .skip(1)
                .filter(row -> row[5].equals("scored"))
                .map(row -> Double.valueOf(row[p]))
                .toList();

        assertThat(values).hasSize(26).allMatch(value -> value >= 1.0 / 171 && value <= 1);
        assertThat(rows.get(1)[p]).isEqualTo("NA");
        assertThat(Files.readString(table))
                .contains("# null: 10 shuffled flanks per ALT, seed 1; effects: 170 of SNVs, 10 of MNVs");
    }

    @Test
    void fieldsAreNotWrittenTwice() throws IOException {
        Path once = folder.resolve("once.vcf");
        run(record("chr1", 6, "A", "G")).to(once).run().succeeds();
        CommandLineRun again =
                CommandLineRun.of("variants", "--vcf", once, "--genome", genome(), "--model", counting("g.zip", 2));

        again.run().isRefused(1, "once.vcf", "INFO field EXPO_STATUS already", "--prefix");
        assertThat(info(again.with("--prefix", "B")))
                .containsEntry("B_count_DLOGIT", "1")
                .containsEntry("EXPO_count_DLOGIT", "1");
    }

    @Test
    void classNamesBecomeNamesOfFields() throws IOException {
        Path model =
                TinyModel.write(TinyModel.ofEightBases("K562/GATA1 x", "K562_GATA1 x"), folder.resolve("named.zip"));
        Path vcf = folder.resolve("n.vcf");
        Files.writeString(vcf, HEAD + record("chr1", 6, "A", "G"));

        assertThat(info(CommandLineRun.of("variants", "--vcf", vcf, "--genome", genome(), "--model", model)))
                .containsKeys("EXPO_K562_GATA1_x_DLOGIT", "EXPO_K562_GATA1_x_2_DLOGIT");
    }

    @Test
    void optionsAreChecked() throws IOException {
        run("").with("--prefix", "1x").run().isRefused(2, "--prefix");
        run("").with("--shifts", -1).run().isRefused(2, "--shifts");
        run("").with("--null", -1).run().isRefused(2, "--null");
        run("").with("--threshold", 1).run().isRefused(2, "--threshold");
        run("").to(folder.resolve("o.bcf")).run().isRefused(2, "BCF is not written");
    }

    @Test
    void aGenomeWithoutRandomAccessIsRefused() throws IOException {
        Path gzip = folder.resolve("g.fa.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(Files.readAllBytes(genome()));
        }
        Path vcf = folder.resolve("v.vcf");
        Files.writeString(vcf, HEAD);
        CommandLineRun.of("variants", "--vcf", vcf, "--genome", gzip, "--model", counting("g.zip", 2))
                .run()
                .isRefused(1, "g.fa.gz", "parts of the genome cannot be read", "bgzip");
        CommandLineRun.of("variants", "--vcf", vcf, "--genome", "none.fa", "--model", counting("g.zip", 2))
                .run()
                .isRefused(1, "none.fa", "there is no such file");
    }

    @Test
    void aFileWithoutRecordsHasAHeader() throws IOException {
        run("").run().succeeds().prints("#CHROM").reports("0 records, 0 ALT alleles: 0 scored");
    }
}
