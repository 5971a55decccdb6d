package org.expomotif.command.explain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.expomotif.attribution.FileReferences;
import org.expomotif.attribution.GeneratedReferences;
import org.expomotif.attribution.ReferenceKind;
import org.expomotif.attribution.References;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.run.Warnings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The references that sequences are compared with, as a mixin. */
final class ReferenceOptions extends OptionMixin {
    /** The maximum number of references read from a file when {@code --references} is not given. */
    private static final int MAX_FROM_FILE = 100;

    /** The maximum number of references, steps or samples per sequence, which are all held in memory. */
    static final int MAX_COUNT = 10_000;

    @Option(
            names = "--reference",
            paramLabel = "KIND|FILE",
            order = 6,
            description =
                    "References to compare sequences with: shuffle (their bases in random order), dinucleotide (the same"
                            + " dinucleotides in random order), gc (frequencies of their GC content), zero, or a FASTA file."
                            + " Default: shuffle; for deeplift gc.")
    private @Nullable String reference;

    @Option(
            names = "--references",
            paramLabel = "N",
            order = 7,
            description =
                    "References per sequence. Default: 10 random ones, or 100 for expected-integrated-gradients; all"
                            + " sequences of a file, up to 100.")
    private @Nullable Integer references;

    ReferenceOptions() {}

    /** Whether one of the options was given. */
    boolean given() {
        return reference != null || references != null;
    }

    /** The file of references, if there is one. */
    Optional<String> file() {
        return reference == null || kind().isPresent() ? Optional.empty() : Optional.of(reference);
    }

    /** The requested number of references, or the usual number when none is requested. */
    int countOr(int usual) {
        return references == null ? usual : references;
    }

    private Optional<ReferenceKind> kind() {
        return Arrays.stream(ReferenceKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(reference))
                .findFirst();
    }

    /**
     * The references.
     *
     * @param usual the kind when none is given
     * @param usualCount number of references of a random kind when no number is given
     * @param cycled whether references are reused in turn when there are fewer than requested
     * @param length bases of the network's input
     */
    References references(
            ReferenceKind usual, int usualCount, boolean cycled, int length, long seed, Warnings warnings) {
        if (references != null) {
            within("--references", 1, MAX_COUNT, references);
        }
        if (file().isPresent()) {
            String file = file().orElseThrow();
            check(
                    file.equals("-") || Files.exists(Path.of(file)),
                    "--reference: expected one of "
                            + Arrays.stream(ReferenceKind.values())
                                    .map(ReferenceOptions::word)
                                    .collect(Collectors.joining(", "))
                            + ", or a FASTA file; found " + file);
            return FileReferences.read(file, length, countOr(MAX_FROM_FILE), seed, warnings);
        }
        ReferenceKind kind = reference == null ? usual : kind().orElseThrow();
        check(
                cycled || kind.isRandom() || countOr(1) == 1,
                "--references: there is only one reference of kind " + word(kind));
        return new GeneratedReferences(kind, kind.isRandom() ? countOr(usualCount) : 1, seed);
    }

    private static String word(ReferenceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
