package org.expomotif.command.explain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.command.option.SeedOption;
import org.expomotif.io.FileSuffix;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.network.model.Model;
import org.expomotif.run.Checksum;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.variant.VariantRun;
import org.expomotif.variant.VariantSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores the variants of a VCF file. */
@Command(
        description = {
            "Score the variants of a VCF file: effects, p-values, and the motifs they change",
            "Every record of the input is in the output, in its order and with all that it had. An allele that cannot"
                    + " be scored has the reason in the field EXPO_STATUS."
        },
        footer = {
            "  expomotif variants --vcf variants.vcf.gz --genome genome.fa --model model.zip \\",
            "    --motifs jaspar.meme --null 20 -o scored.vcf.gz",
            "",
            "INFO fields of each class, with a value per ALT: EXPO_<class>_DLOGIT, _DPROB and _LOG2R compare",
            "ALT with REF (logits, probabilities, their ratio), _REF and _ALT are the probabilities, and",
            "--null adds _P and _Q. EXPO_MOTIF has the sites that overlap the ALT:",
            "MOTIF|NAME|CHANGE|P_REF|P_ALT|FOLD|POS|STRAND|SO.",
            "A compressed VCF gets an index (.tbi) if its records are sorted."
        })
public final class VariantsCommand extends ResultCommand {
    /** The format of the output. */
    enum Format {
        /** The input with more INFO fields. */
        VCF,
        /** A table with a row per ALT allele. */
        TSV
    }

    @Option(
            names = "--vcf",
            paramLabel = "FILE",
            required = true,
            order = 1,
            description = "The variants: VCF 4.0 to 4.5, plain, gzip or bgzip; '-' for standard input.")
    private String vcf = "";

    @Option(
            names = "--genome",
            paramLabel = "FILE",
            required = true,
            order = 2,
            description = "The genome of the variants: FASTA, plain or bgzip, or .2bit.")
    private String genome = "";

    @Mixin
    private VariantModelsOption models;

    @Mixin
    private VariantSiteOptions sites;

    @Option(
            names = "--shifts",
            paramLabel = "N",
            defaultValue = "0",
            order = 10,
            description = "Also use windows that are moved by 1 to N bases to either side. Default: ${DEFAULT-VALUE}.")
    private int shifts;

    @Option(
            names = "--null",
            paramLabel = "N",
            defaultValue = "0",
            order = 11,
            description =
                    "Compute p-values and q-values from each allele in N pairs of shuffled flanks. Default: none.")
    private int copies;

    @Option(
            names = "--strict",
            order = 12,
            description = "Stop at a REF that differs from the genome; without it, such a record is not scored.")
    private boolean strict;

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            defaultValue = "EXPO",
            order = 13,
            description = "What the names of the INFO fields begin with. Default: ${DEFAULT-VALUE}.")
    private String prefix = "EXPO";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 14,
            description = "vcf or tsv. Default: by the suffix of the output; vcf for others than .tsv.")
    private @Nullable Format format;

    @Mixin
    private SeedOption seed;

    public VariantsCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        super.plan(plan);
        plan.addIndexes("--genome", genome);
        VariantRun.nameOfIndex(destination()).ifPresent(index -> plan.add("--output", output(), index));
    }

    @Override
    public Integer call() {
        sites.check();
        OptionRange.within(command(), "--shifts", 0, 1000, shifts);
        OptionRange.within(command(), "--null", 0, 10_000, copies);
        check(
                prefix.matches("[A-Za-z_][0-9A-Za-z_.]*"),
                "--prefix: expected a letter or _, then letters, digits, _ or ., found '" + prefix + "'");
        check(
                !FileSuffix.endsIn(output(), List.of(".bcf")),
                "--output: BCF is not written; write VCF and convert it with bcftools view -O b");
        Progress progress = progress();
        List<Model> read = models.read(progress);
        Model first = read.getFirst();
        VariantSettings settings = new VariantSettings(
                first.network().spec().inputLength(),
                shifts,
                copies,
                seed.value(),
                strict,
                sites.motifs(progress),
                sites.filters(models.paths()),
                threads());
        VariantRun run = new VariantRun(
                read.stream().map(model -> model.network().evaluator(threads())).toList(),
                first.info().classes(),
                settings);
        try (IndexedSequences bases = IndexedSequences.open(genome, progress).orElseThrow(this::notIndexed)) {
            progress.note(
                    run.run(vcf, bases, destination(), provenance(), progress).text());
        }
        return 0;
    }

    private VariantRun.Destination destination() {
        boolean isTable = format == null ? FileSuffix.isOneOf(output(), List.of(".tsv")) : format == Format.TSV;
        return new VariantRun.Destination(output(), isTable, prefix);
    }

    private UserException notIndexed() {
        if (!Files.exists(Path.of(genome))) {
            return new UserException("there is no such file").in(genome).remedy("check the name");
        }
        return new UserException("parts of the genome cannot be read")
                .in(genome)
                .expected(
                        "FASTA, plain or compressed with bgzip, with lines of one length and distinct names; or .2bit")
                .remedy("for a gzip file: gunzip it, or compress it with bgzip");
    }

    private Provenance provenance() {
        Map<String, String> checksums = new LinkedHashMap<>();
        checksums.put(vcf, Checksum.of(vcf));
        checksums.put(genome, Checksum.ofSize(genome));
        Stream.concat(models.paths().stream(), sites.file().stream())
                .forEach(file -> checksums.put(file, Checksum.of(file)));
        return standard().record(checksums).provenance();
    }
}
