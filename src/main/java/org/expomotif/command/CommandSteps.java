package org.expomotif.command;

import java.util.ArrayList;
import java.util.List;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.command.option.StandardOptions;
import org.expomotif.run.StandardError;
import picocli.CommandLine;

/** Runs commands of this program one after the other, as a user would type them. */
final class CommandSteps {
    private final StandardOptions options;
    private final int threads;

    /**
     * Creates a runner.
     *
     * @param options whether the commands are quiet, and show warnings and stack traces
     * @param threads the threads of every command
     */
    CommandSteps(StandardOptions options, int threads) {
        this.options = options;
        this.threads = threads;
    }

    /** The files that a command will write, without the indexes of its inputs. */
    static List<String> outputs(List<String> words) {
        CommandLine line = Commands.commandLine(entry(words));
        line.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
        OutputPlan plan = new OutputPlan();
        line.<PlannedCommand>getCommand().plan(plan);
        return plan.outputs().stream()
                .filter(output -> !output.isIndex())
                .map(OutputPlan.Output::path)
                .toList();
    }

    /** Shows a step as typed into a shell. */
    void show(String line) {
        if (!options.isQuiet()) {
            StandardError.line("");
            StandardError.line("$ " + line);
        }
    }

    /** Runs a command and returns its exit code. */
    int run(List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        if (Commands.commandLine(entry(words)).getCommandSpec().findOption("--threads") != null) {
            arguments.addAll(List.of("--threads", Integer.toString(threads)));
        }
        arguments.addAll(options.messages());
        return Main.run(arguments.toArray(String[]::new));
    }

    private static Commands.Entry entry(List<String> words) {
        return Commands.find(words.getFirst()).orElseThrow();
    }
}
