package org.expomotif.command.explain;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.expomotif.attribution.TargetOutput;
import org.expomotif.command.option.OptionMixin;
import org.expomotif.network.Evaluator;
import org.expomotif.network.OutputScale;
import org.expomotif.network.model.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The classes and the output to explain, as a mixin. */
final class ExplainedOptions extends OptionMixin {
    private static final String ALL = "all";

    @Option(
            names = "--class",
            paramLabel = "NAME|all",
            order = 4,
            description = "The class to explain, by name or by number from 1, or all, each in a separate file; required"
                    + " when the model has several.")
    private @Nullable String className;

    @Option(
            names = {"--output", "--explained"},
            paramLabel = "WHAT",
            defaultValue = "probability",
            order = 5,
            description = "${COMPLETION-CANDIDATES}: explain the output after the sigmoid or before it."
                    + " Default: ${DEFAULT-VALUE}.")
    private OutputScale scale = OutputScale.PROBABILITY;

    ExplainedOptions() {}

    /** The names of the classes when each class has a separate file, otherwise one arbitrary name. */
    List<String> separateClasses(Supplier<List<String>> classesOfModel) {
        if (!ALL.equals(className)) {
            return List.of("");
        }
        List<String> classes = classesOfModel.get();
        return classes.contains(ALL) ? List.of(ALL) : classes;
    }

    /** The requested outputs of the model. */
    List<TargetOutput> targets(Model model, int threads) {
        Evaluator evaluator = model.network().evaluator(threads);
        List<String> classes = model.info().classes();
        IntStream chosen = ALL.equals(className) && !classes.contains(ALL)
                ? IntStream.range(0, classes.size())
                : IntStream.of(index(classes));
        return chosen.mapToObj(output -> new TargetOutput(evaluator, output, scale))
                .toList();
    }

    private int index(List<String> classes) {
        String names = String.join(", ", classes);
        if (className == null) {
            check(classes.size() == 1, "--class: the model has several classes; expected one of " + names + ", or all");
            return 0;
        }
        int index = classes.indexOf(className);
        if (index < 0 && className.matches("\\d{1,9}")) {
            index = Integer.parseInt(className) - 1;
        }
        check(
                index >= 0 && index < classes.size(),
                "--class: expected one of " + names + ", a number from 1 to " + classes.size() + ", or all; found "
                        + className);
        return index;
    }
}
