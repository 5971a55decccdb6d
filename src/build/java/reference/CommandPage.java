package reference;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.expomotif.command.Commands;

/**
 * The page of a command in Markdown. What comes from the options of the program lies between markers; everything else
 * is written by hand.
 */
final class CommandPage {
    private static final Pattern OPTION = Pattern.compile("(?<![\\w`-])--?[a-z](?:[a-z0-9-]*[a-z0-9])?(?![\\w`])");
    private static final Pattern PAGE = Pattern.compile("docs/([a-z0-9-]+\\.md)");

    private CommandPage() {}

    /**
     * A page with its generated parts made anew.
     *
     * @throws IllegalStateException if a marker is missing
     */
    static String renewed(String page, CommandModel command) {
        String renewed = between(page, "usage", usage(command));
        return between(renewed, "options", options(command));
    }

    /** A page in which everything that is written by hand is still to be written. */
    static String draft(CommandModel command) {
        return """
                # %s %s

                <!-- usage -->
                <!-- end of usage -->

                ## Example

                ```console
                $ expomotif %2$s --version
                ```

                ## Output

                TODO: the files and their columns.

                <!-- options -->
                <!-- end of options -->
                """.formatted(Commands.NAME, command.name());
    }

    /** The list of all commands. */
    static String index(List<CommandModel> commands) {
        StringBuilder page = new StringBuilder(
                "# Commands\n\n<!-- Made by docs/commands/make.sh from the options of the program. -->\n\n"
                        + "Each is `expomotif COMMAND`, and also an executable of its own with the same options. A page has the"
                        + " usage, an example\nwith its output, the files that are written and their columns, and all options."
                        + " The columns of tables are aligned for reading;\nin the files they are separated by tabs. The examples"
                        + " run in the top folder of the source tree.\n");
        for (String group : CommandModel.groups(commands)) {
            page.append("\n## ").append(group).append("\n\n| command | what it does |\n|---|---|\n");
            commands.stream()
                    .filter(command -> command.group().equals(group))
                    .forEach(command ->
                            row(page, "[" + command.name() + "](" + command.name() + ".md)", prose(command.summary())));
        }
        return page.toString();
    }

    private static String between(String page, String name, String text) {
        String start = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = page.indexOf(start);
        int to = page.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException("the page lacks the lines '" + start.strip() + "' and '" + end + "'");
        }
        return page.substring(0, from + start.length()) + text + page.substring(to);
    }

    private static String usage(CommandModel command) {
        StringBuilder text = new StringBuilder(prose(command.summary())).append(".\n");
        command.description()
                .forEach(paragraph -> text.append('\n').append(prose(paragraph)).append('\n'));
        return text.append("\n    ").append(command.synopsis()).append("\n").toString();
    }

    private static String options(CommandModel command) {
        StringBuilder text = new StringBuilder();
        table(text, "Arguments", command.arguments());
        table(text, "Required options", command.required());
        table(text, "Options", command.optional());
        table(text, "Options of every command", command.common());
        List<CommandModel.Note> prose = command.notes().stream()
                .filter(note -> !introduces(command, note))
                .toList();
        if (!prose.isEmpty()) {
            text.append("## Notes\n\n");
            prose.forEach(note -> text.append("- ").append(prose(note.text())).append('\n'));
            text.append('\n');
        }
        text.append("## Exit codes\n\n| code | meaning |\n|---|---|\n");
        command.exitCodes().forEach(code -> row(text, code[0], code[1]));
        return text.toString();
    }

    /** Whether a note is an example, or the sentence before one. */
    private static boolean introduces(CommandModel command, CommandModel.Note note) {
        return note.example() || note.text().endsWith(":");
    }

    private static void table(StringBuilder text, String title, List<Argument> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        text.append("## ").append(title).append("\n\n| ");
        text.append(title.equals("Arguments") ? "argument" : "option").append(" | meaning |\n|---|---|\n");
        for (Argument argument : arguments) {
            String names = String.join("`, `", argument.names());
            String value = argument.takesValue() ? (names.isEmpty() ? "" : " ") + argument.value() : "";
            row(text, ("`" + names + value + "`").replace("|", "\\|"), prose(argument.description()));
        }
        text.append('\n');
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Text of the help as Markdown: options as code, names of pages as links. */
    private static String prose(String text) {
        String escaped = text.replaceAll("([\\\\*_<\\[\\]|])", "\\\\$1");
        String code =
                OPTION.matcher(escaped).replaceAll(option -> Matcher.quoteReplacement("`" + option.group() + "`"));
        return PAGE.matcher(code).replaceAll("[$1](../$1)");
    }
}
