package org.expomotif.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.expomotif.attribution.AttributionMethod;
import org.expomotif.attribution.ExplainedOutput;
import org.expomotif.attribution.InputTimesGradient;
import org.expomotif.attribution.IntegratedGradients;
import org.expomotif.attribution.Mutagenesis;
import org.expomotif.attribution.Reference;
import org.expomotif.attribution.Saliency;
import org.expomotif.network.Evaluator.Explained;
import org.expomotif.network.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What is explained and how, as a mixin. */
final class AttributionMethodOptions {
    /** The methods by name. */
    enum Method {
        /** Gradient. */
        SALIENCY,
        /** Gradient x input. */
        INPUT_X_GRADIENT,
        /** Mean gradient on the way from references. */
        INTEGRATED_GRADIENTS,
        /** Every single mutant. */
        MUTAGENESIS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads a method's name. */
    private static final class MethodName implements ITypeConverter<Method> {
        @Override
        public Method convert(String name) {
            return Arrays.stream(Method.values())
                    .filter(method -> method.toString().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of "
                            + Arrays.stream(Method.values())
                                    .map(Method::toString)
                                    .collect(Collectors.joining(", "))
                            + "; found " + name));
        }
    }

    /** What is explained. */
    enum Output {
        /** After the sigmoid. */
        PROBABILITY,
        /** Before it. */
        LOGIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--method",
            paramLabel = "NAME",
            required = true,
            converter = MethodName.class,
            order = 3,
            description = "${COMPLETION-CANDIDATES}.")
    private Method method = Method.SALIENCY;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            order = 4,
            description = "The class to explain, by name or counted from 1; needed where the model has several.")
    private @Nullable String className;

    @Option(
            names = {"--output", "--explained"},
            paramLabel = "WHAT",
            defaultValue = "probability",
            order = 5,
            description = "${COMPLETION-CANDIDATES}: what is explained, after the sigmoid or before it."
                    + " Default: ${DEFAULT-VALUE}.")
    private Output explained = Output.PROBABILITY;

    @Option(
            names = "--reference",
            paramLabel = "KIND",
            order = 6,
            description = "integrated-gradients: what sequences are compared with: shuffle (their bases in random"
                    + " order), dinucleotide (the same dinucleotides in random order), zero, or gc (frequencies of"
                    + " their GC content). Default: shuffle.")
    private @Nullable Reference reference;

    @Option(
            names = "--references",
            paramLabel = "N",
            order = 7,
            description = "integrated-gradients: random references a sequence. Default: 10.")
    private @Nullable Integer references;

    @Option(
            names = "--steps",
            paramLabel = "N",
            order = 8,
            description = "integrated-gradients: gradients a reference. Default: 20.")
    private @Nullable Integer steps;

    AttributionMethodOptions() {}

    /** The output of the model that is asked for. */
    ExplainedOutput target(Model model, int threads) {
        Explained what = explained == Output.LOGIT ? Explained.LOGIT : Explained.PROBABILITY;
        return new ExplainedOutput(
                model.network().evaluator(threads), index(model.info().classes()), what);
    }

    private int index(List<String> classes) {
        String names = String.join(", ", classes);
        if (className == null) {
            check(classes.size() == 1, "--class: the model has several classes; expected one of " + names);
            return 0;
        }
        int index = classes.indexOf(className);
        if (index < 0 && className.matches("\\d{1,9}")) {
            index = Integer.parseInt(className) - 1;
        }
        check(
                index >= 0 && index < classes.size(),
                "--class: expected one of " + names + ", or a number from 1 to " + classes.size() + "; found "
                        + className);
        return index;
    }

    /** The method with its settings. */
    AttributionMethod method(long seed) {
        check(
                method == Method.INTEGRATED_GRADIENTS || reference == null && references == null && steps == null,
                "--reference, --references and --steps belong to integrated-gradients, not to " + method);
        return switch (method) {
            case SALIENCY -> new Saliency();
            case INPUT_X_GRADIENT -> new InputTimesGradient();
            case MUTAGENESIS -> new Mutagenesis();
            case INTEGRATED_GRADIENTS -> integratedGradients(seed);
        };
    }

    private AttributionMethod integratedGradients(long seed) {
        Reference kind = reference == null ? Reference.SHUFFLE : reference;
        int usual = kind.isRandom() ? IntegratedGradients.DEFAULT_REFERENCES : 1;
        int count = references == null ? usual : references;
        int points = steps == null ? IntegratedGradients.DEFAULT_STEPS : steps;
        check(count >= 1, "--references: expected at least 1, found " + count);
        check(points >= 1, "--steps: expected at least 1, found " + points);
        check(
                count == 1 || kind.isRandom(),
                "--references: there is only one reference of kind "
                        + kind.name().toLowerCase(Locale.ROOT));
        return new IntegratedGradients(kind, count, points, seed);
    }

    private void check(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
