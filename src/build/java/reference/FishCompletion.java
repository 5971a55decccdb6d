package reference;

import java.util.List;

/** The completion for fish, with the first sentence of each description. */
final class FishCompletion {
    private static final String HEAD = """
            # Completion of expomotif for fish; made from the options of the program.

            function __expomotif_first
                test (count (commandline -opc)) -eq 1
            end

            function __expomotif_command
                set -l words (commandline -opc)
                test (count $words) -gt 1; and test "$words[2]" = "$argv[1]"
            end

            complete -c expomotif -f
            complete -c expomotif -n __expomotif_first -l help -d 'Show the commands'
            complete -c expomotif -n __expomotif_first -l version -d 'Show the version'
            """;

    private FishCompletion() {}

    static String of(List<CommandModel> commands) {
        StringBuilder script = new StringBuilder(HEAD);
        for (CommandModel command : commands) {
            script.append("\ncomplete -c expomotif -n __expomotif_first -a ")
                    .append(command.name())
                    .append(" -d ")
                    .append(quoted(command.summary()))
                    .append('\n');
            for (Argument argument : command.arguments()) {
                start(script, command).append(value(argument)).append('\n');
            }
            for (Argument option : command.options()) {
                start(script, command);
                for (String name : option.names()) {
                    script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
                }
                if (option.takesValue() && !option.valueOptional()) {
                    script.append(value(option));
                }
                script.append(" -d ").append(quoted(option.brief())).append('\n');
            }
        }
        return script.toString();
    }

    private static StringBuilder start(StringBuilder script, CommandModel command) {
        return script.append("complete -c expomotif -n '__expomotif_command ")
                .append(command.name())
                .append('\'');
    }

    private static String value(Argument argument) {
        String words = argument.words().isEmpty() ? "" : " -a " + quoted(String.join(" ", argument.words()));
        String required = argument.names().isEmpty() ? "" : " -r";
        if (argument.files()) {
            return required + " -F" + words;
        }
        return required + " -f" + (argument.folders() ? " -a '(__fish_complete_directories)'" : words);
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
