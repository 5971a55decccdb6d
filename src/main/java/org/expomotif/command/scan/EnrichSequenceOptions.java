package org.expomotif.command.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.dataset.FileSequences;
import org.expomotif.dataset.GenomeRegions;
import org.expomotif.dataset.SequenceSource;
import org.expomotif.dataset.Split;
import org.expomotif.dataset.WindowCentre;
import org.expomotif.dataset.negative.MatchedWindows;
import org.expomotif.enrich.ControlKind;
import org.expomotif.enrich.LabelledSets;
import org.expomotif.enrich.SequenceSet;
import org.expomotif.enrich.ShuffledControls;
import org.expomotif.io.Inputs;
import org.expomotif.io.track.OutsideRule;
import org.expomotif.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The positives and the controls of a comparison, as a mixin. */
final class EnrichSequenceOptions extends OptionMixin {
    private static final String SHUFFLE = "shuffle";
    private static final String GENOME = "genome";
    private static final int DEFAULT_LENGTH = 200;

    @Option(
            names = "--sequences",
            paramLabel = "FILE",
            order = 10,
            description = "Sequences in which motifs may be enriched: FASTA or GenBank; '-' for standard input.")
    private @Nullable String sequences;

    @Option(
            names = "--peaks",
            paramLabel = "BED",
            order = 11,
            description = "In place of --sequences: peaks on --genome, each a window of --length bases around the"
                    + " summit (narrowPeak) or the middle (other files). Peaks too near an end of their sequence are"
                    + " left out.")
    private @Nullable String peaks;

    @Option(names = "--genome", paramLabel = "FASTA", order = 11, description = "The genome of --peaks.")
    private @Nullable String genome;

    @Option(
            names = "--length",
            paramLabel = "N",
            order = 11,
            description = "Bases per peak, with --peaks. Default: 200.")
    private @Nullable Integer length;

    @Option(
            names = "--centre",
            paramLabel = "WHERE",
            order = 11,
            description = "With --peaks: summit (narrowPeak; other files use the middle) or middle (all files)."
                    + " Default: summit.")
    private @Nullable WindowCentre centre;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            order = 11,
            description = "Labels of --sequences, as dataset writes them: those that are 1 in a class are tested, and"
                    + " those that are 0 in all classes are the controls.")
    private @Nullable String labels;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            order = 11,
            description = "With --labels: the sequences that are 1 in this class against those that are 0 in it.")
    private @Nullable String testedClass;

    @Option(
            names = "--split",
            paramLabel = "NAME",
            order = 11,
            description = "With --labels: only the sequences of this split: train, valid, test; default: all.")
    private @Nullable Split split;

    @Option(
            names = "--controls",
            paramLabel = "FILE",
            order = 12,
            description = "Sequences to compare with; or 'shuffle': each of the sequences shuffled once, with the same"
                    + " dinucleotide counts; or 'genome', with --peaks: for each peak a window of the genome without a"
                    + " peak, matched in GC content and repeat fraction. Default: shuffle; with --labels, the"
                    + " sequences that are 0.")
    private @Nullable String controls;

    /** The search for controls, once the peaks are read. */
    private @Nullable MatchedWindows matched;

    /** Positives and controls by their labels, once they are read. */
    private @Nullable LabelledSets labelled;

    EnrichSequenceOptions() {}

    /** Adds the indexes of the genome to the files that will be written. */
    void plan(OutputPlan plan) {
        if (genome != null) {
            plan.addIndexes("--genome", genome);
        }
    }

    /** Checks the options. */
    void check() {
        check((sequences == null) != (peaks == null), "give either --sequences, or --peaks and --genome");
        check((peaks == null) == (genome == null), "--peaks and --genome belong together");
        check(length == null || peaks != null, "--length needs --peaks");
        check(centre == null || peaks != null, "--centre needs --peaks");
        check(length == null || length >= SequenceSet.SHORTEST, "--length: expected at least 8, found " + length);
        check(labels == null || sequences != null, "--labels needs --sequences");
        check(labels != null || testedClass == null, "--class needs --labels");
        check(labels != null || split == null, "--split needs --labels");
        check(
                peaks != null || kind() != ControlKind.GENOME,
                "--controls genome needs --peaks and --genome; for a file of this name, give ./genome");
    }

    /** The files that are read. */
    List<String> inputs() {
        List<String> inputs = new ArrayList<>();
        if (peaks != null && genome != null) {
            inputs.add(peaks);
            inputs.add(genome);
        } else if (sequences != null) {
            inputs.add(sequences);
        }
        if (labels != null) {
            inputs.add(labels);
        }
        if (controls != null && kind() == ControlKind.GIVEN) {
            inputs.add(controls);
        }
        return inputs;
    }

    /** Where the controls come from. */
    ControlKind kind() {
        if (controls == null) {
            return labels == null ? ControlKind.SHUFFLED : ControlKind.GIVEN;
        }
        return switch (controls) {
            case SHUFFLE -> ControlKind.SHUFFLED;
            case GENOME -> ControlKind.GENOME;
            default -> ControlKind.GIVEN;
        };
    }

    /** Reads the sequences in which motifs may be enriched. */
    SequenceSet positives(Progress progress) {
        SequenceSource source = source(progress);
        if (labels == null) {
            return read(source, progress);
        }
        labelled = LabelledSets.read(source, labels, Optional.ofNullable(testedClass), Optional.ofNullable(split));
        return warned(labelled.positives(), progress);
    }

    /** Bases of a window when the sequences are windows of a genome. */
    OptionalInt window() {
        return peaks == null ? OptionalInt.empty() : OptionalInt.of(length == null ? DEFAULT_LENGTH : length);
    }

    private SequenceSource source(Progress progress) {
        if (peaks == null || genome == null) {
            return new FileSequences(String.valueOf(sequences), progress);
        }
        int bases = window().orElseThrow();
        GenomeRegions regions = new GenomeRegions(
                peaks, genome, bases, centre == null ? WindowCentre.SUMMIT : centre, OutsideRule.SKIP, false, progress);
        if (kind() == ControlKind.GENOME) {
            matched = new MatchedWindows(genome, bases);
            regions.pass(matched);
        }
        return regions;
    }

    /** Reads or makes the controls. */
    SequenceSet controls(SequenceSet positives, long seed, Progress progress) {
        return switch (kind()) {
            case SHUFFLED -> ShuffledControls.of(positives, seed);
            case GENOME -> matched(seed, progress);
            case GIVEN ->
                controls != null
                        ? read(new FileSequences(controls, progress), progress)
                        : warned(Objects.requireNonNull(labelled).controls(), progress);
        };
    }

    private SequenceSet matched(long seed, Progress progress) {
        SequenceSet set = new SequenceSet("windows of " + Inputs.name(String.valueOf(genome)));
        Objects.requireNonNull(matched).draw("controls", "peaks", seed, progress, set::add);
        return set;
    }

    /** A line about the sequences and their controls, for the page. */
    String description(SequenceSet positives, SequenceSet compared) {
        return String.format(Locale.ROOT, "%,d sequences of %s against ", positives.size(), positives.source())
                + switch (kind()) {
                    case SHUFFLED -> "each of them shuffled with the same dinucleotide counts";
                    case GENOME ->
                        String.format(
                                Locale.ROOT,
                                "%,d %s without a peak, matched in GC content and repeat fraction",
                                compared.size(),
                                compared.source());
                    case GIVEN -> String.format(Locale.ROOT, "%,d controls of %s", compared.size(), compared.source());
                };
    }

    private static SequenceSet read(SequenceSource source, Progress progress) {
        SequenceSet set = new SequenceSet(source.name());
        source.forEach(set::add);
        source.report(progress);
        return warned(set, progress);
    }

    private static SequenceSet warned(SequenceSet set, Progress progress) {
        if (set.tooShort() > 0) {
            progress.warn(set.source() + ": " + set.tooShort()
                    + (set.tooShort() == 1 ? " sequence is" : " sequences are") + " shorter than "
                    + SequenceSet.SHORTEST + " bases and left out");
        }
        return set;
    }
}
