package org.expomotif.command.scan;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.expomotif.dataset.Labels;
import org.expomotif.dataset.Split;
import org.expomotif.dna.DnaSequence;
import org.expomotif.io.Inputs;
import org.expomotif.io.sequence.RepeatedNames;
import org.expomotif.io.sequence.SequenceFile;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.UserException;
import org.expomotif.run.Warnings;
import org.expomotif.synth.PlantedTruth;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sequences and the motifs planted in them, as a mixin. */
final class TruthOptions {
    private static final String ALL = "all";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--sequences",
            required = true,
            paramLabel = "FILE",
            order = 5,
            description = "Sequences in FASTA or GenBank; '-' for standard input.")
    private String sequences = "-";

    @Option(names = "--sites", required = true, paramLabel = "BED", order = 6, description = "The planted motifs.")
    private String sites = "-";

    @Option(
            names = "--truth-motifs",
            paramLabel = "FILE",
            order = 7,
            description =
                    "The planted motifs: only their columns above 0.01 bit count. Default: every base of a site counts.")
    private @Nullable String truthMotifs;

    @Option(
            names = "--labels",
            paramLabel = "TSV",
            order = 8,
            description = "Labels of the sequences: use only the sequences of --split.")
    private @Nullable String labels;

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            order = 9,
            description = "train, valid, test or all. Default: test.")
    private @Nullable String split;

    TruthOptions() {}

    /** The files given, for the record of the run. */
    List<String> inputs() {
        return Stream.of(sequences, sites, truthMotifs, labels)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Checks the options. */
    void check() {
        if (split != null && labels == null) {
            throw new ParameterException(spec.commandLine(), "--split needs --labels");
        }
        splitNamed();
    }

    /** The selected split; empty for all sequences. */
    private Optional<Split> splitNamed() {
        String word = split == null ? Split.TEST.word() : split.toLowerCase(Locale.ROOT);
        if (word.equals(ALL)) {
            return Optional.empty();
        }
        return Stream.of(Split.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .or(() -> {
                    throw new ParameterException(
                            spec.commandLine(), "--split: expected train, valid, test or all, found " + split);
                });
    }

    /** Reads the planted motifs. */
    PlantedTruth truth() {
        return PlantedTruth.read(sites, Optional.ofNullable(truthMotifs).map(MotifFile::read));
    }

    /** Passes each selected sequence to the consumer. */
    void forEach(Warnings warnings, Consumer<DnaSequence> consumer) {
        Optional<Labels> read = Optional.ofNullable(labels).map(Labels::read);
        Optional<Set<String>> selected = read.flatMap(table -> splitNamed().map(chosen -> names(table, chosen)));
        List<String> names = new java.util.ArrayList<>();
        SequenceFile.forEach(sequences, RepeatedNames.REFUSED, warnings, sequence -> {
            names.add(sequence.name());
            if (selected.isEmpty() || selected.get().contains(sequence.name())) {
                consumer.accept(sequence);
            }
        });
        read.ifPresent(table -> table.requireSame(names, Inputs.name(sequences), Inputs.name(String.valueOf(labels))));
    }

    private static Set<String> names(Labels table, Split chosen) {
        return table.of(chosen).stream().map(Labels.Row::id).collect(Collectors.toSet());
    }

    /** The error that no sequence could be evaluated. */
    UserException nothingToEvaluate() {
        return new UserException("no sequence has both a site and a gap")
                .in(sites)
                .remedy("give the sequences that the sites belong to");
    }
}
