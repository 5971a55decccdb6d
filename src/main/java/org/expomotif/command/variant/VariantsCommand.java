package org.expomotif.command.variant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.command.option.SeedOption;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.IndexedSequences;
import org.expomotif.io.shard.Shard;
import org.expomotif.network.Evaluator;
import org.expomotif.network.model.Model;
import org.expomotif.run.Checksum;
import org.expomotif.run.Progress;
import org.expomotif.run.Provenance;
import org.expomotif.run.UserException;
import org.expomotif.variant.AlleleLogo;
import org.expomotif.variant.VariantRun;
import org.expomotif.variant.VariantSettings;
import org.expomotif.variant.allele.WindowPlan;
import org.expomotif.variant.site.FilterSites;
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

    @Mixin
    private VariantWindowOptions windows;

    @Option(
            names = "--null",
            paramLabel = "N",
            defaultValue = "0",
            order = 11,
            description =
                    "Compute p-values and q-values from each allele in N pairs of shuffled flanks. Default: none.")
    private int copies;

    @Mixin
    private VariantPeaksOption peaks;

    @Option(
            names = "--strict",
            order = 13,
            description = "Stop at a REF that differs from the genome; without it, such a record is not scored.")
    private boolean strict;

    @Mixin
    private VariantFormatOptions format;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            order = 16,
            description = "Only shard I of N of the records, such as 2/8; merge combines the shards.")
    private @Nullable Shard shard;

    @Mixin
    private VariantLogoOptions logo;

    @Mixin
    private SeedOption seed;

    public VariantsCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        super.plan(plan);
        plan.addIndexes("--genome", genome);
        logo.plan(plan);
        if (shard == null) {
            format.file(output()).nameOfIndex().ifPresent(index -> plan.add("--output", output(), index));
        }
    }

    @Override
    public Integer call() {
        sites.check();
        windows.check();
        format.check(output());
        OptionRange.within(command(), "--null", 0, 10_000, copies);
        check(
                shard == null || !Inputs.isReadOnce(vcf),
                "--shard reads the variants several times; give them as a file, not as '-' or a pipe");
        Progress progress = progress();
        List<Model> read = models.read(progress);
        Model first = read.getFirst();
        WindowPlan plan = windows.plan(first.network().spec().inputLength());
        Optional<AlleleLogo> drawn = logo.logo(first.info().classes(), shard != null);
        List<Evaluator> networks =
                read.stream().map(model -> model.network().evaluator(threads())).toList();
        try (IndexedSequences bases = IndexedSequences.open(genome, progress).orElseThrow(this::notIndexed)) {
            VariantSettings settings = new VariantSettings(
                    plan,
                    copies,
                    seed.value(),
                    new FilterSites(copies > 0 ? VariantSiteOptions.ofFilters(read) : List.of()),
                    strict,
                    sites.motifs(progress),
                    sites.filters(models.paths()),
                    peaks.reference(networks, bases, progress));
            progress.note(new VariantRun(networks, first.info().classes(), format.prefix(), settings, threads())
                    .run(vcf, bases, format.file(output()), Optional.ofNullable(shard), drawn, provenance(), progress)
                    .text());
        }
        return 0;
    }

    private UserException notIndexed() {
        Inputs.requireFile(genome);
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
        Stream.of(models.paths().stream(), sites.file().stream(), peaks.file().stream())
                .flatMap(files -> files)
                .forEach(file -> checksums.put(file, Checksum.of(file)));
        return standard().record(checksums).provenance();
    }
}
