package org.expomotif.command.explain;

import java.util.List;
import java.util.Optional;
import org.expomotif.attribution.ShuffledSequences;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.RegionOptions;
import org.expomotif.dataset.FileSequences;
import org.expomotif.dataset.GenomeRegions;
import org.expomotif.dataset.SequenceSelection;
import org.expomotif.dataset.SequenceSource;
import org.expomotif.dataset.Split;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.io.Inputs;
import org.expomotif.io.shard.Shard;
import org.expomotif.run.Provenance;
import org.expomotif.run.Warnings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The sequences to explain, as a mixin. */
final class SelectionOptions extends OptionMixin {
    @Option(
            names = "--sequences",
            paramLabel = "FILE",
            order = 2,
            description = "Sequences of the model's length: FASTA or GenBank; '-' for standard input.")
    private @Nullable String sequences;

    @Option(
            names = "--regions",
            paramLabel = "BED",
            order = 2,
            description = "In place of --sequences: regions of a genome, each a window of the model's length around the"
                    + " summit (narrowPeak) or the middle (other files).")
    private @Nullable String regions;

    @Option(
            names = "--centre",
            paramLabel = "WHERE",
            order = 3,
            description = "summit (narrowPeak; other files use the middle) or middle (all files). Default: summit.")
    private @Nullable WindowCentre centre;

    @Option(names = "--genome", paramLabel = "FASTA", order = 2, description = "The genome of --regions.")
    private @Nullable String genome;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            order = 20,
            description = "Labels of the sequences, to choose by split or class.")
    private @Nullable String labels;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            order = 21,
            description = "Only the sequences of this split: train, valid, test; default: all.")
    private @Nullable Split split;

    @Option(names = "--positives", order = 22, description = "Only the sequences that are 1 in the explained class.")
    private boolean positives;

    @Option(names = "--limit", paramLabel = "N", order = 23, description = "Only the first N of these; default: all.")
    private @Nullable Long limit;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            order = 24,
            description = "Only shard I of N of these, such as 2/8; merge combines the shards.")
    private @Nullable Shard shard;

    @Option(
            names = "--shuffles",
            paramLabel = "N",
            order = 25,
            description = "Explain N dinucleotide shuffles of each of these in their place: the null of seqlets.")
    private @Nullable Integer shuffles;

    SelectionOptions() {}

    /** Adds the indexes of the genome to the files that will be written. */
    void plan(OutputPlan plan) {
        if (genome != null) {
            plan.addIndexes("--genome", genome);
        }
    }

    /** The source of the sequences, for a model with the given input length. */
    SequenceSource source(int length, RegionOptions rules, Warnings warnings) {
        rules.check(regions);
        check(centre == null || regions != null, "--centre needs --regions");
        check(regions == null == (genome == null), "--regions and --genome belong together");
        check(sequences == null != (regions == null), "give either --sequences, or --regions and --genome");
        return regions != null && genome != null
                ? new GenomeRegions(
                        regions,
                        genome,
                        length,
                        centre == null ? WindowCentre.SUMMIT : centre,
                        rules.rule(),
                        rules.dropped().isPresent(),
                        warnings)
                : new FileSequences(String.valueOf(sequences), warnings);
    }

    /** The selected sequences, given the explained classes. */
    SequenceSelection of(SequenceSource source, List<String> classes) {
        check(classes.size() == 1 || !positives, "--positives needs one --class");
        check(labels != null || split == null && !positives, "--split and --positives need --labels");
        check(
                shard == null || source.files().stream().noneMatch(Inputs::isReadOnce),
                "--shard reads the sequences twice; give them as a file, not as '-' or a pipe");
        check(limit == null || limit >= 1, "--limit: expected at least 1, found " + limit);
        return new SequenceSelection(
                source,
                Optional.ofNullable(labels),
                Optional.ofNullable(split),
                positives ? Optional.of(classes.getFirst()) : Optional.empty(),
                limit == null ? Long.MAX_VALUE : limit,
                Optional.ofNullable(shard));
    }

    /** Whether only one shard is explained. */
    boolean isShard() {
        return shard != null;
    }

    /** The provenance of the output, which records the shard if there is one. */
    Provenance provenance(Provenance record) {
        return shard == null ? record : record.with(List.of(shard.comment()));
    }

    /** The shuffles that are explained in place of the sequences, if they are. */
    Optional<ShuffledSequences> shuffles(long seed) {
        if (shuffles != null) {
            within("--shuffles", 1, ReferenceOptions.MAX_COUNT, shuffles);
        }
        return Optional.ofNullable(shuffles).map(count -> new ShuffledSequences(count, seed));
    }

    /** The maximum number of sequences, or 0 when it is unknown. */
    long expected() {
        return limit == null || shard != null ? 0 : limit * (shuffles == null ? 1 : shuffles);
    }

    /** The file of labels. */
    Optional<String> labels() {
        return Optional.ofNullable(labels);
    }
}
