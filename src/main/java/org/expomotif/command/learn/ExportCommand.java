package org.expomotif.command.learn;

import org.expomotif.command.option.ModelOption;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.StandardCommand;
import org.expomotif.dl4j.Dl4j;
import org.expomotif.export.OnnxExporter;
import org.expomotif.network.model.Model;
import org.expomotif.network.model.ModelExporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model in the format of another program. */
@Command(
        description = "Write a model in the format of another program",
        footer = {
            "  expomotif export --model model.zip --format onnx -o model.onnx",
            "",
            "onnx: operator set 13; input [N, length, 4] with the bases in the order A C G T, outputs",
            "probabilities and logits [N, classes]; the names of the classes are in the file's metadata.",
            "dl4j: a ComputationGraph for ModelSerializer; input [N, 4, 1, length], output probabilities.",
            "Activations that DL4J lacks (the exponential) need this program's jar on the reader's class path."
        })
public final class ExportCommand extends StandardCommand {
    /** The formats. */
    enum Format {
        /** Open Neural Network Exchange. */
        ONNX,
        /** The zip of Deeplearning4j's ModelSerializer. */
        DL4J;

        private ModelExporter exporter() {
            return switch (this) {
                case ONNX -> new OnnxExporter();
                case DL4J -> Dl4j::write;
            };
        }
    }

    @Mixin
    private ModelOption model;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "onnx",
            order = 10,
            description = "onnx, or dl4j (an add-on: docs/dl4j.md). Default: ${DEFAULT-VALUE}.")
    private Format format = Format.ONNX;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            order = 80,
            description = "The output file; '-' for standard output.")
    private String output = "";

    public ExportCommand() {}

    @Override
    public void plan(OutputPlan plan) {
        plan.add("--output", output);
    }

    @Override
    public Integer call() {
        Model read = Model.read(model.path());
        format.exporter().write(read, output);
        progress()
                .note(output + ": " + read.info().architecture() + ", "
                        + read.network().parameters().size() + " arrays of weights");
        return 0;
    }
}
