package org.expomotif.command.option;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.expomotif.io.shard.Shard;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** Parses option values (words in lower case, numbers) and gives errors the form that all messages have. */
public final class OptionValues {
    /** Messages of picocli, as patterns, and their replacements. */
    private static final String[][] FORMS = {
        {"^Missing required parameter for option '(.*)' \\((.*)\\)$", "$1: expected a value ($2), found none"},
        {"^Expected parameter for option '(.*)' but found '(.*)'$", "$1: expected a value, found '$2'"},
        {"^option '(.*)' \\(.*\\) should be specified only once$", "$1: given more than once"},
        {"^Unmatched arguments? from index \\d+: ", "unexpected argument: found "},
    };

    private OptionValues() {}

    /** Registers the converters of words and numbers with a command line. */
    public static void register(CommandLine line) {
        line.registerConverter(int.class, OptionValues::wholeNumber);
        line.registerConverter(Integer.class, OptionValues::wholeNumber);
        line.registerConverter(long.class, OptionValues::longNumber);
        line.registerConverter(Long.class, OptionValues::longNumber);
        line.registerConverter(double.class, OptionValues::number);
        line.registerConverter(Double.class, OptionValues::number);
        line.registerConverter(Shard.class, OptionValues::shard);
        for (ArgSpec argument : line.getCommandSpec().args()) {
            if (argument.type().isEnum() && argument.converters().length == 0) {
                registerWords(line, argument.type());
            }
        }
    }

    /** A message of picocli, rewritten as {@code --threshold: expected a number, found 'abc'}. */
    public static String sentence(ParameterException fault) {
        String message =
                Objects.requireNonNullElse(fault.getMessage(), "").strip().replaceAll("\\s*\\R\\s*", "; ");
        for (String[] form : FORMS) {
            message = message.replaceFirst(form[0], form[1]);
        }
        return message.replaceFirst(
                "^Invalid value for (?:positional parameter at index \\d+|option) '?([^']*)'?"
                        + "(?: \\(<?[^)]*\\))?: (?=expected )",
                "$1: ");
    }

    private static <T> void registerWords(CommandLine line, Class<T> type) {
        ITypeConverter<T> converter = text -> word(type, text);
        line.registerConverter(type, converter);
    }

    private static <T> T word(Class<T> type, String text) {
        T[] choices = type.getEnumConstants();
        return Arrays.stream(choices)
                .filter(choice -> choice.toString().equalsIgnoreCase(text)
                        || ((Enum<?>) choice).name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected "
                        + Arrays.stream(choices)
                                .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", found '" + text + "'"));
    }

    private static int wholeNumber(String text) {
        long value = longNumber(text);
        if (value != (int) value) {
            throw new TypeConversionException("expected a whole number of at most 2147483647, found '" + text + "'");
        }
        return (int) value;
    }

    /** Parses a whole number above 0, such as a number of threads. */
    public static long atLeastOne(String text) {
        long value = longNumber(text);
        if (value < 1) {
            throw new TypeConversionException("expected at least 1, found " + value);
        }
        return value;
    }

    /** Parses a whole number. */
    public static long longNumber(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a whole number, found '" + text + "'");
        }
    }

    private static Shard shard(String text) {
        try {
            return Shard.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected a number, found '" + text + "'");
        }
    }
}
