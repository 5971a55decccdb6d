package org.expomotif.command.learn;

import java.util.List;
import org.expomotif.command.option.ModelOutputOption;
import org.expomotif.command.option.OptionRange;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.dl4j.Dl4j;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelInfo;
import org.expomotif.run.UserException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Converts a network written by Deeplearning4j into a model of this program. */
@Command(
        description = "Convert a network written by Deeplearning4j into a model",
        footer = {
            "  expomotif import network.zip --length 200 --classes SP1,MAX -o model.zip",
            "",
            "Reads the zip of ModelSerializer: convolutions of height 1, batch normalisation, maximum",
            "pooling, dense layers and residual blocks, as export --format dl4j writes them. The libraries of",
            "DL4J are an add-on (docs/dl4j.md)."
        })
public final class ImportCommand extends StandardCommand {
    @Parameters(paramLabel = "FILE", description = "The zip of DL4J's ModelSerializer.")
    private String file = "";

    @Option(
            names = "--length",
            paramLabel = "N",
            order = 10,
            description = "Sequence length; required when the file does not give it (export writes it).")
    private @Nullable Integer length;

    @Option(
            names = "--classes",
            paramLabel = "NAME,...",
            split = ",",
            order = 11,
            description = "Names of the outputs. Default: those in the file, else class1, class2, ...")
    private List<String> classes = List.of();

    @Mixin
    private ModelOutputOption output;

    public ImportCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        output.plan(plan, output.path());
    }

    @Override
    public Integer call() {
        output.check();
        if (length != null) {
            OptionRange.atLeast(command(), "--length", 1, length);
        }
        Model model = named(Dl4j.read(file, length == null ? 0 : length));
        model.write(output.path());
        progress()
                .note(output.path() + ": " + model.info().architecture() + ", "
                        + model.network().trainedWeights() + " weights, classes "
                        + String.join(", ", model.info().classes()));
        return 0;
    }

    private Model named(Model model) {
        ModelInfo info = model.info();
        if (classes.isEmpty()) {
            return model;
        }
        if (classes.size() != info.classes().size()) {
            throw new UserException(
                            "the number of outputs of the network differs from the number of names in --classes")
                    .in(file)
                    .expected(info.classes().size() + " names")
                    .found(String.join(", ", classes));
        }
        return new Model(model.network(), info.withClasses(classes));
    }
}
