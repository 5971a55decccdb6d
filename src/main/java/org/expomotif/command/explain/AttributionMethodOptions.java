package org.expomotif.command.explain;

import java.util.Optional;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.AttributionMethodName;
import org.expomotif.attribution.DeepLift;
import org.expomotif.attribution.ExpectedIntegratedGradients;
import org.expomotif.attribution.GeneratedReferences;
import org.expomotif.attribution.InputTimesGradient;
import org.expomotif.attribution.IntegratedGradients;
import org.expomotif.attribution.Mutagenesis;
import org.expomotif.attribution.ReferenceKind;
import org.expomotif.attribution.References;
import org.expomotif.attribution.Saliency;
import org.expomotif.attribution.SmoothGrad;
import org.expomotif.benchmark.RecoveryEvaluation;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.run.Warnings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The attribution method and its settings, as a mixin. */
final class AttributionMethodOptions extends OptionMixin {
    @Option(
            names = "--method",
            paramLabel = "NAME",
            required = true,
            converter = AttributionMethodConverter.class,
            order = 3,
            description = "${COMPLETION-CANDIDATES}.")
    private AttributionMethodName method = AttributionMethodName.SALIENCY;

    @Mixin
    private ReferenceOptions references;

    @Option(
            names = "--steps",
            paramLabel = "N",
            order = 8,
            description = "integrated-gradients: gradients per reference. Default: 20.")
    private @Nullable Integer steps;

    @Option(
            names = "--samples",
            paramLabel = "N",
            order = 9,
            description = "smoothgrad: noisy inputs per sequence. Default: 50.")
    private @Nullable Integer samples;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            order = 10,
            description =
                    "smoothgrad: standard deviation of the noise that is added to the one-hot input. Default: 0.15.")
    private @Nullable Double noise;

    @Option(
            names = "--correct-gradient",
            negatable = true,
            fallbackValue = "true",
            order = 11,
            description =
                    "Subtract the mean of the gradients over the four letters, which is noise; this is the default."
                            + " With references, --sites then evaluates whole contributions. --no-correct-gradient gives the"
                            + " figures of the reference study.")
    private @Nullable Boolean correctGradient;

    AttributionMethodOptions() {}

    /** The scores that are compared with planted motifs: with {@code --no-correct-gradient} those of the study. */
    RecoveryEvaluation.Scores evaluatedScores() {
        return corrected() ? RecoveryEvaluation.Scores.BASE : RecoveryEvaluation.Scores.STUDY;
    }

    private boolean corrected() {
        return correctGradient == null || correctGradient;
    }

    /** The file of references, if there is one. */
    Optional<String> referenceFile() {
        return references.file();
    }

    /** The method with its settings, for a network whose input has the given length. */
    AttributionMethod method(int length, long seed, Warnings warnings) {
        check(
                method.hasReferences() || !references.given(),
                "--reference and --references apply to methods with references, not to " + method);
        check(
                method == AttributionMethodName.INTEGRATED_GRADIENTS || steps == null,
                "--steps applies to integrated-gradients, not to " + method);
        check(
                method == AttributionMethodName.SMOOTHGRAD || samples == null && noise == null,
                "--samples and --noise apply to smoothgrad, not to " + method);
        return switch (method) {
            case SALIENCY -> new Saliency(corrected());
            case INPUT_X_GRADIENT -> new InputTimesGradient(corrected());
            case SMOOTHGRAD -> smoothGrad(seed);
            case INTEGRATED_GRADIENTS -> {
                int points = atLeastOne("--steps", steps, IntegratedGradients.DEFAULT_STEPS);
                yield new IntegratedGradients(shuffled(length, seed, warnings), points);
            }
            case EXPECTED_INTEGRATED_GRADIENTS -> expected(length, seed, warnings);
            case DEEPLIFT ->
                new DeepLift(references.references(
                        ReferenceKind.GC, GeneratedReferences.DEFAULT_COUNT, false, length, seed, warnings));
            case DEEPSHAP -> new DeepLift(shuffled(length, seed, warnings));
            case MUTAGENESIS -> new Mutagenesis();
        };
    }

    private References shuffled(int length, long seed, Warnings warnings) {
        return references.references(
                ReferenceKind.SHUFFLE, GeneratedReferences.DEFAULT_COUNT, false, length, seed, warnings);
    }

    private AttributionMethod expected(int length, long seed, Warnings warnings) {
        int usual = ExpectedIntegratedGradients.DEFAULT_POINTS;
        References drawn = references.references(ReferenceKind.SHUFFLE, usual, true, length, seed, warnings);
        return new ExpectedIntegratedGradients(drawn, Math.max(drawn.count(), references.countOr(usual)), seed);
    }

    private AttributionMethod smoothGrad(long seed) {
        double deviation = noise == null ? SmoothGrad.DEFAULT_NOISE : noise;
        check(
                deviation >= 0 && deviation < 1e6,
                "--noise: expected a number of at least 0 and below 1e6, found " + noise);
        return new SmoothGrad(
                atLeastOne("--samples", samples, SmoothGrad.DEFAULT_SAMPLES), deviation, seed, corrected());
    }

    private int atLeastOne(String option, @Nullable Integer given, int usual) {
        if (given != null) {
            within(option, 1, ReferenceOptions.MAX_COUNT, given);
        }
        return given == null ? usual : given;
    }
}
