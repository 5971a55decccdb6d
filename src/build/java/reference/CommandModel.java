package reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.expomotif.command.Commands;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command as the pages and the completions show it, taken from picocli's model.
 *
 * @param name name on the command line
 * @param group group of the help
 * @param summary one line
 * @param description paragraphs of the help
 * @param synopsis the line of usage
 * @param arguments arguments without a name
 * @param options options, in the order of the help
 * @param notes what follows the options in the help
 * @param exitCodes code and meaning
 */
record CommandModel(
        String name,
        String group,
        String summary,
        List<String> description,
        String synopsis,
        List<Argument> arguments,
        List<Argument> options,
        List<Note> notes,
        List<String[]> exitCodes) {

    /** A width at which picocli breaks no line. */
    private static final int UNBROKEN = 10_000;

    /** A paragraph, or an example of command lines. */
    record Note(boolean example, List<String> lines) {
        String text() {
            return String.join(" ", lines);
        }
    }

    static List<CommandModel> all() {
        return Commands.COMMANDS.stream().map(CommandModel::of).toList();
    }

    private static CommandModel of(Commands.Entry entry) {
        CommandLine line = Commands.commandLine(entry);
        CommandSpec spec = line.getCommandSpec();
        spec.usageMessage().width(UNBROKEN);
        CommandLine.Help help = line.getHelp();
        List<String> description = new ArrayList<>(help.description()
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList());
        String summary = description.removeFirst();
        List<Argument> arguments = spec.positionalParameters().stream()
                .map(argument -> Argument.of(
                        argument,
                        text(help.createDefaultParameterRenderer()
                                .render(argument, help.parameterLabelRenderer(), help.colorScheme()))))
                .toList();
        List<Argument> options = spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparingInt(OptionSpec::order))
                .map(option -> Argument.of(
                        option,
                        text(help.createDefaultOptionRenderer()
                                .render(option, help.parameterLabelRenderer(), help.colorScheme()))))
                .toList();
        List<String[]> codes = new ArrayList<>();
        spec.usageMessage().exitCodeList().forEach((code, meaning) -> codes.add(new String[] {code.strip(), meaning}));
        return new CommandModel(
                entry.name(),
                entry.group().title(),
                summary,
                description,
                help.synopsis(0).strip(),
                arguments,
                options,
                notes(help.footer().lines().toList()),
                codes);
    }

    /** The last cells, which hold the description. */
    private static String text(Text[][] rows) {
        List<String> lines = new ArrayList<>();
        for (Text[] row : rows) {
            lines.add(row[row.length - 1].toString().strip());
        }
        return String.join(" ", lines).strip();
    }

    private static List<Note> notes(List<String> lines) {
        List<Note> notes = new ArrayList<>();
        List<String> current = new ArrayList<>();
        boolean code = false;
        for (String line : Stream.concat(lines.stream(), Stream.of("")).toList()) {
            boolean continued = !current.isEmpty() && current.getLast().endsWith("\\");
            boolean ended = !code && !current.isEmpty() && current.getLast().endsWith(".");
            boolean isCode = line.startsWith("  ") && (continued || line.strip().startsWith(Commands.NAME + " "));
            if ((line.isBlank() || ended || isCode != code) && !current.isEmpty()) {
                notes.add(new Note(code, List.copyOf(current)));
                current.clear();
            }
            code = isCode;
            if (!line.isBlank()) {
                current.add(isCode ? line.substring(2) : line.strip());
            }
        }
        return List.copyOf(notes);
    }

    List<Argument> required() {
        return options.stream().filter(Argument::required).toList();
    }

    List<Argument> optional() {
        return options.stream()
                .filter(option -> !option.required() && !option.isCommon())
                .toList();
    }

    List<Argument> common() {
        return options.stream().filter(Argument::isCommon).toList();
    }

    /** The groups of the help that hold these commands, in their order. */
    static List<String> groups(List<CommandModel> commands) {
        return Arrays.stream(Commands.Group.values())
                .map(Commands.Group::title)
                .filter(title -> commands.stream().anyMatch(command -> command.group.equals(title)))
                .toList();
    }
}
