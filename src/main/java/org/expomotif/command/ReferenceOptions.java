package org.expomotif.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.expomotif.attribution.DrawnReferences;
import org.expomotif.attribution.GivenReferences;
import org.expomotif.attribution.Reference;
import org.expomotif.attribution.References;
import org.expomotif.run.Warnings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What sequences are compared with, as a mixin. */
final class ReferenceOptions {
    /** References taken from a file when their number is not given. */
    private static final int MOST_GIVEN = 100;

    /** References, steps or samples of a sequence, all of which are held. */
    static final int MOST = 10_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--reference",
            paramLabel = "KIND|FILE",
            order = 6,
            description =
                    "What sequences are compared with: shuffle (their bases in random order), dinucleotide (the same"
                            + " dinucleotides in random order), gc (frequencies of their GC content), zero, or a FASTA file."
                            + " Default: shuffle; for deeplift gc.")
    private @Nullable String reference;

    @Option(
            names = "--references",
            paramLabel = "N",
            order = 7,
            description = "References a sequence. Default: 10 random ones, expected-integrated-gradients 100; of a file"
                    + " all, at most 100.")
    private @Nullable Integer references;

    ReferenceOptions() {}

    /** Whether any was given. */
    boolean given() {
        return reference != null || references != null;
    }

    /** The file of references, if there is one. */
    Optional<String> file() {
        return reference == null || kind().isPresent() ? Optional.empty() : Optional.of(reference);
    }

    /** How many are asked for, or so many. */
    int countOr(int usual) {
        return references == null ? usual : references;
    }

    private Optional<Reference> kind() {
        return Arrays.stream(Reference.values())
                .filter(kind -> kind.name().equalsIgnoreCase(reference))
                .findFirst();
    }

    /**
     * The references.
     *
     * @param usual the kind when none is given
     * @param usualCount how many of a random kind when no number is given
     * @param takenInTurn whether a smaller number of references than asked for will do
     * @param length bases of the network's input
     */
    References references(
            Reference usual, int usualCount, boolean takenInTurn, int length, long seed, Warnings warnings) {
        if (references != null) {
            OptionRange.within(spec, "--references", 1, MOST, references);
        }
        if (file().isPresent()) {
            String file = file().orElseThrow();
            check(
                    file.equals("-") || Files.exists(Path.of(file)),
                    "--reference: expected one of "
                            + Arrays.stream(Reference.values())
                                    .map(ReferenceOptions::word)
                                    .collect(Collectors.joining(", "))
                            + ", or a FASTA file; found " + file);
            return GivenReferences.read(file, length, countOr(MOST_GIVEN), seed, warnings);
        }
        Reference kind = reference == null ? usual : kind().orElseThrow();
        check(
                takenInTurn || kind.isRandom() || countOr(1) == 1,
                "--references: there is only one reference of kind " + word(kind));
        return new DrawnReferences(kind, kind.isRandom() ? countOr(usualCount) : 1, seed);
    }

    private static String word(Reference kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
