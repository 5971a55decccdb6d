package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.testing.CommandLineRun;
import org.expomotif.testing.CommandResult;
import picocli.CommandLine;

/** Compares the outputs that a command line declares with the files that it writes. */
public final class PlannedOutputs {
    /** The suffix of a file that is removed before the command ends. */
    private static final String CHECKPOINT = ".checkpoint";

    private PlannedOutputs() {}

    /** The plan of a command line. */
    public static OutputPlan of(CommandLineRun line) {
        List<String> words = line.words();
        CommandLine command =
                Commands.commandLine(Commands.find(words.getFirst()).orElseThrow());
        command.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        OutputPlan plan = new OutputPlan();
        command.<PlannedCommand>getCommand().plan(plan);
        return plan;
    }

    /** The files below a folder. */
    public static Set<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a command line whose outputs do not exist yet, and compares the files that appear in a folder with its plan.
     */
    public static CommandResult assertAreWhatAppears(Path folder, CommandLineRun line) {
        OutputPlan plan = of(line);
        Set<String> before = files(folder);
        CommandResult result = line.run().succeeds();
        Set<String> appeared = files(folder);
        appeared.removeAll(before);
        Set<String> certain = plan.outputs().stream()
                .filter(output -> !output.isIndex() && !output.path().endsWith(CHECKPOINT))
                .map(OutputPlan.Output::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(appeared).as(line.toString()).containsAll(certain);
        assertThat(plan.files()).as(line.toString()).containsAll(appeared);
        return result;
    }
}
