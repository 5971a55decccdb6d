package reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The completion for bash: a script that starts no other program. It runs in the bash 3.2 of macOS, too. */
final class BashCompletion {
    private static final String HEAD = """
            # Completion of expomotif for bash; made from the options of the program.
            # shellcheck shell=bash disable=SC2207

            _expomotif() {
                local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} options='' words='' kind=file
                COMPREPLY=()
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W '%s' -- "$word"))
                    return
                fi
                # --option=value is three words to bash.
                if [ "$word" = = ]; then
                    word=''
                elif [ "$option" = = ]; then
                    option=${COMP_WORDS[COMP_CWORD-2]}
                fi
                case ${COMP_WORDS[1]} in
            """;

    private static final String TAIL = """
                    *)
                        return
                        ;;
                esac
                case $word in
                    -*) words=$options kind=none ;;
                esac
                [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$word"))
                # Where there is nothing in COMPREPLY, bash completes the names of files.
                case $kind in
                    folder) compopt -o dirnames +o default +o bashdefault 2>/dev/null ;;
                    value | none) compopt +o default +o bashdefault 2>/dev/null ;;
                esac
            }
            complete -o bashdefault -o default -F _expomotif expomotif
            """;

    private BashCompletion() {}

    static String of(List<CommandModel> commands) {
        String names = Stream.concat(commands.stream().map(CommandModel::name), Stream.of("--help", "--version"))
                .collect(Collectors.joining(" "));
        StringBuilder script = new StringBuilder(HEAD.formatted(names));
        for (CommandModel command : commands) {
            script.append("        ").append(command.name()).append(")\n");
            line(script, 12, "options='" + options(command) + "'");
            line(script, 12, "case $option in");
            for (Argument option : command.options()) {
                if (option.takesValue() && !option.valueOptional()) {
                    line(script, 16, String.join(" | ", option.names()) + ") " + value(option) + " ;;");
                }
            }
            line(script, 16, "*) " + positional(command) + " ;;");
            line(script, 12, "esac");
            line(script, 12, ";;");
        }
        return script.append(TAIL).toString();
    }

    private static void line(StringBuilder script, int indent, String line) {
        script.append(" ".repeat(indent)).append(line).append('\n');
    }

    private static String options(CommandModel command) {
        return command.options().stream()
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
    }

    private static String positional(CommandModel command) {
        return command.arguments().isEmpty()
                ? "kind=other"
                : value(command.arguments().getFirst());
    }

    private static String value(Argument argument) {
        List<String> settings = new ArrayList<>();
        if (!argument.words().isEmpty()) {
            settings.add("words='" + String.join(" ", argument.words()) + "'");
        }
        settings.add("kind=" + (argument.files() ? "file" : argument.folders() ? "folder" : "value"));
        return String.join(" ", settings);
    }
}
