package org.expomotif.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.expomotif.command.progress.WholeProgress;
import org.expomotif.io.TextLines;
import org.expomotif.peaks.CompletedSteps;
import org.expomotif.peaks.PeakAnalysis;
import org.expomotif.peaks.SplitCheck;
import org.expomotif.peaks.Step;
import org.expomotif.run.Progress;

/** Runs the steps of an analysis, except those that an earlier run has done. */
final class StepRun {
    private final PeakAnalysis analysis;
    private final CommandSteps runner;
    private final Progress progress;
    private final CompletedSteps done;

    StepRun(PeakAnalysis analysis, CommandSteps runner, Progress progress) {
        this.analysis = analysis;
        this.runner = runner;
        this.progress = progress;
        this.done = CompletedSteps.read(analysis.at(PeakAnalysis.LOG));
    }

    /**
     * Runs the next step unless it is done.
     *
     * @param number number of the step, from 0
     * @return the exit code
     */
    int next(Step step, WholeProgress whole, int number) {
        String line = step.line();
        if (done.skips(line, files(step))) {
            whole.skipped(number);
            progress.note("done before: " + step.title());
            return 0;
        }
        runner.show(line);
        whole.step(number, step instanceof Step.Command command ? tasks(command) : 1);
        long start = System.nanoTime();
        boolean resumes =
                done.begin(line) && Files.exists(Path.of(analysis.models().checkpoint()));
        int code = run(step, resumes);
        if (code == 0) {
            done.add(line, Math.round((System.nanoTime() - start) / 1e7) / 100.0, files(step));
            whole.done();
        }
        return code;
    }

    private int tasks(Step.Command command) {
        return command.words().getFirst().equals("train") ? analysis.settings().trials() : 1;
    }

    private int run(Step step, boolean resumes) {
        return switch (step) {
            case Step.Derivation derivation -> {
                derivation.action().run();
                yield 0;
            }
            case Step.Command command -> run(command, resumes);
        };
    }

    private int run(Step.Command command, boolean resumes) {
        Optional<String> needed = analysis.neededMotifs(command);
        if (needed.isPresent() && !hasMotifs(needed.get())) {
            progress.note("no motif is enriched, so the search for sites is skipped");
            CommandSteps.outputs(command.words()).forEach(StepRun::delete);
            return 0;
        }
        List<String> words = new ArrayList<>(command.words());
        if (words.getFirst().equals("train")) {
            SplitCheck.requireAll(analysis);
            if (resumes) {
                words.add("--resume");
            }
        }
        return runner.run(words);
    }

    /** Whether a file in MEME format has a motif. */
    static boolean hasMotifs(String file) {
        try (TextLines lines = TextLines.open(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith("MOTIF")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void delete(String file) {
        try {
            Files.deleteIfExists(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that a step reads and writes, those that exist and those that it will write. */
    private static Set<String> files(Step step) {
        Set<String> files = new LinkedHashSet<>();
        switch (step) {
            case Step.Derivation derivation -> {
                files.add(derivation.source());
                files.add(derivation.target());
            }
            case Step.Command command -> {
                command.words().stream().filter(StepRun::isFile).forEach(files::add);
                files.addAll(CommandSteps.outputs(command.words()));
            }
        }
        return files;
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
