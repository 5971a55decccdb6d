package org.expomotif.command;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.expomotif.command.explain.AttributeCommand;
import org.expomotif.command.explain.DiscoverCommand;
import org.expomotif.command.explain.FiltersCommand;
import org.expomotif.command.explain.InstancesCommand;
import org.expomotif.command.explain.SeqletsCommand;
import org.expomotif.command.learn.EvaluateCommand;
import org.expomotif.command.learn.ExportCommand;
import org.expomotif.command.learn.ImportCommand;
import org.expomotif.command.learn.PredictCommand;
import org.expomotif.command.learn.TrainCommand;
import org.expomotif.command.motif.ClusterCommand;
import org.expomotif.command.motif.LogoCommand;
import org.expomotif.command.motif.MotifsCommand;
import org.expomotif.command.motif.TomtomMatchCommand;
import org.expomotif.command.option.OptionValues;
import org.expomotif.command.option.OutputConflicts;
import org.expomotif.command.option.OutputPlan;
import org.expomotif.command.option.PlannedCommand;
import org.expomotif.command.prepare.DatasetCommand;
import org.expomotif.command.scan.EnrichCommand;
import org.expomotif.command.scan.LocalizeCommand;
import org.expomotif.command.scan.MergeCommand;
import org.expomotif.command.scan.ScanCommand;
import org.expomotif.command.study.BenchmarkCommand;
import org.expomotif.command.study.SynthCommand;
import org.expomotif.command.variant.VariantsCommand;
import org.expomotif.run.PlannedFiles;
import org.expomotif.run.RunRecord;
import org.expomotif.run.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The program and its commands. A new command is one class and one line in {@link #COMMANDS}: name, group, class; its
 * first line of {@code description} is shown in the help of the program.
 *
 * <p>picocli reads the annotations of the called command only, so the start-up time does not grow with the number of
 * commands.
 */
@Command(name = Commands.NAME, synopsisSubcommandLabel = "COMMAND")
public final class Commands {
    /** The name of the program. */
    public static final String NAME = RunRecord.PROGRAM;

    /** The groups of the help, in its order. */
    public enum Group {
        /** Data with known truth. */
        SIMULATE("Simulate"),
        /** Data sets of genomic regions. */
        PREPARE("Prepare"),
        /** Networks. */
        LEARN("Learn and predict"),
        /** What a network has learned. */
        EXPLAIN("Explain"),
        /** Motifs and where they are. */
        MOTIFS("Motifs and sites"),
        /** Whole analyses. */
        WHOLE("All in one");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** The heading of the group. */
        public String title() {
            return title;
        }
    }

    /**
     * A command.
     *
     * @param name name on the command line
     * @param group group of the help that lists it
     * @param type the class, with a constructor without arguments
     */
    public record Entry(String name, Group group, Class<? extends PlannedCommand> type) {}

    /** All commands, in the order of the help. */
    public static final List<Entry> COMMANDS = List.of(
            new Entry("synth", Group.SIMULATE, SynthCommand.class),
            new Entry("dataset", Group.PREPARE, DatasetCommand.class),
            new Entry("train", Group.LEARN, TrainCommand.class),
            new Entry("predict", Group.LEARN, PredictCommand.class),
            new Entry("evaluate", Group.LEARN, EvaluateCommand.class),
            new Entry("export", Group.LEARN, ExportCommand.class),
            new Entry("import", Group.LEARN, ImportCommand.class),
            new Entry("filters", Group.EXPLAIN, FiltersCommand.class),
            new Entry("attribute", Group.EXPLAIN, AttributeCommand.class),
            new Entry("seqlets", Group.EXPLAIN, SeqletsCommand.class),
            new Entry("discover", Group.EXPLAIN, DiscoverCommand.class),
            new Entry("instances", Group.EXPLAIN, InstancesCommand.class),
            new Entry("variants", Group.EXPLAIN, VariantsCommand.class),
            new Entry("motifs", Group.MOTIFS, MotifsCommand.class),
            new Entry("logo", Group.MOTIFS, LogoCommand.class),
            new Entry("tomtom-match", Group.MOTIFS, TomtomMatchCommand.class),
            new Entry("cluster", Group.MOTIFS, ClusterCommand.class),
            new Entry("scan", Group.MOTIFS, ScanCommand.class),
            new Entry("merge", Group.MOTIFS, MergeCommand.class),
            new Entry("enrich", Group.MOTIFS, EnrichCommand.class),
            new Entry("localize", Group.MOTIFS, LocalizeCommand.class),
            new Entry("peaks", Group.WHOLE, PeaksCommand.class),
            new Entry("benchmark", Group.WHOLE, BenchmarkCommand.class),
            new Entry("demo", Group.WHOLE, DemoCommand.class));

    private static final Map<String, String> EXIT_CODES = exitCodes();

    private Commands() {}

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" 0", "done");
        codes.put(" 1", "wrong input, or an error of the machine");
        codes.put(" 2", "wrong command line");
        codes.put(" 3", "out of memory");
        return codes;
    }

    /** Finds a command by its name. */
    public static Optional<Entry> find(String name) {
        return COMMANDS.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The command line of one command, ready to execute. */
    public static CommandLine commandLine(Entry entry) {
        CommandLine line = new CommandLine(create(entry));
        CommandSpec spec = line.getCommandSpec();
        spec.name(entry.name());
        acceptEverywhere(spec, "Accepted for consistency; this command uses a single thread.", "-t", "--threads");
        acceptEverywhere(spec, "Accepted for consistency; no effect here.", "--seed");
        spec.usageMessage()
                .customSynopsis(synopsis(entry, spec))
                .width(100)
                .sortOptions(false)
                .abbreviateSynopsis(false)
                .descriptionHeading("%n")
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nOptions:%n")
                .footerHeading("%nExample:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(EXIT_CODES);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        // "@/etc/passwd" is an ordinary value: a text that a user enters into a web form must not make the server read
        // files.
        line.setExpandAtFiles(false);
        OptionValues.register(line);
        line.setExecutionStrategy(given -> {
            if (given.isUsageHelpRequested() || given.isVersionHelpRequested()) {
                return new CommandLine.RunLast().execute(given);
            }
            OutputPlan plan = new OutputPlan();
            line.<PlannedCommand>getCommand().plan(plan);
            OutputConflicts.check(given, plan);
            return PlannedFiles.during(plan.files(), () -> new CommandLine.RunLast().execute(given));
        });
        line.setParameterExceptionHandler(Failures::commandLineAtFault);
        return line;
    }

    /** Adds an option without effect to commands that lack it, so that a pipeline can pass the same options to all. */
    private static void acceptEverywhere(CommandSpec spec, String description, String... names) {
        String name = names[names.length - 1];
        if (spec.findOption(name) == null) {
            boolean isSeed = name.equals("--seed");
            spec.addOption(CommandLine.Model.OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length))
                    .paramLabel("N")
                    .type(Long.class)
                    .converters(isSeed ? OptionValues::longNumber : OptionValues::atLeastOne)
                    .order(isSeed ? 91 : 90)
                    .description(description)
                    .build());
        }
    }

    private static String synopsis(Entry entry, CommandSpec spec) {
        StringBuilder text = new StringBuilder(NAME).append(' ').append(entry.name());
        spec.options().stream()
                .filter(CommandLine.Model.OptionSpec::required)
                .forEach(option -> text.append(' ')
                        .append(option.longestName())
                        .append(' ')
                        .append(option.paramLabel()));
        text.append(" [options]");
        spec.positionalParameters()
                .forEach(parameter -> text.append(' ')
                        .append(parameter.required() ? parameter.paramLabel() : "[" + parameter.paramLabel() + "]"));
        return text.toString();
    }

    private static PlannedCommand create(Entry entry) {
        try {
            return entry.type().getDeclaredConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The command tree as a picocli model, for tests and for wrappers generated from it. */
    public static CommandLine everything() {
        CommandLine root = new CommandLine(new Commands());
        COMMANDS.forEach(entry -> root.addSubcommand(entry.name(), commandLine(entry)));
        return root;
    }

    /** The help of the program: the commands in their groups. */
    static String help() {
        StringBuilder text = new StringBuilder(
                NAME + " " + Version.number() + ": readable sequence motifs out of convolutional networks\n\nUsage: "
                        + NAME + " COMMAND [options]\n");
        int width =
                COMMANDS.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        for (Group group : Group.values()) {
            List<Entry> entries =
                    COMMANDS.stream().filter(entry -> entry.group() == group).toList();
            if (!entries.isEmpty()) {
                text.append('\n').append(group.title).append(":\n");
            }
            for (Entry entry : entries) {
                text.append("  ")
                        .append(entry.name())
                        .append(" ".repeat(width - entry.name().length() + 3));
                text.append(summary(entry)).append('\n');
            }
        }
        return text.append('\n')
                .append("Options of a command, with an example: ")
                .append(NAME)
                .append(" COMMAND --help\n")
                .append("Files may be plain, gzip or bgzip; '-' is standard input or output.\n")
                .append(
                        "Exit codes: 0 done, 1 wrong input or an error of the machine, 2 wrong command line, 3 out of memory.\n")
                .toString();
    }

    private static String summary(Entry entry) {
        String[] description = entry.type().getAnnotation(Command.class).description();
        return description.length == 0 ? "" : description[0];
    }
}
