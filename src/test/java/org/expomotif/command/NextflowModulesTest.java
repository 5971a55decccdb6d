package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.expomotif.run.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Compares the Nextflow modules with picocli's model of the commands, so that no module uses an old name of an option.
 */
class NextflowModulesTest {
    private static final Path PIPELINE = Path.of("nextflow");
    private static final Path MODULES = PIPELINE.resolve("modules/expomotif");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w$-])(--[a-z][a-z0-9-]*|-[a-z](?= ))");
    private static final Pattern CALL = Pattern.compile("^ *expomotif ([a-z-]+) ", Pattern.MULTILINE);

    private static final Set<String> COMMANDS =
            Set.copyOf(Commands.everything().getSubcommands().keySet());

    /** Commands without a module, with the reason. */
    private static final Map<String, String> COMMANDS_LEFT_OUT = Map.of(
            "motifs", "the pipeline reads motifs of every format as they are",
            "logo", "filters and tomtom-match draw logos",
            "export", "for the use of a model in another program",
            "import", "for a model of another program",
            "benchmark", "runs the whole study in one process",
            "demo", "runs the whole chain in one process",
            "peaks", "runs the whole chain in one process");

    static List<String> modules() throws IOException {
        try (Stream<Path> folders = Files.list(MODULES)) {
            return folders.map(folder -> commandOf(folder.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** The command of a module, whose name is that of the command without hyphens. */
    private static String commandOf(String module) {
        return COMMANDS.stream()
                .filter(command -> moduleOf(command).equals(module))
                .findFirst()
                .orElseThrow(() -> new AssertionError(module + " is no command"));
    }

    private static String moduleOf(String command) {
        return command.replace("-", "");
    }

    private static Set<String> options(String text) {
        return OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static CommandSpec spec(String command) {
        return Commands.commandLine(Commands.find(command).orElseThrow()).getCommandSpec();
    }

    private static String module(String name) throws IOException {
        return Files.readString(MODULES.resolve(moduleOf(name)).resolve("main.nf"));
    }

    private static List<Path> files(String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(PIPELINE)) {
            return all.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    @Test
    void everyCommandHasAModuleOrAReasonForNone() throws IOException {
        assertThat(Stream.concat(modules().stream(), COMMANDS_LEFT_OUT.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(COMMANDS);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyOptionOfAModuleIsOneOfItsCommand(String name) throws IOException {
        String text = module(name);
        assertThat(text).startsWith("process EXPOMOTIF_" + moduleOf(name).toUpperCase(Locale.ROOT) + " {");
        String script = text.substring(text.indexOf("script:"), text.indexOf("stub:"));
        assertThat(CALL.matcher(script).results().map(call -> call.group(1))).containsExactly(name);
        Set<String> used = options(script);
        CommandSpec spec = spec(name);
        assertThat(used).hasSizeGreaterThan(2).isSubsetOf(spec.optionsMap().keySet());

        Set<String> given = new TreeSet<>(used);
        given.addAll(options(argumentsOf(name)));
        for (OptionSpec option : spec.options()) {
            if (option.required()) {
                assertThat(option.names()).as("required").containsAnyElementsOf(given);
            }
        }
    }

    /** The pieces of a script are quoted, or fixed: a number, or options from conf/modules.config. */
    @ParameterizedTest
    @MethodSource("modules")
    void everyValueInAScriptIsQuoted(String name) throws IOException {
        String text = module(name);
        Pattern value = Pattern.compile("\\$\\{([^}]*)}");
        Pattern fixed = Pattern.compile("heap|args|task\\.cpus|quoted\\([^}]*\\)");
        List<String> parts = new ArrayList<>();
        for (MatchResult script : Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL)
                .matcher(text)
                .results()
                .toList()) {
            value.matcher(script.group(1))
                    .results()
                    .map(match -> match.group(1))
                    .filter(part -> !part.startsWith("EXPOMOTIF_JAVA_OPTS"))
                    .forEach(parts::add);
        }
        assertThat(parts).hasSizeGreaterThan(3);
        // A copy in every module: Nextflow 25.04 with its strict parser cannot include it where two workflows take the
        // module.
        assertThat(text).endsWith(module("merge").substring(module("merge").indexOf("\n/** Values as words")));
        for (String part : parts) {
            if (!fixed.matcher(part).matches()) {
                // Made above the script, of quoted values.
                String made = text.lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("def " + part + " = "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(part + " is not quoted"));
                assertThat(made).contains("quoted(");
                assertThat(value.matcher(made).results().map(match -> match.group(1)))
                        .allMatch(each -> each.startsWith("quoted("));
            }
        }
    }

    @Test
    void everyParameterOnACommandLineIsQuotedAndChecked() throws IOException {
        String checks = Files.readString(PIPELINE.resolve("subworkflows/checks/main.nf"));
        List<String> given = new ArrayList<>();
        for (Path file : files(".config")) {
            for (String line : Files.readString(file)
                    .lines()
                    .filter(each -> each.contains("ext.args") || each.contains("ext.suffix"))
                    .toList()) {
                assertThat(line)
                        .doesNotContainPattern("[^']\\$\\{params")
                        .doesNotContainPattern("\\$\\{params[^}]*}[^']");
                Pattern.compile("\\$?\\{ ?params\\.([a-z_]+) ?}")
                        .matcher(line)
                        .results()
                        .forEach(each -> given.add(each.group(1)));
            }
        }
        assertThat(given).hasSizeGreaterThan(6).allMatch(each -> checks.contains(" " + each + ": '"));
    }

    /**
     * The options that conf/modules.config adds to the commands of a module, under any name by which it is included.
     */
    private static String argumentsOf(String module) throws IOException {
        String config = Files.readString(PIPELINE.resolve("conf/modules.config"));
        StringBuilder arguments = new StringBuilder();
        for (MatchResult block : Pattern.compile("withName: ([A-Z_]+) \\{(.*?)\\n    \\}", Pattern.DOTALL)
                .matcher(config)
                .results()
                .toList()) {
            if (original(block.group(1)).equals(module)) {
                arguments.append(block.group(2)
                        .lines()
                        .filter(line -> line.contains("ext.args"))
                        .toList());
            }
        }
        return arguments.toString();
    }

    private static String original(String process) throws IOException {
        Pattern alias = Pattern.compile("include \\{ ([A-Z_]+) as " + process + " }");
        List<String> originals = new ArrayList<>(List.of(process));
        for (Path file : files(".nf")) {
            alias.matcher(Files.readString(file)).results().forEach(match -> originals.add(match.group(1)));
        }
        String module = originals.getLast().toLowerCase(Locale.ROOT);
        return commandOf(module.replace("expomotif_", ""));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyOptionOfTheConfigurationIsOneOfItsCommand(String name) throws IOException {
        assertThat(options(argumentsOf(name)))
                .isSubsetOf(spec(name).optionsMap().keySet());
    }

    @Test
    void everyConfiguredProcessIsThere() throws IOException {
        String config = Files.readString(PIPELINE.resolve("conf/modules.config"));
        for (MatchResult name :
                Pattern.compile("withName: ([A-Z_]+)").matcher(config).results().toList()) {
            assertThat(modules()).contains(original(name.group(1)));
        }
        assertThat(argumentsOf("evaluate")).contains("--split valid");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleNamesItsEnvironmentAndTheContainerOfThisVersion(String name) throws IOException {
        String number = Version.number().replace("-SNAPSHOT", "");
        assertThat(module(name)).contains("container 'expomotif:" + number + "'", "topic: versions", "stub:");
        Path folder = MODULES.resolve(moduleOf(name));
        assertThat(folder.resolve("meta.yml")).isRegularFile();
        assertThat(folder.resolve("environment.yml")).isRegularFile();
    }

    @Test
    void theSchemaHasTheParametersOfTheConfiguration() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(PIPELINE.resolve("nextflow_schema.json").toFile());
        Set<String> described = new TreeSet<>();
        schema.get("$defs")
                .forEach(group -> group.get("properties").fieldNames().forEachRemaining(described::add));
        String config = Files.readString(PIPELINE.resolve("nextflow.config"));
        String block = config.substring(config.indexOf("params {"), config.indexOf("\n}"));
        Set<String> declared = Pattern.compile("^    ([a-z_]+) = ", Pattern.MULTILINE)
                .matcher(block)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(declared).hasSizeGreaterThan(10);
        Pattern used = Pattern.compile("params\\.([a-z_]+)");
        for (Path file :
                Stream.concat(files(".nf").stream(), files(".config").stream()).toList()) {
            assertThat(used.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                    .as(file.toString())
                    .isSubsetOf(declared);
        }
    }
}
