package reference;

import java.util.List;
import java.util.Locale;
import org.expomotif.command.Commands;
import org.expomotif.run.Version;

/** Manual pages in roff with the macros of man(7). They hold no date, so that two builds are equal. */
final class ManPage {
    private final StringBuilder page = new StringBuilder();

    private ManPage(String title) {
        page.append(".TH ")
                .append(text(title.toUpperCase(Locale.ROOT)))
                .append(" 1 \"\" \"")
                .append(Commands.NAME + " " + Version.number())
                .append("\" \"\"\n.nh\n.ad l\n");
    }

    /** The page of one command. */
    static String of(CommandModel command) {
        ManPage page = new ManPage(Commands.NAME + "-" + command.name());
        page.section("NAME")
                .line(text(Commands.NAME + "-" + command.name()) + " \\- " + text(command.summary()))
                .section("SYNOPSIS")
                .line(synopsis(command))
                .section("DESCRIPTION")
                .line(text(command.summary() + "."));
        command.description().forEach(paragraph -> page.line(".PP").line(text(paragraph)));
        if (!command.arguments().isEmpty()) {
            page.section("ARGUMENTS");
            command.arguments().forEach(page::argument);
        }
        page.options("REQUIRED OPTIONS", command.required());
        page.options("OPTIONS", command.optional());
        page.options("OPTIONS OF EVERY COMMAND", command.common());
        page.exitStatus(command).section("EXAMPLES");
        command.notes().forEach(page::note);
        return page.section("SEE ALSO")
                .line(".BR " + text(Commands.NAME) + " (1)")
                .page
                .toString();
    }

    /** The page of the program, which lists the commands. */
    static String of(List<CommandModel> commands) {
        ManPage page = new ManPage(Commands.NAME);
        page.section("NAME")
                .line(text(Commands.NAME) + " \\- readable sequence motifs out of convolutional networks")
                .section("SYNOPSIS")
                .line(".B " + text(Commands.NAME))
                .line("\\fICOMMAND\\fR [options]")
                .section("COMMANDS");
        for (String group : CommandModel.groups(commands)) {
            page.line(".SS " + text(group));
            commands.stream()
                    .filter(command -> command.group().equals(group))
                    .forEach(command -> page.line(".TP")
                            .line(".BR " + text(Commands.NAME + "-" + command.name()) + " (1)")
                            .line(text(command.summary() + ".")));
        }
        page.section("FILES")
                .line(text("Inputs may be plain, gzip or bgzip; outputs are compressed by suffix; '-' is standard input"
                        + " or output. An output file appears whole or not at all."))
                .section("ENVIRONMENT")
                .variable("EXPOMOTIF_JAVA_HOME", "The JDK to use, 25 or newer.")
                .variable("EXPOMOTIF_JAVA_OPTS", "More options for the JVM, such as -Xmx8g.")
                .variable(
                        "EXPOMOTIF_CACHE",
                        "Folder of the start-up cache; installed for that of the installation only, none for no cache.");
        return page.exitStatus(commands.getFirst()).page.toString();
    }

    private static String synopsis(CommandModel command) {
        StringBuilder line = new StringBuilder("\\fB" + text(Commands.NAME + " " + command.name()) + "\\fR");
        command.required()
                .forEach(option -> line.append(" \\fB")
                        .append(text(option.names().getLast()))
                        .append("\\fR \\fI")
                        .append(text(option.value()))
                        .append("\\fR"));
        line.append(" [options]");
        command.arguments()
                .forEach(argument ->
                        line.append(" \\fI").append(text(argument.value())).append("\\fR"));
        return line.toString();
    }

    private ManPage section(String title) {
        return line(".SH " + title);
    }

    private ManPage line(String line) {
        page.append(line).append('\n');
        return this;
    }

    private void options(String title, List<Argument> options) {
        if (!options.isEmpty()) {
            section(title);
            options.forEach(this::argument);
        }
    }

    private void argument(Argument argument) {
        StringBuilder head = new StringBuilder();
        for (String name : argument.names()) {
            head.append(head.isEmpty() ? "" : ", ")
                    .append("\\fB")
                    .append(text(name))
                    .append("\\fR");
        }
        if (argument.takesValue()) {
            head.append(argument.names().isEmpty() ? "" : " ")
                    .append("\\fI")
                    .append(text(argument.value()))
                    .append("\\fR");
        }
        line(".TP").line(head.toString()).line(text(argument.description()));
    }

    private ManPage variable(String name, String meaning) {
        return line(".TP").line(".B " + text(name)).line(text(meaning));
    }

    private ManPage exitStatus(CommandModel command) {
        section("EXIT STATUS");
        command.exitCodes().forEach(code -> line(".TP").line(".B " + code[0]).line(text(code[1] + ".")));
        return this;
    }

    private void note(CommandModel.Note note) {
        line(".PP");
        if (note.example()) {
            line(".nf").line(".RS 4");
            note.lines().forEach(code -> line(text(code)));
            line(".RE").line(".fi");
        } else {
            line(text(note.text()));
        }
    }

    /** Text with the characters escaped that roff treats in its own way. */
    private static String text(String text) {
        String escaped = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("`", "\\(ga")
                .replace("^", "\\(ha")
                .replace("~", "\\(ti");
        return escaped.startsWith(".") ? "\\&" + escaped : escaped;
    }
}
