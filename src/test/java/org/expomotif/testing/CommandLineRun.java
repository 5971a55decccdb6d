package org.expomotif.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.command.Main;

/**
 * A command line of the program. It is immutable, so tests can keep the words that they have in common:
 *
 * <pre>{@code
 * CommandLineRun.of("scan").motifs(motifs).sequences(fasta).with("--threshold", 1).run().succeeds();
 * }</pre>
 */
public final class CommandLineRun {
    private final List<String> words;

    private CommandLineRun(List<String> words) {
        this.words = List.copyOf(words);
    }

    /** A command line of these words. A path or a number becomes its text. */
    public static CommandLineRun of(Object... words) {
        return new CommandLineRun(List.of()).with(words);
    }

    /** The command line that a shell would make of a text without quotes, with the folder in place of every @. */
    public static CommandLineRun parse(Path folder, String line) {
        return of((Object[]) line.strip().replace("@", folder.toString()).split(" "));
    }

    /** This command line with more words after it. A path or a number becomes its text. */
    public CommandLineRun with(Object... more) {
        return with(Arrays.asList(more));
    }

    /** This command line with more words after it. */
    public CommandLineRun with(List<?> more) {
        List<String> all = new ArrayList<>(words);
        more.forEach(word -> all.add(word.toString()));
        return new CommandLineRun(all);
    }

    /** Adds the option {@code --motifs}. */
    public CommandLineRun motifs(Object file) {
        return with("--motifs", file);
    }

    /** Adds the option {@code --sequences}. */
    public CommandLineRun sequences(Object file) {
        return with("--sequences", file);
    }

    /** Adds the option {@code --model}. */
    public CommandLineRun model(Object file) {
        return with("--model", file);
    }

    /** Adds the option {@code --labels}. */
    public CommandLineRun labels(Object file) {
        return with("--labels", file);
    }

    /** Adds the option {@code --sites}. */
    public CommandLineRun sites(Object file) {
        return with("--sites", file);
    }

    /** Adds the option {@code --regions}. */
    public CommandLineRun regions(Object file) {
        return with("--regions", file);
    }

    /** Adds the option {@code -o}. */
    public CommandLineRun to(Object file) {
        return with("-o", file);
    }

    /** The words of the command line. */
    public List<String> words() {
        return words;
    }

    /** Runs the command line; not for tests that run concurrently, because it replaces the streams of the process. */
    public CommandResult run() {
        PrintStream oldOut = System.out;
        PrintStream oldErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
            int code = Main.run(words.toArray(String[]::new));
            return new CommandResult(
                    words, code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(oldOut);
            System.setErr(oldErr);
        }
    }

    /** Runs the command line with these bytes as standard input. */
    public CommandResult run(byte[] standardInput) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(standardInput));
            return run();
        } finally {
            System.setIn(before);
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
