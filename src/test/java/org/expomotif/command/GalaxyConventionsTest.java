package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.expomotif.run.Checksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What Galaxy's tool collections expect of a wrapper: metadata, formats, column names, and a test of each parameter.
 */
class GalaxyConventionsTest {
    private static final Path DATA = GalaxyTool.FOLDER.resolve("test-data");
    private static final Collection<GalaxyTool> TOOLS = GalaxyTool.all().values();

    /** Formats of results that are in the coordinates of sequences. */
    private static final Set<String> COORDINATES = Set.of("bed", "gff3", "bigwig", "bedgraph");

    /** Where the files of the tests come from; the ToolShed needs copies in the folder of the tools. */
    private static final List<Path> SHARED = Stream.of(
                    "", "galaxy", "peaks", "enrich", "fimo", "nextflow", "hdf5", "motifs")
            .map(Path.of("test-data")::resolve)
            .toList();

    /** Signs of texts. */
    private static final String SIGNS = "._:,=()/+- ";

    /** Texts that are names of classes. */
    private static final Set<String> CLASS_NAMES = Set.of("logo_class", "class_name", "classes");

    /** Selects that pass a value on, which nothing else in a form depends on; of these, two choices are tested. */
    private static final Set<String> PASSED_ON = Set.of("distance", "network", "activation", "init");

    static Collection<GalaxyTool> tools() {
        return TOOLS;
    }

    private static List<String> texts(GalaxyTool tool, String parent, String name) {
        List<Element> parents = GalaxyTool.children(tool.root(), parent);
        assertThat(parents).as(parent).hasSize(1);
        return GalaxyTool.children(parents.getFirst(), name).stream()
                .map(Element::getTextContent)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyToolSaysWhatItIsAndWhoMadeIt(GalaxyTool tool) {
        assertThat(tool.root().getAttribute("license")).isEqualTo("MIT");
        assertThat(Double.parseDouble(tool.root().getAttribute("profile"))).isGreaterThanOrEqualTo(25.1);
        assertThat(texts(tool, "edam_topics", "edam_topic"))
                .isNotEmpty()
                .allMatch(topic -> topic.matches("topic_\\d{4}"));
        assertThat(texts(tool, "edam_operations", "edam_operation"))
                .isNotEmpty()
                .allMatch(operation -> operation.matches("operation_\\d{4}"));
        assertThat(texts(tool, "xrefs", "xref")).containsExactly("expomotif");
        assertThat(GalaxyTool.descendants(tool.root(), "xref"))
                .extracting(xref -> xref.getAttribute("type"))
                .containsExactly("bio.tools");
        assertThat(GalaxyTool.descendants(tool.root(), "organization"))
                .extracting(creator -> creator.getAttribute("name"))
                .containsExactly("The expomotif authors");
    }

    @ParameterizedTest
    @MethodSource("tools")
    void whatRunsOutOfMemoryMayBeTriedAgainWithMore(GalaxyTool tool) {
        Element command = GalaxyTool.children(tool.root(), "command").getFirst();
        assertThat(command.getAttribute("detect_errors")).isEqualTo("exit_code");
        assertThat(command.getAttribute("oom_exit_code")).isEqualTo("3");
        assertThat(tool.template()).contains("GALAXY_MEMORY_MB", "EXPOMOTIF_CACHE");
    }

    /** The names are in the form, or, where they depend on the data, taken from the header of the table. */
    @ParameterizedTest
    @MethodSource("tools")
    void everyTableHasNamesOfItsColumns(GalaxyTool tool) {
        for (Element output : outputs(tool)) {
            String name = output.getAttribute("name");
            if (formats(output).contains("tabular")
                    && !Pattern.compile("#set \\$table, \\$named = .*, '" + name + "'")
                            .matcher(tool.template())
                            .find()) {
                assertThat(actions(output)).as(name).contains("column_names");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void whatLiesOnAGenomeOfTheServerIsMarkedWithIt(GalaxyTool tool) {
        boolean offersGenomes = GalaxyTool.descendants(tool.root(), "options").stream()
                .anyMatch(options -> options.getAttribute("from_data_table").equals("all_fasta"));
        for (Element output : outputs(tool)) {
            if (offersGenomes && formats(output).stream().anyMatch(COORDINATES::contains)) {
                assertThat(actions(output)).as(output.getAttribute("name")).contains("dbkey");
            }
        }
    }

    private static List<Element> outputs(GalaxyTool tool) {
        return GalaxyTool.descendants(
                GalaxyTool.children(tool.root(), "outputs").getFirst(), "data");
    }

    private static Set<String> formats(Element output) {
        Set<String> formats = new TreeSet<>();
        formats.add(output.getAttribute("format"));
        GalaxyTool.descendants(output, "when").forEach(when -> formats.add(when.getAttribute("format")));
        return formats;
    }

    private static List<String> actions(Element output) {
        return GalaxyTool.descendants(output, "action").stream()
                .map(action -> action.getAttribute("name"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyParameterIsSetInATest(GalaxyTool tool) {
        Set<String> untested = new TreeSet<>();
        for (Element param : tool.params()) {
            if (tool.tests().stream().noneMatch(test -> sets(test, param))) {
                untested.add(place(param));
            }
        }
        assertThat(untested).isEmpty();
    }

    /** Whether a test gives a parameter another value than its default. */
    private static boolean sets(Element test, Element param) {
        return GalaxyTool.descendants(test, "param").stream()
                .filter(given -> place(given).equals(place(param)))
                .anyMatch(given -> GalaxyTool.children(param, "option").size() == 1
                        || !given.getAttribute("value").equals(usual(param)));
    }

    /**
     * A default counts where a test shows the parameter and leaves it as it is; tests that expect a failure do not
     * count.
     */
    @ParameterizedTest
    @MethodSource("tools")
    void everyChoiceIsMadeInATest(GalaxyTool tool) {
        Set<String> offered = new TreeSet<>();
        Set<String> made = new TreeSet<>();
        for (Element param : tool.params()) {
            if (PASSED_ON.contains(name(param))) {
                continue;
            }
            GalaxyTool.children(param, "option").forEach(option -> offered.add(choice(param, option)));
            tool.tests().stream()
                    .filter(test -> !test.getAttribute("expect_failure").equals("true") && isShown(test, param))
                    .flatMap(test -> Arrays.stream(chosen(test, param).split(",", -1)))
                    .forEach(value -> made.add(place(param) + "=" + value));
        }
        offered.removeAll(made);
        assertThat(offered).isEmpty();
    }

    private static String choice(Element param, Element option) {
        return place(param) + "=" + option.getAttribute("value");
    }

    /** Whether the choices of a test show a parameter that a conditional can hide. */
    private static boolean isShown(Element test, Element param) {
        for (Node up = param.getParentNode(); up instanceof Element when; up = up.getParentNode()) {
            if (when.getTagName().equals("when")) {
                Element selector = GalaxyTool.children((Element) when.getParentNode(), "param")
                        .getFirst();
                if (!chosen(test, selector).equals(when.getAttribute("value"))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The value that a test gives a parameter, or its default. */
    private static String chosen(Element test, Element param) {
        return GalaxyTool.descendants(test, "param").stream()
                .filter(given -> place(given).equals(place(param)))
                .findFirst()
                .map(given -> given.getAttribute("value"))
                .orElseGet(() -> usual(param));
    }

    private static String usual(Element param) {
        return switch (param.getAttribute("type")) {
            case "boolean" -> param.getAttribute("checked");
            case "select" ->
                GalaxyTool.children(param, "option").stream()
                        .filter(option -> option.getAttribute("selected").equals("true"))
                        .findFirst()
                        .or(() -> GalaxyTool.children(param, "option").stream().findFirst())
                        .map(option -> option.getAttribute("value"))
                        .orElse("");
            default -> param.getAttribute("value");
        };
    }

    /** The name of a parameter after those of the conditionals and sections that it is in. */
    private static String place(Element param) {
        String place = name(param);
        for (Element up = (Element) param.getParentNode();
                !up.getTagName().matches("inputs|test");
                up = (Element) up.getParentNode()) {
            if (up.hasAttribute("name") && up.getTagName().matches("conditional|section")) {
                place = up.getAttribute("name") + "." + place;
            }
        }
        return place;
    }

    private static String name(Element param) {
        String name = param.getAttribute("name");
        return name.isEmpty() ? param.getAttribute("argument").substring(2).replace('-', '_') : name;
    }

    @Test
    void everyFormatThatAFormAcceptsIsReadInATest() {
        assertThat(read())
                .containsAll(TOOLS.stream()
                        .flatMap(tool -> tool.params().stream())
                        .filter(param -> param.getAttribute("type").equals("data"))
                        .flatMap(param ->
                                Arrays.stream(param.getAttribute("format").split(",", -1)))
                        .collect(Collectors.toSet()));
        Set<String> files = TOOLS.stream()
                .flatMap(tool -> tool.tests().stream())
                .flatMap(test -> GalaxyTool.descendants(test, "param").stream())
                .map(param -> param.getAttribute("value"))
                .collect(Collectors.toSet());
        assertThat(files).contains("motifs.meme", "jaspar_new.jaspar", "transfac_full.dat", "known.homer");
    }

    private static Set<String> read() {
        return TOOLS.stream()
                .flatMap(tool -> tool.tests().stream())
                .flatMap(test -> GalaxyTool.descendants(test, "param").stream())
                .map(param -> param.getAttribute("ftype"))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("tools")
    void peaksMayBeAnyKindOfIntervals(GalaxyTool tool) {
        assertThat(tool.params())
                .filteredOn(param -> Set.of("peaks", "regions", "positives").contains(name(param)))
                .filteredOn(param -> param.getAttribute("type").equals("data"))
                .allSatisfy(param -> assertThat(param.getAttribute("format")).isEqualTo("bed,encodepeak,interval"));
    }

    /**
     * Only letters, digits and single signs pass, and no text begins with a sign that a shell or a program could take.
     */
    @ParameterizedTest
    @MethodSource("tools")
    void textsAreMadeOfLettersAndBeginWithOne(GalaxyTool tool) {
        for (Element param : tool.params()) {
            if (param.getAttribute("type").equals("text")) {
                List<Element> valid = GalaxyTool.descendants(param, "valid");
                assertThat(valid).as(name(param)).hasSize(1);
                assertThat(valid.getFirst().getAttribute("initial"))
                        .as(name(param))
                        .isEqualTo("string.letters,string.digits");
                assertThat(GalaxyTool.children(valid.getFirst(), "add"))
                        .as(name(param))
                        .extracting(sign -> sign.getAttribute("value"))
                        .allMatch(sign -> (CLASS_NAMES.contains(name(param)) ? SIGNS + "|" : SIGNS).contains(sign));
                assertThat(GalaxyTool.children(param, "validator"))
                        .as(name(param))
                        .anySatisfy(validator -> {
                            assertThat(validator.getAttribute("type")).isEqualTo("regex");
                            String text = validator.getTextContent();
                            assertThat(List.of("@file", "-x", "$(x)", "`x`", ";x", "'x"))
                                    .noneMatch(value -> value.matches(text));
                        });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tools")
    void classesMayBeNamedAsThoseOfDeepSea(GalaxyTool tool) {
        assertThat(tool.params())
                .filteredOn(param -> CLASS_NAMES.contains(name(param)))
                .allSatisfy(param -> {
                    assertThat(GalaxyTool.descendants(param, "add"))
                            .extracting(sign -> sign.getAttribute("value"))
                            .contains("|");
                    String text =
                            GalaxyTool.children(param, "validator").getFirst().getTextContent();
                    assertThat("GM12878|CTCF|None").matches(text);
                    assertThat("|CTCF").doesNotMatch(text);
                });
    }

    @Test
    void theFilesOfTheTestsAreCopiesOfThoseThatAllTestsShare() throws IOException {
        List<Path> files;
        try (Stream<Path> folder = Files.list(DATA)) {
            files = folder.filter(file -> !file.toString().endsWith(".loc")).toList();
        }
        Set<String> shared = new TreeSet<>();
        for (Path folder : SHARED) {
            try (Stream<Path> list = Files.list(folder)) {
                for (Path file : list.filter(Files::isRegularFile).toList()) {
                    shared.add(Checksum.of(file.toString()));
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(10);
        long bytes = 0;
        for (Path file : files) {
            assertThat(file.toFile()).isFile();
            assertThat(Files.isSymbolicLink(file)).as(file.toString()).isFalse();
            assertThat(shared).as(file.toString()).contains(Checksum.of(file.toString()));
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(1_000_000);
    }
}
