package org.expomotif.command.option;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The words of the command line that repeats a run: the options and arguments that were given, in the order of the
 * help, each option by its long name.
 */
final class RepeatedRun {
    private RepeatedRun() {}

    /**
     * The words after the name of the program.
     *
     * @param given the parsed command line
     * @param kept selects the options that affect the result
     */
    static List<String> words(ParseResult given, Predicate<OptionSpec> kept) {
        List<String> words = new ArrayList<>(List.of(given.commandSpec().name()));
        List<String> arguments = new ArrayList<>();
        for (PositionalParamSpec argument : given.commandSpec().positionalParameters()) {
            arguments.addAll(argument.originalStringValues());
        }
        boolean dashed = arguments.stream().anyMatch(RepeatedRun::looksLikeAnOption);
        if (!dashed) {
            words.addAll(arguments);
        }
        for (OptionSpec option : given.commandSpec().options()) {
            if (given.hasMatchedOption(option) && kept.test(option)) {
                add(option, words);
            }
        }
        if (dashed) {
            words.add("--");
            words.addAll(arguments);
        }
        return words;
    }

    private static void add(OptionSpec option, List<String> words) {
        String name = option.longestName();
        if (option.arity().max() == 0) {
            words.add(Boolean.FALSE.equals(option.getValue()) ? name.replaceFirst("^--", "--no-") : name);
            return;
        }
        for (String value : option.originalStringValues()) {
            if (value.isEmpty() || looksLikeAnOption(value)) {
                words.add(name + "=" + value);
            } else {
                words.add(name);
                words.add(value);
            }
        }
    }

    private static boolean looksLikeAnOption(String value) {
        return value.startsWith("-") && value.length() > 1;
    }
}
