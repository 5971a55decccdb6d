package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.expomotif.testing.JavaProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests in a separate process which files remain when a signal ends the program; {@link System#exit} ends it in the
 * same way.
 */
class EndOfProgramIT {
    private static final int CODE = 5;
    private static final int GROUP = 8_000;
    private static final int FOLDERS = 400;

    @TempDir
    Path folder;

    private Path outputs;

    @BeforeEach
    void makeFolder() throws IOException {
        outputs = Files.createDirectory(folder.resolve("outputs"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(outputs)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** Runs {@link #main} in a process and returns its standard error. */
    private String ended(String work) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Process process = JavaProcess.of(EndOfProgramIT.class, work, outputs)
                .options("-XX:+UseSerialGC")
                .builder()
                .redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = process.waitFor() + " ";
        return said + Files.readString(errors);
    }

    @Test
    void aFileOpenedWhileTheProgramEndsIsRemoved() throws IOException, InterruptedException {
        assertThat(ended("files")).isEqualTo(CODE + " ");
        assertThat(names()).isEmpty();
    }

    @Test
    void aGroupThatIsBeingRenamedIsCompleted() throws IOException, InterruptedException {
        assertThat(ended("group")).isEqualTo(CODE + " ");
        assertThat(names()).hasSize(GROUP).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void theFirstFileMayBeOpenedWhenTheProgramIsAlreadyEnding() throws IOException, InterruptedException {
        assertThat(ended("late")).isEqualTo(CODE + " ");
        assertThat(names()).isEmpty();
    }

    /** The program of the other JVM: works on files until another thread ends it. */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "files" -> untilTheEnd(() -> open(folder.resolve("a.txt")));
            case "temporary" ->
                untilTheEnd(() -> TemporaryFile.in(folder, "text").close());
            case "group" -> group(folder);
            case "late" -> late(folder);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void untilTheEnd(Runnable step) {
        step.run();
        exitInAnotherThread();
        while (true) {
            step.run();
        }
    }

    private static void group(Path folder) {
        // In many folders, because each opening looks for leftovers in its folder.
        List<Path> paths = IntStream.range(0, GROUP)
                .mapToObj(i -> folder.resolve(Integer.toString(i % FOLDERS)).resolve(i + ".txt"))
                .toList();
        for (Path path : paths) {
            path.getParent().toFile().mkdirs();
        }
        Thread.ofPlatform().daemon().start(() -> {
            while (!Files.exists(paths.getFirst())) {
                Thread.onSpinWait();
            }
            System.exit(CODE);
        });
        OutputGroup.allOrNone(() -> {
            paths.forEach(path -> open(path).commit());
            return 0;
        });
        park();
    }

    /** Opens the first file only after the program has begun to end; the opening waits for the end. */
    private static void late(Path folder) throws InterruptedException {
        Thread main = Thread.currentThread();
        CountDownLatch ending = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ending.countDown();
            Thread.State state = main.getState();
            while (ending.getCount() > 0 || isRunning(state) || isBeforeTheFile(main)) {
                state = main.getState();
            }
        }));
        exitInAnotherThread();
        ending.await();
        open(folder.resolve("a.txt"));
    }

    private static boolean isRunning(Thread.State state) {
        return state == Thread.State.RUNNABLE || state == Thread.State.BLOCKED;
    }

    private static boolean isBeforeTheFile(Thread thread) {
        return thread.isAlive()
                && Stream.of(thread.getStackTrace())
                        .noneMatch(frame -> frame.getClassName().equals(NameChanges.class.getName()));
    }

    private static void exitInAnotherThread() {
        Thread.ofPlatform().daemon().start(() -> System.exit(CODE));
    }

    private static AtomicFile open(Path path) {
        AtomicFile file = AtomicFile.open(path);
        try {
            file.stream().write('x');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void park() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
