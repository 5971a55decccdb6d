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
import java.util.TreeMap;
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
            "import", "reads files of Deeplearning4j, an add-on that neither the package nor the image has",
            "benchmark", "runs the whole study in one process; the pipeline runs it in parallel",
            "demo", "shows a user what the program does");

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
                .orElseThrow(() -> new AssertionError(module + " is not a command"));
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
        assertThat(used).hasSizeGreaterThan(1).isSubsetOf(spec.optionsMap().keySet());

        Set<String> given = new TreeSet<>(used);
        given.addAll(options(argumentsOf(name)));
        given.addAll(testedOptions(name));
        for (OptionSpec option : spec.options()) {
            if (option.required()) {
                assertThat(option.names()).as("required").containsAnyElementsOf(given);
            }
        }
    }

    /** The options that the tests of a module give in ext.args; these, too, must be options of the command. */
    private static Set<String> testedOptions(String name) throws IOException {
        String tests = Files.readString(MODULES.resolve(moduleOf(name)).resolve("tests/main.nf.test"));
        Set<String> given = new TreeSet<>();
        Pattern.compile("module_args = '(.*)'")
                .matcher(tests)
                .results()
                .forEach(match -> given.addAll(options(match.group(1))));
        assertThat(given).isSubsetOf(spec(name).optionsMap().keySet());
        return given;
    }

    /**
     * Nextflow quotes the names of files that stand in a script. Whatever else stands there has been checked before, or
     * is a number: the prefix is the id of a row of the samplesheet, and shards and suffixes are made by the pipeline.
     */
    @ParameterizedTest
    @MethodSource("modules")
    void everyValueInAScriptIsAFileOrChecked(String name) throws IOException {
        String text = module(name);
        Set<String> inputs = Pattern.compile("path[( ](\\w+)")
                .matcher(text.substring(text.indexOf("input:"), text.indexOf("output:")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Set<String> allowed = new TreeSet<>(inputs);
        allowed.addAll(List.of("args", "heap", "prefix", "suffix", "shard", "task.cpus", "task_name", "make"));
        String script = text.substring(text.indexOf("script:"));
        Set<String> made = Pattern.compile("^    def (\\w+) = ", Pattern.MULTILINE)
                .matcher(script)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        allowed.addAll(made);
        Pattern.compile("collect \\{ (\\w+) -> \"")
                .matcher(script)
                .results()
                .forEach(element -> allowed.add(element.group(1)));
        // Nextflow quotes the name of a file in "${file}" only, not one that is added to a text.
        assertThat(script).doesNotContain("' + ");
        List<String> values = Pattern.compile("(?<!\\\\)\\$\\{(\\w[\\w.]*)}")
                .matcher(script)
                .results()
                .map(match -> match.group(1))
                .filter(value -> !value.equals("meta.id"))
                .toList();
        assertThat(values).hasSizeGreaterThan(3).isSubsetOf(allowed);
    }

    /** What nf-core allows: settings in ext.args, names by ext.prefix, and of the map meta the id only. */
    @ParameterizedTest
    @MethodSource("modules")
    void aModuleKnowsNothingOfThePipeline(String name) throws IOException {
        String text = module(name);
        assertThat(text).doesNotContain("params.", "publishDir");
        String script = text.substring(text.indexOf("script:"));
        assertThat(found("ext\\.\\w+", script)).isSubsetOf("ext.args", "ext.prefix");
        assertThat(found("\\bmeta\\.\\w+", script)).isSubsetOf("meta.id");
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleHasATestAStubTestAndTheirSnapshot(String name) throws IOException {
        Path tests = MODULES.resolve(moduleOf(name)).resolve("tests");
        JsonNode snapshot =
                new ObjectMapper().readTree(tests.resolve("main.nf.test.snap").toFile());
        List<String> titles = Pattern.compile("test\\(\"(.*?)\"\\)")
                .matcher(Files.readString(tests.resolve("main.nf.test")))
                .results()
                .map(match -> match.group(1))
                .toList();
        List<String> known = new ArrayList<>();
        snapshot.fieldNames().forEachRemaining(known::add);
        assertThat(known).containsExactlyInAnyOrderElementsOf(titles).hasSizeGreaterThan(1);
        assertThat(titles).anyMatch(title -> title.endsWith(" - stub"));
    }

    @Test
    void everyParameterOnACommandLineIsQuotedAndChecked() throws IOException {
        Map<String, JsonNode> described = parameters();
        List<String> given = new ArrayList<>();
        for (Path file : files(".config")) {
            for (String line : Files.readString(file)
                    .lines()
                    .filter(each -> each.contains("ext.args"))
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
        assertThat(given).hasSizeGreaterThan(6);
        for (String name : given) {
            JsonNode property = described.get(name);
            assertThat(property.has("pattern")
                            || property.has("enum")
                            || !property.get("type").asText().equals("string"))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void noTextOfASchemaPassesUnchecked() throws IOException {
        List<JsonNode> properties = new ArrayList<>(parameters().values());
        for (Path file : files(".json")) {
            if (file.getParent().endsWith("assets")) {
                new ObjectMapper()
                        .readTree(file.toFile())
                        .get("items")
                        .get("properties")
                        .forEach(properties::add);
            }
        }
        assertThat(properties).hasSizeGreaterThan(35);
        for (JsonNode property : properties) {
            if (property.get("type").toString().contains("string")) {
                assertThat(property.has("enum") || property.has("pattern"))
                        .as(property.toString())
                        .isTrue();
            }
        }
    }

    private static Map<String, JsonNode> parameters() throws IOException {
        Map<String, JsonNode> described = new TreeMap<>();
        JsonNode schema = new ObjectMapper()
                .readTree(PIPELINE.resolve("nextflow_schema.json").toFile());
        schema.get("$defs")
                .forEach(group -> group.get("properties")
                        .properties()
                        .forEach(each -> described.put(each.getKey(), each.getValue())));
        return described;
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
    void everyModuleNamesThePackageAndTheContainerOfThisVersion(String name) throws IOException {
        String number = Version.number().replace("-SNAPSHOT", "");
        assertThat(module(name))
                .contains(
                        "'quay.io/biocontainers/expomotif:" + number + "--",
                        "'https://depot.galaxyproject.org/singularity/expomotif:" + number + "--",
                        "topic: versions",
                        "stub:");
        Path folder = MODULES.resolve(moduleOf(name));
        assertThat(Files.readString(folder.resolve("environment.yml"))).contains("bioconda::expomotif=" + number);
        assertThat(Files.readString(folder.resolve("meta.yml")))
                .contains(
                        "name: \"expomotif_" + moduleOf(name) + "\"",
                        "/commands/" + name + ".md",
                        "identifier: \"biotools:expomotif\"");
    }

    /** Each output that a module emits is described, and each description is of an output. */
    @ParameterizedTest
    @MethodSource("modules")
    void theDescriptionHasTheChannelsOfTheModule(String name) throws IOException {
        String description = Files.readString(MODULES.resolve(moduleOf(name)).resolve("meta.yml"));
        String outputs = description.substring(description.indexOf("output:"), description.indexOf("topics:"));
        Set<String> described = Pattern.compile("^  (\\w+):$", Pattern.MULTILINE)
                .matcher(outputs)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        Set<String> emitted = Pattern.compile("emit: (\\w+)")
                .matcher(module(name))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(described).isEqualTo(emitted);
    }

    @Test
    void theSchemaHasTheParametersOfTheConfiguration() throws IOException {
        Set<String> described = parameters().keySet();
        String config = Files.readString(PIPELINE.resolve("nextflow.config"));
        String block = config.substring(config.indexOf("params {"), config.indexOf("\n}"));
        Set<String> declared = Pattern.compile("^    ([a-z_]+) = ", Pattern.MULTILINE)
                .matcher(block)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).containsExactlyInAnyOrderElementsOf(declared).hasSizeGreaterThan(10);
        Pattern used = Pattern.compile("params\\.(?!module)([a-z_]+)");
        for (Path file :
                Stream.concat(files(".nf").stream(), files(".config").stream()).toList()) {
            assertThat(used.matcher(Files.readString(file)).results().map(match -> match.group(1)))
                    .as(file.toString())
                    .isSubsetOf(declared);
        }
    }
}
