package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import picocli.CommandLine;

/** Compares the outputs that a command line declares with the files that it writes. */
public final class PlannedOutputs {
    /** The suffix of a file that is removed before the command ends. */
    private static final String CHECKPOINT = ".checkpoint";

    private PlannedOutputs() {}

    /** The plan of a command line. */
    public static OutputPlan of(String... words) {
        CommandLine line = Commands.commandLine(Commands.find(words[0]).orElseThrow());
        line.parseArgs(Arrays.copyOfRange(words, 1, words.length));
        OutputPlan plan = new OutputPlan();
        line.<PlannedCommand>getCommand().plan(plan);
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
    public static Captured assertAreWhatAppears(Path folder, String... words) {
        OutputPlan plan = of(words);
        Set<String> before = files(folder);
        Captured run = Captured.run(words);
        assertThat(run.code()).as(run.err()).isZero();
        Set<String> appeared = files(folder);
        appeared.removeAll(before);
        Set<String> certain = plan.outputs().stream()
                .filter(output -> !output.isIndex() && !output.path().endsWith(CHECKPOINT))
                .map(OutputPlan.Output::path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(appeared).as(String.join(" ", words)).containsAll(certain);
        assertThat(plan.files()).as(String.join(" ", words)).containsAll(appeared);
        return run;
    }
}
