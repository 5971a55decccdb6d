package reference;

import java.util.ArrayList;
import java.util.List;

/** The completion for zsh, with the first sentence of each description. */
final class ZshCompletion {
    private static final String HEAD = """
            #compdef expomotif
            # Completion of expomotif for zsh; made from the options of the program.

            # A word of those given, or the name of a file.
            _expomotif_word_or_file() {
                _alternative "values:value:($*)" 'files:file:_files'
            }

            _expomotif() {
                local curcontext=$curcontext state line
                typeset -A opt_args
                if (( CURRENT == 2 )); then
                    local -a commands=(
            """;

    private static final String TAIL = """
                esac
            }

            _expomotif "$@"
            """;

    private ZshCompletion() {}

    static String of(List<CommandModel> commands) {
        StringBuilder script = new StringBuilder(HEAD);
        for (CommandModel command : commands) {
            line(script, 12, quoted(command.name() + ":" + command.summary()));
        }
        line(script, 8, ")");
        line(script, 8, "_describe -t commands command commands");
        line(script, 8, "return");
        line(script, 4, "fi");
        line(script, 4, "local command=$words[2]");
        line(script, 4, "shift words");
        line(script, 4, "(( CURRENT-- ))");
        line(script, 4, "case $command in");
        for (CommandModel command : commands) {
            line(script, 8, command.name() + ")");
            line(script, 12, "_arguments -s -S : \\");
            List<String> specifications = new ArrayList<>();
            command.options().forEach(option -> specifications.addAll(option(option)));
            command.arguments()
                    .forEach(argument -> specifications.add((argument.repeated() ? "*:" : ":") + action(argument)));
            for (int i = 0; i < specifications.size(); i++) {
                boolean last = i == specifications.size() - 1;
                line(script, 16, quoted(specifications.get(i)) + (last ? "" : " \\"));
            }
            line(script, 12, ";;");
        }
        return script.append(TAIL).toString();
    }

    private static void line(StringBuilder script, int indent, String line) {
        script.append(" ".repeat(indent)).append(line).append('\n');
    }

    private static List<String> option(Argument option) {
        List<String> specifications = new ArrayList<>();
        boolean severalTimes = option.repeated() || option.description().contains("several times");
        for (String name : option.names()) {
            String start = severalTimes ? "*" : "(" + String.join(" ", option.names()) + ")";
            String end = !option.takesValue() ? "" : option.valueOptional() ? "=-" : name.startsWith("--") ? "=" : "+";
            String value = option.takesValue() ? (option.valueOptional() ? "::" : ":") + action(option) : "";
            specifications.add(start + name + end + "[" + escaped(option.brief()) + "]" + value);
        }
        return specifications;
    }

    private static String action(Argument argument) {
        String words = String.join(" ", argument.words());
        String action = " ";
        if (!words.isEmpty()) {
            action = argument.files() ? " _expomotif_word_or_file " + words : "(" + words + ")";
        } else if (argument.files()) {
            action = "_files";
        } else if (argument.folders()) {
            action = "_files -/";
        }
        return escaped(argument.label()) + ":" + action;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
