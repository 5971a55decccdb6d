package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
import org.w3c.dom.Element;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Compares the Galaxy wrappers with picocli's model of the commands: options, choices and defaults must agree. */
class GalaxyWrappersTest {
    /** Commands without a wrapper, and why. */
    private static final Map<String, String> COMMANDS_LEFT_OUT = Map.of(
            "merge", "puts shares together; Galaxy runs a scan or an explanation as one job",
            "demo", "runs the whole chain; in Galaxy that is a workflow",
            "benchmark", "repeats the reference study, for hours",
            "import", "its libraries, those of DL4J, are an add-on that no package has");

    /** Options of every command that a form does not offer, and why. */
    private static final Map<String, String> LEFT_OUT_EVERYWHERE = Map.of(
            "--quiet", "progress belongs in the job's log",
            "--no-warnings", "warnings belong in the job's log",
            "--debug", "for developers",
            "--help", "the form has its own",
            "--version", "asked for by version_command");

    /** Options of single commands that the form does not offer, and why. */
    private static final Map<String, Map<String, String>> LEFT_OUT = Map.of(
            "synth", Map.of("--gzip", "Galaxy has no type for compressed BED"),
            "train",
                    Map.of(
                            "--resume", "a job starts in an empty folder",
                            "--engine", "the libraries of DL4J are an add-on that no package has",
                            "--device", "only DL4J computes elsewhere than on the processor"),
            "scan", Map.of("--shard", "Galaxy runs a scan as one job"),
            "attribute", Map.of("--shard", "and an explanation, too"),
            "variants", Map.of("--shard", "and the variants of a file, too"),
            "logo",
                    Map.of(
                            "--out-dir", "the tools that make motifs have collections of their logos",
                            "--matches", "tomtom-match has a collection of logos above their matches",
                            "--targets", "needed by --matches alone"));

    private static final Pattern OPTION = Pattern.compile("(?<![\\w$-])--[a-z0-9][a-z0-9-]*");
    private static final Map<String, GalaxyTool> TOOLS = GalaxyTool.all();

    static Collection<GalaxyTool> tools() {
        return TOOLS.values();
    }

    private static CommandSpec spec(GalaxyTool tool) {
        return Commands.commandLine(Commands.find(tool.command()).orElseThrow()).getCommandSpec();
    }

    /** The options of a command by every name, negated ones too. */
    private static Map<String, OptionSpec> options(GalaxyTool tool) {
        CommandSpec spec = spec(tool);
        Map<String, OptionSpec> options = new HashMap<>(spec.optionsMap());
        options.putAll(spec.negatedOptionsMap());
        return options;
    }

    /** Every option that the wrapper can put on the command line. */
    private static Set<String> used(GalaxyTool tool) {
        Stream<String> values = tool.params().stream()
                .flatMap(param -> Stream.concat(
                        Stream.of(param.getAttribute("truevalue"), param.getAttribute("falsevalue")),
                        GalaxyTool.children(param, "option").stream().map(choice -> choice.getAttribute("value"))));
        return Stream.concat(Stream.of(tool.template()), values)
                .flatMap(text -> OPTION.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCommandHasAWrapperOrAReasonForNone() {
        assertThat(Stream.concat(TOOLS.keySet().stream(), COMMANDS_LEFT_OUT.keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Commands.everything().getSubcommands().keySet());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void theNamesAreThoseOfTheCommandAndTheVersionIsThisOne(GalaxyTool tool) {
        Element root = tool.root();
        assertThat(root.getAttribute("id"))
                .isEqualTo("expomotif_" + tool.command().replace('-', '_'));
        assertThat(root.getAttribute("name")).isEqualTo("expomotif " + tool.command());
        String number = Version.number().replace("-SNAPSHOT", "");
        assertThat(root.getAttribute("version")).startsWith(number + "+galaxy");
        assertThat(GalaxyTool.descendants(root, "requirement"))
                .extracting(Element::getTextContent, requirement -> requirement.getAttribute("version"))
                .containsExactly(tuple("expomotif", number));
        assertThat(Pattern.compile("^ *expomotif ([a-z-]+)", Pattern.MULTILINE)
                        .matcher(tool.template())
                        .results()
                        .map(call -> call.group(1)))
                .containsExactly(tool.command());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyOptionIsOnTheFormOrLeftOutForAReason(GalaxyTool tool) {
        Map<String, OptionSpec> options = options(tool);
        Set<String> used = used(tool);
        assertThat(used).hasSizeGreaterThan(1).isSubsetOf(options.keySet());
        Set<OptionSpec> taken = used.stream().map(options::get).collect(Collectors.toSet());
        Set<String> left = new TreeSet<>();
        for (OptionSpec option : new HashSet<>(options.values())) {
            boolean inert = String.join("", option.description()).startsWith("Accepted for consistency");
            if (!taken.contains(option) && !inert) {
                left.add(option.longestName());
            }
        }
        Set<String> reasons = new TreeSet<>(LEFT_OUT_EVERYWHERE.keySet());
        reasons.addAll(LEFT_OUT.getOrDefault(tool.command(), Map.of()).keySet());
        assertThat(left).isEqualTo(reasons);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyParameterFitsItsOption(GalaxyTool tool) {
        Map<String, OptionSpec> options = options(tool);
        Set<OptionSpec> taken = used(tool).stream().map(options::get).collect(Collectors.toSet());
        for (Element param : tool.params()) {
            String argument = param.getAttribute("argument");
            if (!argument.isEmpty()) {
                assertThat(options.get(argument)).as(argument).isIn(taken);
                new GalaxyParameter(tool.command(), param, options.get(argument)).check();
            }
        }
    }

    /** This way nothing in a text is executed, and a text that begins with a dash is not read as another option. */
    @ParameterizedTest
    @MethodSource("tools")
    void everyTextIsOneQuotedWordWithItsOption(GalaxyTool tool) {
        Set<String> texts = new TreeSet<>();
        for (Element param : tool.params()) {
            if (param.getAttribute("type").equals("text")) {
                String name = param.getAttribute("name");
                texts.add(
                        name.isEmpty()
                                ? param.getAttribute("argument").substring(2).replace('-', '_')
                                : name);
            }
        }
        Pattern parts = Pattern.compile("#for \\$(\\w+) in str\\(\\$([\\w.]+)\\)");
        parts.matcher(tool.template())
                .results()
                .filter(loop -> texts.contains(lastName(loop.group(2))))
                .forEach(loop -> texts.add(loop.group(1)));
        List<String> given = tool.template()
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .filter(line -> Pattern.compile("\\$([\\w.]+)")
                        .matcher(line)
                        .results()
                        .anyMatch(variable -> texts.contains(lastName(variable.group(1)))))
                .toList();
        assertThat(given)
                .hasSizeGreaterThanOrEqualTo(texts.isEmpty() ? 0 : 1)
                .allMatch(line -> line.matches("--[a-z-]+='\\$[\\w.]+'"));
    }

    private static String lastName(String variable) {
        return variable.substring(variable.lastIndexOf('.') + 1);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void resultsAreTestedByTheirContentAndFailuresByTheirSentence(GalaxyTool tool) {
        List<Element> failures = tool.tests().stream()
                .filter(test -> test.getAttribute("expect_failure").equals("true"))
                .toList();
        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(test -> assertThat(GalaxyTool.descendants(test, "assert_stderr"))
                        .hasSize(1)
                        .allSatisfy(said -> assertThat(GalaxyTool.descendants(said, "has_text"))
                                .extracting(text -> text.getAttribute("text").length() > 20)
                                .containsOnly(true)));
        List<Element> successes =
                tool.tests().stream().filter(test -> !failures.contains(test)).toList();
        assertThat(successes).hasSizeGreaterThan(1).allSatisfy(test -> {
            assertThat(test.getAttribute("expect_num_outputs")).isNotEmpty();
            assertThat(GalaxyTool.descendants(test, "output"))
                    .allSatisfy(output -> assertThat(output.hasAttribute("file")
                                    || !GalaxyTool.children(output, "assert_contents")
                                            .isEmpty())
                            .isTrue());
        });
        for (Element test : tool.tests()) {
            for (Element param : GalaxyTool.descendants(test, "param")) {
                if (param.hasAttribute("ftype")) {
                    for (String file : param.getAttribute("value").split(",", -1)) {
                        assertThat(GalaxyTool.FOLDER.resolve("test-data").resolve(file))
                                .isRegularFile();
                    }
                }
            }
        }
    }
}
