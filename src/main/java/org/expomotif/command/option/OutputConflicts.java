package org.expomotif.command.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.expomotif.command.option.OutputPlan.Output;
import org.expomotif.io.Inputs;
import org.expomotif.io.Outputs;
import org.expomotif.run.FilePlace;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Rejects an output that is also an input, the index of an input, or another output, before anything is written.
 * Devices, named pipes and standard output may be named several times.
 *
 * <p>Inputs are the files that the arguments of any option name, and standard input if it is redirected from a file. A
 * file is recognized under any spelling of its name, and through hard and symbolic links.
 */
public final class OutputConflicts {
    /** Options whose text never names a file, even if a file has that name. */
    static final Set<String> WORDS = Set.of(
            "--activation",
            "--activations",
            "--background-names",
            "--class",
            "--classes",
            "--groups",
            "--id",
            "--init",
            "--logo-class",
            "--logo-variant",
            "--methods",
            "--motif",
            "--motif-pseudo",
            "--names",
            "--networks",
            "--placement",
            "--prefix",
            "--split",
            "--test-chromosomes",
            "--top-by",
            "--valid-chromosomes",
            "--window",
            "TASK");

    /** Suffixes of files that belong to an input and lie next to it. */
    private static final List<String> COMPANIONS = List.of(".fai", ".gzi", ".tbi");

    private final CommandLine command;
    /** The options that name inputs, by path and by file key. */
    private final Map<Object, String> inputs = new HashMap<>();
    /** The options that name inputs, by the paths of their index files, which may not exist. */
    private final Map<Path, String> companions = new HashMap<>();

    private final Map<Path, Output> written = new HashMap<>();

    private OutputConflicts(ParseResult given) {
        command = given.commandSpec().commandLine();
        for (ArgSpec argument : given.matchedArgs()) {
            if (isInput(argument)) {
                argument.stringValues().forEach(value -> addInput(value, name(argument)));
            }
        }
    }

    /** Throws where an output of the plan would replace an input or another output. */
    public static void check(ParseResult given, OutputPlan plan) {
        OutputConflicts conflicts = new OutputConflicts(given);
        plan.outputs().stream().filter(output -> !output.isIndex()).forEach(conflicts::check);
    }

    /** Whether an argument may name a file to read. */
    static boolean isInput(ArgSpec argument) {
        return argument.auxiliaryTypes()[0] == String.class
                && !OutputPlan.isOutput(argument)
                && !WORDS.contains(name(argument))
                && !name(argument).equals(OutDirOption.NAME);
    }

    private void addInput(String value, String option) {
        try {
            Path path = Path.of(value.equals(Inputs.STANDARD) ? "/dev/stdin" : value);
            if (!Files.isRegularFile(path)) {
                return;
            }
            inputs.putIfAbsent(FilePlace.of(path), option);
            inputs.putIfAbsent(identity(path), option);
            for (String suffix : COMPANIONS) {
                companions.putIfAbsent(FilePlace.of(Path.of(value + suffix)), option);
            }
        } catch (IOException | InvalidPathException e) {
            // Opening the file reports the error.
        }
    }

    private void check(Output output) {
        if (Outputs.isStandard(output.path())) {
            return;
        }
        Path path;
        Path place;
        Object identity;
        try {
            path = Path.of(output.path());
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                return;
            }
            place = FilePlace.of(path);
            identity = Files.exists(place) ? identity(place) : place;
        } catch (IOException | InvalidPathException e) {
            return; // Opening the file reports the error.
        }
        String input = inputs.getOrDefault(place, inputs.get(identity));
        if (input != null) {
            throw replaced(output, "a file that is read here (" + input + ")");
        }
        String indexed = companions.get(place);
        if (indexed != null) {
            throw replaced(output, "the index of a file that is read here (" + indexed + ")");
        }
        Output before = written.put(place, output);
        if (before != null) {
            throw new ParameterException(command, twice(before, output));
        }
    }

    private ParameterException replaced(Output output, String read) {
        String given = output.option() + " " + output.value() + " would ";
        String what = output.isNamed() ? "replace " : "write " + output.path() + " and so replace ";
        String remedy = output.option().equals(OutDirOption.NAME) ? "; name another folder" : "; name another file";
        return new ParameterException(command, given + what + read + remedy);
    }

    private static String twice(Output before, Output output) {
        if (before.isNamed() && output.isNamed()) {
            return output.option() + " and " + before.option() + " name the same file, " + output.path()
                    + "; give two different names";
        }
        String given = before.option() + " " + before.value();
        return before.option().equals(output.option())
                ? given + " would write two files of the same name, " + output.path() + "; write them in two runs"
                : given + " and " + output.option() + " " + output.value() + " would both write " + output.path()
                        + "; name another file";
    }

    /** A key that all names of an existing file share: device and inode where the system has them. */
    private static Object identity(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path.toRealPath() : key;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
