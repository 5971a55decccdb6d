package org.expomotif.command.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.expomotif.network.model.Model;
import org.expomotif.testing.Bed;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where alleles are in their windows, and reference regions: a contig of twelve bases, and windows of six. */
class VariantOptionsTest {
    private static final String HEAD = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeInputs() {
        Fasta.of("chr1", "AATAGATCAAGT").write(path("g.fa"));
        TinyModel.write(TinyModel.counting('G', 6, 2, 0), path("g.zip"));
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private CommandLineRun run(String records, Object... words) throws IOException {
        TextFile.write(path("v.vcf"), HEAD + records);
        return CommandLineRun.of("variants", "--vcf", path("v.vcf"), "--genome", path("g.fa"), "--model", path("g.zip"))
                .with(words);
    }

    private static String snv(int position, String ref, String alt) {
        return "chr1\t" + position + "\t.\t" + ref + "\t" + alt + "\t.\t.\t.\n";
    }

    /** The values of a column, by its name. */
    private static List<String> column(CommandLineRun run, String name) {
        List<String> rows = run.with("--format", "tsv")
                .run()
                .succeeds()
                .out()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        int column = List.of(rows.getFirst().split("\t")).indexOf(name);
        return rows.stream().skip(1).map(row -> row.split("\t")[column]).toList();
    }

    @Test
    void thePlacementDecidesWhichBasesAreReached() throws IOException {
        String all = snv(1, "A", "G") + snv(7, "T", "G") + snv(8, "C", "G") + snv(12, "T", "G");

        assertThat(column(run(all, "--placement", "start"), "status"))
                .containsExactly("scored", "scored", "off_contig", "off_contig");
        assertThat(column(run(all, "--placement", "end"), "status"))
                .containsExactly("off_contig", "scored", "scored", "scored");
        assertThat(column(run(all, "--placement", 0), "status"))
                .isEqualTo(column(run(all, "--placement", "start"), "status"));
        assertThat(column(run(all, "--placement", "start", "--shifts", 1), "status"))
                .containsExactly("off_contig", "scored", "off_contig", "off_contig");
    }

    /** TCAAGT has a C and a G, GATCAA as well: the effect is the same, but the bases of REF are not. */
    @Test
    void theProbabilityIsThatOfThePlacedWindow() throws IOException {
        assertThat(column(run(snv(7, "T", "A"), "--placement", "start"), "count_ref"))
                .containsExactly("0.880797");
        assertThat(column(run(snv(3, "T", "A"), "--placement", "start"), "count_ref"))
                .containsExactly("0.880797");
        assertThat(column(run(snv(6, "A", "T"), "--placement", "end"), "count_ref"))
                .containsExactly("0.690399");
    }

    /**
     * The weight of a G rises with its position, and all G and C are more than 20 bases from the deletion. So every
     * null effect is the observed one, which moves them: p is 1. If the whole flanks were shuffled, half of the null
     * effects would be smaller.
     */
    @Test
    void theNullOfAnIndelKeepsWhatIsFarFromIt() throws IOException {
        String near = "ATTATAATATTAATATTTATAATAT";
        Fasta.of("chr1", "GTCATGGTACGT" + near + "TAT" + near + "ATGTAGCTGGTACTT")
                .write(path("g.fa"));
        Model model = TinyModel.counting('G', 70, 1, 0);
        float[] weights = TinyModel.values(model.network(), "output/kernel");
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i * i / 100f;
        }
        model.network().weightsChanged();
        TinyModel.write(model, path("g.zip"));

        assertThat(column(run("chr1\t38\t.\tTAT\tT\t.\t.\t.\n", "--null", 20), "count_p"))
                .containsExactly("1");
    }

    @Test
    void placementsAreChecked() throws IOException {
        run("", "--placement", "middle").run().isRefused(2, "--placement: expected centre, start, end");
        run("", "--placement", 6).run().isRefused(2, "--placement", "a window of 6 bases", "found 6");
        run("", "--placement", 1, "--shifts", 2).run().isRefused(2, "--placement");
    }

    /**
     * The windows of the regions are AATAGA (G only: 0.69), AGATCA and TCAAGT (C and G: 0.88); the first region has no
     * whole window.
     */
    @Test
    void theActiveQuantileIsThatOfTheLargerPrediction() throws IOException {
        Bed.of("chr1", 0, 2)
                .and("chr1", 8, 10)
                .and("chr1", 2, 4)
                .and("chr1", 5, 7)
                .write(path("r.bed"));
        CommandLineRun run = run(
                snv(6, "A", "G") + snv(5, "G", "A") + snv(8, "C", "A") + snv(1, "A", "G"), "--peaks", path("r.bed"));

        assertThat(column(run, "count_active_quantile")).containsExactly("1", "0", "0.333333", "NA");
        run.run().succeeds().reports("r.bed: 1 of 4 regions have no whole window");
        assertThat(run.run().succeeds().out()).contains("--peaks", "##expomotif=input: " + path("r.bed") + " sha256:");
    }

    @Test
    void inVcfTheActiveQuantileIsAField() throws IOException {
        Bed.of("chr1", 2, 4).write(path("r.bed"));
        CommandLineRun run = run(snv(6, "A", "G,<DEL>"), "--peaks", path("r.bed"));

        run.run()
                .succeeds()
                .prints(
                        "##INFO=<ID=EXPO_count_ACTIVE_QUANTILE,Number=A,Type=Float,Description=\"Class count: share of"
                                + " the --peaks regions",
                        ";EXPO_count_ACTIVE_QUANTILE=1,.\n");
    }

    @Test
    void regionsMustBeThoseOfTheGenome() throws IOException {
        Bed.of("1", 2, 4).write(path("r.bed"));

        run(snv(6, "A", "G"), "--peaks", path("r.bed"))
                .run()
                .isRefused(1, "r.bed", "no region has a whole window in the genome");
        assertThat(Files.exists(path("o.tsv"))).isFalse();
    }
}
