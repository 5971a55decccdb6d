package org.expomotif.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.expomotif.command.Main;

/** Another Java process on the class path of this one. Only tests named {@code *IT} start processes. */
public final class JavaProcess {
    private final List<String> options = new ArrayList<>();
    private final List<String> words;

    private JavaProcess(Class<?> main, List<String> words) {
        this.words = new ArrayList<>(List.of(main.getName()));
        this.words.addAll(words);
    }

    /** The program with a command line. */
    public static JavaProcess of(CommandLineRun line) {
        return new JavaProcess(Main.class, line.words());
    }

    /** A class with a main method and its arguments. A path or a number becomes its text. */
    public static JavaProcess of(Class<?> main, Object... arguments) {
        return new JavaProcess(
                main, Arrays.stream(arguments).map(Object::toString).toList());
    }

    /** Adds options of the virtual machine. */
    public JavaProcess options(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** The process that is to be started, for tests that redirect its streams. */
    public ProcessBuilder builder() {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(options);
        all.addAll(List.of("-cp", System.getProperty("java.class.path")));
        all.addAll(words);
        return new ProcessBuilder(all);
    }

    /** Runs the process, whose standard error is short, until it ends. */
    public CommandResult run() throws IOException, InterruptedException {
        return result(builder().start());
    }

    /** Waits for the end of a process whose standard error is short. */
    public CommandResult result(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandResult(words, process.waitFor(), out, err);
    }
}
