package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.expomotif.attribution.ReferenceKind;
import org.expomotif.dataset.Split;
import org.expomotif.network.spec.Activation;
import org.expomotif.network.spec.Architectures;
import org.expomotif.network.spec.Initialization;
import org.expomotif.scan.matrix.BackgroundChoice;
import org.w3c.dom.Element;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A parameter of a form, together with the option that it sets.
 *
 * @param command the command
 * @param param the parameter
 * @param option the option
 */
record GalaxyParameter(String command, Element param, OptionSpec option) {
    /** Choices that a form does not offer: those of add-ons. */
    private static final Map<String, Set<String>> CHOICES_LEFT_OUT = Map.of("export --format", Set.of("dl4j"));

    /** Choices on the form for options that accept names and other values: {@code file} opens a field. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "train --network", with(Architectures.names(), "file"),
            "peaks --network", with(Architectures.names(), "file"),
            "train --activation", Activation.names(),
            "train --init", with(Initialization.names(), "normal"),
            "scan --background",
                    List.of(
                            BackgroundChoice.NRDB,
                            BackgroundChoice.UNIFORM,
                            BackgroundChoice.MOTIF_FILE,
                            BackgroundChoice.SEQUENCES,
                            "file"),
            "localize --split", with(words(Split.class), "all"),
            "attribute --reference", with(words(ReferenceKind.class), "file"));

    /** Values that a form suggests when the user has chosen to give one. */
    private static final Set<String> SUGGESTED = Set.of("scan --qvalue", "dataset --folds");

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Arrays.stream(more)).toList();
    }

    private static List<String> words(Class<?> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private String name() {
        return command + " " + param.getAttribute("argument");
    }

    private boolean is(String attribute) {
        return param.getAttribute(attribute).equals("true");
    }

    /** Fails unless type, choices and default are those of the option. */
    void check() {
        String type = param.getAttribute("type");
        switch (type) {
            case "boolean" -> checkSwitch();
            case "integer" ->
                assertThat(option.type()).as(name()).isIn(int.class, Integer.class, long.class, Long.class);
            case "float" -> {
                boolean mayNameMotif =
                        option.type() == List.class && option.paramLabel().equals("[ID=]X");
                assertThat(mayNameMotif ? double.class : option.type())
                        .as(name())
                        .isIn(double.class, Double.class);
            }
            case "select" -> checkChoices();
            case "text" -> assertThat(option.type()).as(name()).isIn(String.class, List.class, double[].class);
            default -> {
                assertThat(type).as(name()).isEqualTo("data");
                // seen in Galaxy 26.1: a dataset of this name has no field on the form
                assertThat(param.getAttribute("argument").equals("--background") && !param.hasAttribute("name"))
                        .as(name() + " needs another name")
                        .isFalse();
                assertThat(option.type()).as(name()).isIn(String.class, List.class);
                assertThat(is("optional") || option.required() || inConditional())
                        .as(name() + " must be given")
                        .isTrue();
            }
        }
        if (type.equals("integer") || type.equals("float") || type.equals("text")) {
            String value = param.getAttribute("value");
            checkDefault(value);
            assertThat(!value.isEmpty() || is("optional") || inConditional())
                    .as(name() + " may be left empty")
                    .isTrue();
        }
    }

    /** Whether a choice opens the field; such a field may be required. */
    private boolean inConditional() {
        return param.getParentNode() instanceof Element parent
                && parent.getTagName().equals("when");
    }

    private void checkSwitch() {
        String argument = param.getAttribute("argument");
        String on = param.getAttribute("truevalue");
        String off = param.getAttribute("falsevalue");
        if (option.type() == String.class) {
            assertThat(on).as(name() + " names a file").matches("(" + argument + " [a-z.]+)?");
        } else if (option.negatable()) {
            assertThat(List.of(on, off)).as(name()).containsExactly("", argument.replaceFirst("--", "--no-"));
            assertThat(is("checked")).as(name()).isTrue();
        } else {
            assertThat(option.type()).as(name()).isEqualTo(boolean.class);
            assertThat(List.of(on, off)).as(name()).containsExactly(argument, "");
            assertThat(is("checked")).as(name()).isFalse();
        }
    }

    private void checkChoices() {
        assertThat(is("optional"))
                .as(name() + ": of a choice not made Galaxy says None")
                .isFalse();
        List<Element> choices = GalaxyTool.children(param, "option");
        Set<String> values = choices.stream()
                .map(choice -> choice.getAttribute("value"))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!GalaxyTool.children(param, "options").isEmpty()
                || option.paramLabel().startsWith("FILE")) {
            return; // a genome of the server; or whether and in which form a file is written
        }
        Set<String> expected =
                new TreeSet<>(option.type().isEnum() ? words(option.type()) : WORDS.getOrDefault(name(), List.of()));
        if (option.defaultValue() == null && !option.required()) {
            values.remove(""); // the usual, for which the option is not given
        }
        expected.removeAll(CHOICES_LEFT_OUT.getOrDefault(name(), Set.of()));
        assertThat(values).as(name()).isEqualTo(expected);
        checkDefault(choices.stream()
                .filter(choice -> choice.getAttribute("selected").equals("true"))
                .findFirst()
                .or(() -> Optional.of(choices.getFirst()))
                .map(choice -> choice.getAttribute("value"))
                .orElse(""));
    }

    /** The form's default is the option's; where that is not one value, its description has it or the form is empty. */
    private void checkDefault(String value) {
        String usual = option.defaultValue();
        if (usual != null) {
            assertThat(same(value, usual))
                    .as(name() + ": default " + usual + ", on the form " + value)
                    .isTrue();
        } else if (!value.isEmpty() && !option.required() && !SUGGESTED.contains(name())) {
            assertThat(String.join(" ", option.description()))
                    .as(name() + ": default on the form " + value)
                    .containsPattern("[Dd]efault:.*(?<![\\w.])" + Pattern.quote(value) + "(?![\\w])");
        }
    }

    private static boolean same(String a, String b) {
        try {
            return Double.compare(Double.parseDouble(a), Double.parseDouble(b)) == 0;
        } catch (NumberFormatException e) {
            return a.equals(b);
        }
    }
}
