package org.expomotif.command.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.ResultCommand;
import org.expomotif.command.option.SeedOption;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.dataset.peak.Peak;
import org.expomotif.dataset.peak.PeakFile;
import org.expomotif.io.FileSuffix;
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
import org.expomotif.variant.ReferencePredictions;
import org.expomotif.variant.ScoredFile;
import org.expomotif.variant.VariantRun;
import org.expomotif.variant.VariantSettings;
import org.expomotif.variant.allele.Placement;
import org.expomotif.variant.allele.WindowPlan;
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
            names = "--placement",
            paramLabel = "WHERE",
            defaultValue = "centre",
            order = 9,
            description = "Where the allele is in the window: centre, start, end, or the number of bases before it."
                    + " Default: ${DEFAULT-VALUE}.")
    private String placement = "centre";

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
            names = "--peaks",
            paramLabel = "BED",
            order = 12,
            description =
                    "Regions of the genome, such as the peaks of the experiment, around their summits (narrowPeak)"
                            + " or middles. The share of them with a lower prediction than REF and ALT is written.")
    private @Nullable String peaks;

    @Option(
            names = "--strict",
            order = 13,
            description = "Stop at a REF that differs from the genome; without it, such a record is not scored.")
    private boolean strict;

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            defaultValue = "EXPO",
            order = 14,
            description = "What the names of the INFO fields begin with. Default: ${DEFAULT-VALUE}.")
    private String prefix = "EXPO";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 15,
            description = "vcf or tsv. Default: by the suffix of the output; vcf for others than .tsv.")
    private @Nullable Format format;

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
            destination().nameOfIndex().ifPresent(index -> plan.add("--output", output(), index));
        }
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
        check(
                shard == null || !Inputs.isReadOnce(vcf),
                "--shard reads the variants several times; give them as a file, not as '-' or a pipe");
        Placement place = Placement.parse(placement)
                .orElseThrow(() -> fault(
                        "--placement: expected centre, start, end or a number of bases, found '" + placement + "'"));
        Progress progress = progress();
        List<Model> read = models.read(progress);
        Model first = read.getFirst();
        WindowPlan plan = new WindowPlan(first.network().spec().inputLength(), shifts, place);
        check(
                place.kind() != Placement.Kind.AFTER || plan.fits(1),
                "--placement: expected a place for the allele and the shifts in a window of " + plan.length()
                        + " bases, found " + placement);
        Optional<AlleleLogo> drawn = logo.logo(first.info().classes(), shard != null);
        List<Evaluator> networks =
                read.stream().map(model -> model.network().evaluator(threads())).toList();
        try (IndexedSequences bases = IndexedSequences.open(genome, progress).orElseThrow(this::notIndexed)) {
            VariantSettings settings = new VariantSettings(
                    plan,
                    copies,
                    seed.value(),
                    strict,
                    sites.motifs(progress),
                    sites.filters(models.paths()),
                    Optional.ofNullable(peaks).map(file -> reference(file, networks, bases, progress)));
            progress.note(new VariantRun(networks, first.info().classes(), prefix, settings, threads())
                    .run(vcf, bases, destination(), Optional.ofNullable(shard), drawn, provenance(), progress)
                    .text());
        }
        return 0;
    }

    private static ReferencePredictions reference(
            String file, List<Evaluator> models, IndexedSequences genome, Progress progress) {
        List<Peak> regions = new PeakFile.Reader(WindowCentre.SUMMIT, Optional.empty(), false)
                .read(file, 0)
                .peaks();
        ReferencePredictions reference = ReferencePredictions.of(models, regions, genome);
        if (reference.count() == 0) {
            throw new UserException("no region has a whole window in the genome")
                    .in(file)
                    .expected("regions of the sequences of the genome")
                    .remedy("check that the names of the sequences are the same");
        }
        if (reference.leftOut() > 0) {
            progress.warn(file + ": " + reference.leftOut() + " of " + regions.size()
                    + " regions have no whole window in the genome and are left out");
        }
        return reference;
    }

    private ScoredFile destination() {
        boolean isTable = format == null ? FileSuffix.isOneOf(output(), List.of(".tsv")) : format == Format.TSV;
        return new ScoredFile(output(), isTable);
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
        Stream.of(models.paths().stream(), sites.file().stream(), Optional.ofNullable(peaks).stream())
                .flatMap(files -> files)
                .forEach(file -> checksums.put(file, Checksum.of(file)));
        return standard().record(checksums).provenance();
    }
}
