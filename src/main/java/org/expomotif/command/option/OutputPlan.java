package org.expomotif.command.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The files that a run will write, each with the option that requests it. */
public final class OutputPlan {
    /** Suffixes of the indexes of inputs. An index is made if it is missing, and read otherwise. */
    static final List<String> INDEXES = List.of(".fai", ".gzi");

    /** Options that name a file to write. */
    static final Set<String> OPTIONS = Set.of(
            "-o",
            "--central",
            "--counts",
            "--dropped",
            "--evaluation",
            "--html",
            "--logo",
            "--logos",
            "--representatives",
            "--summary",
            "--verdict",
            "--summit-plot",
            "--table",
            "--tree");

    /** Options that name a file to write in one command and a file to read in others. */
    private static final Map<String, String> OPTIONS_OF_A_COMMAND =
            Map.of("--one-hot", "attribute", "--scores", "scan", "--sites", "enrich");

    /**
     * A file that will be written.
     *
     * @param option the option that requests it
     * @param value the value of that option
     * @param path the file: the value itself, or a file next to it or in it
     * @param isIndex whether it is the index of an input, which is made if it is missing and never replaced
     */
    public record Output(String option, String value, String path, boolean isIndex) {
        /** Whether the user named this file. */
        boolean isNamed() {
            return value.equals(path);
        }
    }

    private final List<Output> outputs = new ArrayList<>();

    public OutputPlan() {}

    /** Whether an argument names a file to write. */
    static boolean isOutput(ArgSpec argument) {
        return argument instanceof OptionSpec option
                && List.of(option.names()).stream()
                        .anyMatch(name -> OPTIONS.contains(name)
                                || argument.command().name().equals(OPTIONS_OF_A_COMMAND.get(name)));
    }

    /** Adds the file that an option names, if it was given. */
    public void add(String option, @Nullable String file) {
        if (file != null) {
            add(option, file, file);
        }
    }

    /** Adds a file that is written because of an option. */
    public void add(String option, String value, String path) {
        outputs.add(new Output(option, value, path, false));
    }

    /** Adds the indexes that are made next to an input if they are missing. */
    public void addIndexes(String option, String input) {
        INDEXES.forEach(suffix -> outputs.add(new Output(option, input, input + suffix, true)));
    }

    /** The files, in the order in which they were added. */
    public List<Output> outputs() {
        return List.copyOf(outputs);
    }

    /** The paths of the files. */
    public List<String> files() {
        return outputs.stream().map(Output::path).toList();
    }
}
