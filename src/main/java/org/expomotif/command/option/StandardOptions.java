package org.expomotif.command.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.expomotif.command.Commands;
import org.expomotif.command.progress.SelectedOutput;
import org.expomotif.command.progress.TerminalProgress;
import org.expomotif.run.Checksum;
import org.expomotif.run.Progress;
import org.expomotif.run.RunRecord;
import org.expomotif.run.Version;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command, as a mixin; provides the progress and the run record. */
@SuppressWarnings("UnusedVariable")
public // picocli sets and reads --help, --version and --debug
final class StandardOptions {
    /** Options that do not affect the result, apart from those that name outputs. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "--help",
            "--version",
            "--quiet",
            "--no-warnings",
            "--debug",
            "--threads",
            "--shard",
            "--resume",
            "--out-dir");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-q", "--quiet"},
            order = 100,
            description = "Show no progress on standard error; warnings and errors remain.")
    private boolean quiet;

    @Option(names = "--no-warnings", order = 101, description = "Show no warnings on standard error; errors remain.")
    private boolean noWarnings;

    @Option(names = "--debug", order = 102, description = "Print the stack trace of an error.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            order = 103,
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            order = 104,
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    public StandardOptions() {}

    /** Whether {@code --quiet} was given. */
    public boolean isQuiet() {
        return quiet;
    }

    /** The options about messages that were given, for a command that this one runs. */
    public List<String> messages() {
        List<String> words = new ArrayList<>();
        if (quiet) {
            words.add("--quiet");
        }
        if (noWarnings) {
            words.add("--no-warnings");
        }
        if (debug) {
            words.add("--debug");
        }
        return words;
    }

    /**
     * The progress of the command on standard error: a bar on a terminal, occasional lines elsewhere, nothing with
     * {@code --quiet}. Warnings are shown in every case unless {@code --no-warnings} is given.
     */
    public Progress progress() {
        return new SelectedOutput(TerminalProgress.onStandardError(), !quiet, !noWarnings);
    }

    /** The record of this run, for the output: the parsed options with their defaults, and checksums of the inputs. */
    public RunRecord record(String... inputs) {
        Map<String, String> checksums = new LinkedHashMap<>();
        for (String input : inputs) {
            checksums.put(input, Checksum.of(input));
        }
        return record(checksums);
    }

    /** The record of this run, with known checksums of the inputs. */
    public RunRecord record(Map<String, String> checksums) {
        Map<String, String> options = new LinkedHashMap<>();
        for (OptionSpec option : spec.options()) {
            if (affectsResult(option)) {
                put(options, option.longestName(), option);
            }
        }
        spec.positionalParameters().forEach(parameter -> put(options, parameter.paramLabel(), parameter));
        List<String> words = RepeatedRun.words(spec.commandLine().getParseResult(), StandardOptions::affectsResult);
        return new RunRecord(Version.number(), words, options, checksums);
    }

    /** Whether an option affects the result and is therefore part of the run record. */
    static boolean affectsResult(OptionSpec option) {
        return !WITHOUT_EFFECT.contains(option.longestName()) && !OutputPlan.isOutput(option);
    }

    private static void put(Map<String, String> options, String name, ArgSpec argument) {
        Object value = argument.getValue();
        if (Boolean.FALSE.equals(value) && argument instanceof OptionSpec option && option.negatable()) {
            options.put(name.replaceFirst("^--", "--no-"), "");
            return;
        }
        if (value == null || Boolean.FALSE.equals(value) || value instanceof Collection<?> many && many.isEmpty()) {
            return;
        }
        options.put(name, Boolean.TRUE.equals(value) ? "" : text(value));
    }

    private static String text(Object value) {
        return switch (value) {
            case Iterable<?> many -> {
                StringBuilder list = new StringBuilder();
                many.forEach(one -> list.append(list.isEmpty() ? "" : ",").append(one));
                yield list.toString();
            }
            case double[] many -> Arrays.stream(many).mapToObj(Double::toString).collect(Collectors.joining(","));
            case int[] many -> Arrays.stream(many).mapToObj(Integer::toString).collect(Collectors.joining(","));
            case Object[] many -> Arrays.stream(many).map(String::valueOf).collect(Collectors.joining(","));
            case Enum<?> word -> word.toString().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    /** {@code expomotif 0.1.0}. */
    public static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Commands.NAME + " " + Version.number()};
        }
    }
}
