package org.expomotif.command.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.motif.Motif;
import org.expomotif.motif.MotifSet;
import org.expomotif.motif.format.MotifAlphabets;
import org.expomotif.motif.format.MotifFile;
import org.expomotif.run.Warnings;
import org.expomotif.synth.StudyMotifs;
import org.expomotif.synth.StudyTasks;
import org.expomotif.synth.SynthTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The motifs to plant, as a mixin. */
final class PlantedMotifOptions extends OptionMixin {
    @Option(
            names = "--motifs",
            paramLabel = "FILE",
            description = "Motifs to plant; default: JASPAR 2016 CORE vertebrates, built in.")
    private @Nullable String motifFile;

    @Option(
            names = "--names",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Ids or names of the motifs that are classes, or core motifs of billboard; 'all' for every motif."
                            + " Default: those of the study; for classes, all motifs of a file that does not have these.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--background-motifs",
            paramLabel = "FILE",
            description = "billboard: file of the other motifs of the negatives; default: --motifs.")
    private @Nullable String backgroundFile;

    @Option(
            names = "--background-names",
            paramLabel = "A,B",
            split = ",",
            hideParamSyntax = true,
            description = "billboard: ids or names of the other motifs, or 'all'; default: drawn with the seed.")
    private List<String> backgroundNames = new ArrayList<>();

    @Option(
            names = "--background-count",
            paramLabel = "N",
            defaultValue = "50",
            description = "billboard: number of other motifs to draw. Default: ${DEFAULT-VALUE}.")
    private int backgroundCount;

    PlantedMotifOptions() {}

    /** The files given, for the record of the run. */
    List<String> inputs() {
        return Stream.of(motifFile, backgroundFile).filter(Objects::nonNull).toList();
    }

    /** Checks that the options fit the task. */
    void check(boolean isBillboard) {
        if (backgroundCount < 1) {
            throw fault("--background-count: expected at least 1, found " + backgroundCount);
        }
        if (!isBillboard && (backgroundFile != null || !backgroundNames.isEmpty())) {
            throw fault("--background-motifs and --background-names apply to billboard;"
                    + " for the bases outside motifs give --background");
        }
    }

    /** The task with one class per motif. */
    SynthTask classes(Warnings warnings) {
        return StudyTasks.classes(motifs(motifFile, warnings).motifs(), file(), names);
    }

    /** The task of core motifs against core and background motifs. */
    SynthTask billboard(int length, long seed, Warnings warnings) {
        MotifSet planted = motifs(motifFile, warnings);
        MotifSet background = backgroundFile == null ? planted : motifs(backgroundFile, warnings);
        List<Motif> core = StudyTasks.core(planted.motifs(), file(), names);
        String otherFile = backgroundFile == null ? file() : backgroundFile;
        MotifAlphabets.requireSame(file(), planted, otherFile, background);
        return StudyTasks.billboard(
                core, background.motifs(), otherFile, backgroundNames, backgroundCount, length, seed);
    }

    private String file() {
        return motifFile == null ? StudyMotifs.NAME : motifFile;
    }

    private static MotifSet motifs(@Nullable String file, Warnings warnings) {
        return file == null ? StudyMotifs.jaspar2016() : MotifFile.readDistinct(file, warnings);
    }
}
