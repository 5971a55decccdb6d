package org.expomotif.command.scan;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.expomotif.benchmark.SelectedSequences;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.dataset.Split;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Sequences and the motifs planted in them, as a mixin. */
final class TruthOptions extends OptionMixin {
    private static final String ALL = "all";

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
        check(split == null || labels != null, "--split needs --labels");
        splitNamed();
    }

    /** The selected split; empty for all sequences. */
    private Optional<Split> splitNamed() {
        String word = split == null ? Split.TEST.word() : split.toLowerCase(Locale.ROOT);
        Optional<Split> named =
                Stream.of(Split.values()).filter(one -> one.word().equals(word)).findFirst();
        check(named.isPresent() || word.equals(ALL), "--split: expected train, valid, test or all, found " + split);
        return named;
    }

    /** The file of the planted sites. */
    String sites() {
        return sites;
    }

    /** The file of the planted motifs, if given. */
    Optional<String> truthMotifs() {
        return Optional.ofNullable(truthMotifs);
    }

    /** The sequences to evaluate. */
    SelectedSequences selected() {
        return new SelectedSequences(sequences, Optional.ofNullable(labels), splitNamed());
    }
}
