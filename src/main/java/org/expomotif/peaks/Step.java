package org.expomotif.peaks;

import java.util.List;
import org.expomotif.run.RunRecord;
import org.expomotif.run.ShellWords;

/** A step of the analysis. */
public sealed interface Step {
    /** What the step does, for the user: {@code training}. */
    String title();

    /** The step as typed into a shell. */
    String line();

    /**
     * A command of this program.
     *
     * @param title what the step does
     * @param words the command and its arguments, without the name of the program
     */
    record Command(String title, List<String> words) implements Step {
        /** Copies the list. */
        public Command {
            words = List.copyOf(words);
        }

        @Override
        public String line() {
            return RunRecord.PROGRAM + " " + ShellWords.line(words);
        }
    }

    /**
     * A file that is made from another one.
     *
     * @param title what the step does
     * @param line a shell command that makes the same file
     * @param source the file that is read
     * @param target the file that is written
     * @param action makes the file
     */
    record Derivation(String title, String line, String source, String target, Runnable action) implements Step {}
}
