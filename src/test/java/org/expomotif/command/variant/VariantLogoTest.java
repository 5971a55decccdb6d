package org.expomotif.command.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.Fasta;
import org.expomotif.testing.TextFile;
import org.expomotif.testing.TinyModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logo of a record, for a model that counts G in windows of six bases. */
class VariantLogoTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeInputs() {
        Fasta.of("chr1", "AATAGATCAAGT").write(path("g.fa"));
        TinyModel.write(TinyModel.counting('G', 6, 2, 0), path("g.zip"));
        TextFile.write(path("v.vcf"), """
                ##fileformat=VCFv4.2
                #CHROM	POS	ID	REF	ALT	QUAL	FILTER	INFO
                chr1	6	rs1;snv	A	*,G	.	.	.
                chr1	6	ins	A	AGG	.	.	.
                chr1	1	edge	A	G	.	.	.
                """);
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private CommandLineRun run(String id, String file) {
        return CommandLineRun.of(
                "variants",
                "--vcf",
                path("v.vcf"),
                "--genome",
                path("g.fa"),
                "--model",
                path("g.zip"),
                "--logo-variant",
                id,
                "--logo",
                path(file),
                "-o",
                path("o.vcf"));
    }

    private String svg(String id) throws IOException {
        run(id, "l.svg").run().succeeds();
        return Files.readString(path("l.svg"));
    }

    @Test
    void aRecordIsFoundByItsIdsAndItsPlace() throws IOException {
        String byId = svg("rs1");

        assertThat(byId).contains("<title>chr1:6:A:G count</title>", "ref score", "alt score", "<metadata>expomotif");
        assertThat(withoutOptions(svg("snv"))).isEqualTo(withoutOptions(byId));
        assertThat(withoutOptions(svg("chr1:6"))).isEqualTo(withoutOptions(byId));
        assertThat(withoutOptions(svg("chr1:6:A:G"))).isEqualTo(withoutOptions(byId));
        assertThat(svg("chr1:6:A:AGG")).contains("<title>chr1:6:A:AGG count</title>");
        assertThat(path("o.vcf")).exists();
    }

    private static String withoutOptions(String svg) {
        return svg.replaceAll("(?s)<metadata>.*</metadata>", "");
    }

    /**
     * Six columns and the two that the insertion adds are numbered from the variant on; the inserted ones are marked.
     */
    @Test
    void anInsertionMovesTheRightFlank() throws IOException {
        assertThat(svg("ins"))
                .contains(">-2</text>", ">4</text>")
                .doesNotContain(">6</text>")
                .contains("<rect fill=\"currentColor\" fill-opacity=\"0.12\" x=\"64\" width=\"20\"");
    }

    /** One column before the two inserted ones, which begin at 54 pixels, and one after them. */
    @Test
    void theFlanksAreCut() throws IOException {
        run("ins", "l.svg").with("--logo-flank", "1").run().succeeds();

        assertThat(Files.readString(path("l.svg")))
                .contains("width=\"92\"", "x=\"54\" width=\"20\"")
                .doesNotContain(">-2</text>", ">4</text>");
    }

    @Test
    void pngIsDrawnToo() throws IOException {
        run("snv", "l.png").run().succeeds();

        assertThat(Files.readAllBytes(path("l.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void nothingIsWrittenWithoutTheRecord() {
        run("none", "l.svg").run().isRefused(1, "no record is that of the logo", "found none");
        run("edge", "l.svg").run().isRefused(1, "no ALT that can be scored", "found edge");
        assertThat(path("l.svg")).doesNotExist();
        assertThat(path("o.vcf")).doesNotExist();
    }

    @Test
    void optionsAreChecked() {
        run("snv", "l.svg").with("--logo-class", "other").run().isRefused(2, "--logo-class: expected one of count");
        run("snv", "l.svg")
                .with("--logo-flank", "-1")
                .run()
                .isRefused(2, "--logo-flank: expected at least 0, found -1");
        run("snv", "l.svg").with("--shard", "1/2").run().isRefused(2, "--logo cannot be combined with --shard");
        CommandLineRun.of("variants", "--vcf", path("v.vcf"), "--genome", path("g.fa"), "--model", path("g.zip"))
                .with("--logo-variant", "snv")
                .run()
                .isRefused(2, "--logo and --logo-variant belong together");
        withoutLogo("o.vcf").with("--logo-flank", "3").run().isRefused(2, "--logo-flank needs --logo");
        withoutLogo("o.vcf").with("--logo-class", "count").run().isRefused(2, "--logo-class needs --logo");
    }

    private CommandLineRun withoutLogo(String output) {
        return CommandLineRun.of("variants", "--vcf", path("v.vcf"), "--genome", path("g.fa"), "--model", path("g.zip"))
                .with("-o", path(output));
    }

    @Test
    void theRecordOfARunWithoutALogoDoesNotMentionOne() throws IOException {
        withoutLogo("o.vcf").run().succeeds();

        assertThat(Files.readString(path("o.vcf")))
                .contains("--prefix EXPO --seed 1")
                .doesNotContain("--logo");
    }
}
