package org.expomotif.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Keeps the user's files: no output may be a file that the same run reads, or one that it writes already. */
final class OwnFiles {
    /** Options that name a file to write. */
    static final Set<String> OUTPUTS = Set.of(
            "-o",
            "--counts",
            "--dropped",
            "--evaluation",
            "--html",
            "--logo",
            "--logos",
            "--one-hot",
            "--scores",
            "--summary",
            "--table",
            "--tree");

    private OwnFiles() {}

    /** Throws where an output would replace an input or another output. */
    static void check(ParseResult given) {
        Map<Path, String> written = new HashMap<>();
        for (OptionSpec option : given.matchedOptions()) {
            if (isOutput(option)) {
                for (String value : option.stringValues()) {
                    check(given, option, value, written);
                }
            }
        }
    }

    /** Whether an argument names a file to write. */
    static boolean isOutput(ArgSpec argument) {
        return argument instanceof OptionSpec option
                && List.of(option.names()).stream().anyMatch(OUTPUTS::contains);
    }

    private static void check(ParseResult given, OptionSpec output, String value, Map<Path, String> written) {
        Path path;
        try {
            path = Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return; // Whoever opens it says so.
        }
        if (value.equals("-") || Files.exists(path) && !Files.isRegularFile(path)) {
            return;
        }
        for (ArgSpec argument : given.matchedArgs()) {
            if (isOutput(argument)) {
                continue;
            }
            for (String input : argument.stringValues()) {
                if (same(path, input)) {
                    throw new ParameterException(
                            given.commandSpec().commandLine(),
                            name(output) + " " + value + " would replace a file that is read here (" + name(argument)
                                    + "); name another file");
                }
            }
        }
        String before = written.put(path, name(output));
        if (before != null) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    name(output) + " and " + before + " name the same file, " + value + "; name two");
        }
    }

    private static boolean same(Path path, String input) {
        try {
            return Files.isRegularFile(path) && Files.exists(Path.of(input)) && Files.isSameFile(path, Path.of(input));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
