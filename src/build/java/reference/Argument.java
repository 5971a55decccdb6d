package reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.io.shard.Shard;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option or an argument of a command, as the pages and the completions show it.
 *
 * @param names the names of an option, short ones first; empty for an argument
 * @param label what stands for the value, such as FILE; empty for an option without a value
 * @param required whether the command needs it
 * @param valueOptional whether an option may stand without its value
 * @param repeated whether several values may follow
 * @param description the sentences of the help
 * @param words values to choose from
 * @param files whether the value may be the name of a file
 * @param folders whether the value is the name of a folder
 */
record Argument(
        List<String> names,
        String label,
        boolean required,
        boolean valueOptional,
        boolean repeated,
        String description,
        List<String> words,
        boolean files,
        boolean folders) {

    private static final Set<String> COMMON =
            Set.of("--threads", "--seed", "--quiet", "--no-warnings", "--debug", "--help", "--version");

    private static final Pattern FILES = Pattern.compile("FILE|FASTA|BED|TSV|MODEL|PART");
    private static final Pattern NO_WORDS = Pattern.compile("(" + FILES + ")(\\..*)?|DIR|ID|A,B.*|.*\\[.*");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern LIST = Pattern.compile("^(?:[A-Z][^.:]*: )?([a-z].*?)(?:\\.(?: |$)|$)");

    static Argument of(ArgSpec spec, String description) {
        List<String> names = new ArrayList<>();
        boolean flag = false;
        if (spec instanceof OptionSpec option) {
            names.addAll(List.of(option.names()));
            if (option.negatable()) {
                names.add(option.longestName().replaceFirst("^--", "--no-"));
            }
            flag = option.arity().max() == 0;
        }
        String label = flag ? "" : spec.paramLabel();
        boolean number = isNumber(spec.type());
        boolean files = !flag && !number && FILES.matcher(label).find();
        return new Argument(
                List.copyOf(names),
                label,
                spec.required(),
                spec.arity().min() == 0 && !flag,
                spec.arity().max() > 1,
                description,
                flag || number || NO_WORDS.matcher(label).matches() ? List.of() : words(spec, description),
                files,
                label.equals("DIR"));
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type)
                || type == Shard.class
                || type.isPrimitive()
                || (type.isArray() && type.getComponentType().isPrimitive());
    }

    /** The choices of the model or, where the value is any text, the words that begin the description. */
    private static List<String> words(ArgSpec spec, String description) {
        List<String> words = new ArrayList<>();
        if (spec.completionCandidates() != null) {
            spec.completionCandidates().forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
            return words;
        }
        Matcher list = LIST.matcher(description.replaceAll(" \\([^)]*\\)", ""));
        if (list.find()) {
            Arrays.stream(list.group(1).split(", or |, | or "))
                    .takeWhile(part ->
                            WORD.matcher(part.replaceFirst(":[A-Z]$", "")).matches())
                    .filter(part -> WORD.matcher(part).matches())
                    .forEach(words::add);
        }
        return words;
    }

    boolean takesValue() {
        return !label.isEmpty();
    }

    /** Whether every command has this option. */
    boolean isCommon() {
        return names.stream().anyMatch(COMMON::contains);
    }

    /** The first sentence of the description, without its full stop. */
    String brief() {
        Matcher end = Pattern.compile("[.;](?: [A-Z-]|$)").matcher(description);
        String sentence = end.find() ? description.substring(0, end.start()) : description;
        return sentence.length() <= 72 ? sentence : sentence.substring(0, sentence.lastIndexOf(' ', 69)) + " ...";
    }

    /** The value as the synopsis writes it after the name. */
    String value() {
        String values = repeated ? label + "..." : label;
        return valueOptional ? "[" + values + "]" : values;
    }
}
