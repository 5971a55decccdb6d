package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The pages of {@code docs/commands}, the manual pages and the completions, as {@code src/build/java/reference} makes
 * them from picocli's model. That the examples of the pages print what the pages show is tested by
 * {@code .ci/end-to-end}.
 */
class ReferenceIT {
    private static final Path SOURCES = Path.of("src/build/java/reference");

    private static final List<Commands.Entry> COMMANDS = Commands.COMMANDS;

    @TempDir
    private static Path classes;

    @TempDir
    private static Path share;

    @BeforeAll
    static void makesTheFolderOfTheArchive() throws Exception {
        List<String> options =
                new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.map(Path::toString).forEach(options::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)))
                .isZero();
        Finished made = reference(Path.of(""), "share", share.toString());
        assertThat(made.said()).isEmpty();
        assertThat(made.code()).isZero();
    }

    private record Finished(int code, String said) {}

    private static Finished reference(Path folder, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes.toAbsolutePath() + File.pathSeparator + System.getProperty("java.class.path"),
                "reference.Reference"));
        words.addAll(List.of(arguments));
        return run(folder, words);
    }

    private static Finished run(Path folder, List<String> words) throws Exception {
        Process process = new ProcessBuilder(words)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Finished(process.waitFor(), said);
    }

    @Test
    void thePagesHaveTheOptionsOfTheProgram() throws Exception {
        Finished check = reference(Path.of(""), "pages", "--check");
        assertThat(check.said()).isEmpty();
        assertThat(check.code()).isZero();
    }

    @Test
    void aPageThatIsMissingOrDiffersIsNamed(@TempDir Path tree) throws Exception {
        Path pages = Files.createDirectories(tree.resolve("docs/commands"));
        try (Stream<Path> files = Files.list(Path.of("docs/commands"))) {
            for (Path file : files.toList()) {
                Files.copy(file, pages.resolve(file.getFileName()));
            }
        }
        Files.delete(pages.resolve("logo.md"));
        Files.createFile(pages.resolve("hogo.md"));
        Path scan = pages.resolve("scan.md");
        Files.writeString(scan, Files.readString(scan).replace("`--best`", "`--beast`"));

        Finished check = reference(tree, "pages", "--check");

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.said())
                .contains("docs/commands/logo.md: missing; docs/commands/make.sh logo makes a draft")
                .contains("docs/commands/hogo.md: no command has this name")
                .contains("docs/commands/scan.md: differs from the program")
                .contains("`--beast`")
                .doesNotContain("train.md");
        assertThat(pages.resolve("logo.md")).doesNotExist();
    }

    @Test
    void theDraftOfAPageIsNotTakenForAPage(@TempDir Path tree) throws Exception {
        Files.createDirectories(tree.resolve("docs/commands"));
        Finished made = reference(tree, "pages", "logo");
        assertThat(made.code()).isEqualTo(1);
        assertThat(made.said()).contains("wrote docs/commands/logo.md", "docs/commands/logo.md: has a TODO");
        assertThat(tree.resolve("docs/commands/logo.md"))
                .content()
                .contains("    expomotif logo [options] FILE\n", "| `--id ID` |");
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void everyOptionIsInTheManualPageAndInTheCompletions(Commands.Entry entry) throws IOException {
        String manual = Files.readString(share.resolve("man/man1/expomotif-" + entry.name() + ".1"));
        String bash = part("bash-completion/completions/expomotif", "        " + entry.name() + ")", ";;\n        ");
        String zsh = part("zsh/site-functions/_expomotif", "        " + entry.name() + ")", "            ;;");
        String fish = Files.readString(share.resolve("fish/vendor_completions.d/expomotif.fish"));
        Commands.commandLine(entry).getCommandSpec().options().forEach(option -> {
            String name = option.longestName();
            assertThat(manual).contains("\\fB" + name.replace("-", "\\-") + "\\fR");
            assertThat(bash).containsPattern("options='.*(?<![\\w-])" + name + "[ ']");
            assertThat(zsh).containsPattern("'(\\*|\\([^)]*\\))" + name + "(=-?)?\\[");
            assertThat(fish)
                    .containsPattern("'__expomotif_command " + entry.name() + "'.* -l " + name.substring(2) + " ");
        });
    }

    private static String part(String file, String start, String end) throws IOException {
        String text = Files.readString(share.resolve(file));
        int from = text.indexOf(start);
        assertThat(from).as(file + ": " + start).isPositive();
        int to = text.indexOf(end, from);
        return text.substring(from, to < 0 ? text.length() : to) + " ";
    }

    @Test
    void theManualPagesHaveNoDateAndNoLineThatRoffWouldTakeForACommand() throws IOException {
        try (Stream<Path> files = Files.list(share.resolve("man/man1"))) {
            assertThat(files)
                    .hasSize(COMMANDS.size() + 1)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .allMatch(line -> !line.startsWith("'"))
                            .filteredOn(line -> line.startsWith("."))
                            .allMatch(line -> line.matches(
                                    "\\.(TH \\S+ 1 \"\" .*|nh|ad l|SH .*|SS .*|TP|PP|B .*|BR .*|nf|fi|RS 4|RE)")));
        }
    }

    /** Bash itself, with the words of a command line; the last is being written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "expomotif to | tomtom-match",
                "expomotif s | synth seqlets scan",
                "expomotif scan --sc | --score --scores",
                "expomotif scan --format b | bed",
                "expomotif scan --format = g | gff3",
                "expomotif scan --format = | tsv bed gff3",
                "expomotif train --network cnn-d | cnn-deep cnn-dist",
                "expomotif train --activation scale | ''",
                "expomotif attribute --method inte | integrated-gradients",
                "expomotif synth b | billboard",
                "expomotif benchmark -n 5 a | attribution",
                "expomotif benchmark -n 5 p | paper",
                "expomotif tomtom-match --target a.meme b | ''",
                "expomotif nonsense s | ''",
            })
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void bashCompletes(String words, String expected, @TempDir Path folder) throws Exception {
        String script = ". \"$1\"; COMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _expomotif;"
                + " echo \"${COMPREPLY[*]}\"";
        Path completion = share.resolve("bash-completion/completions/expomotif").toAbsolutePath();
        // Nothing on the PATH: a completion that started a program would say so.
        Finished finished =
                run(folder, List.of("/bin/bash", "-c", "PATH=/none; " + script, "bash", completion.toString()));
        assertThat(finished.said()).isEqualTo((expected.equals("''") ? "" : expected) + "\n");
        assertThat(finished.code()).isZero();
    }
}
