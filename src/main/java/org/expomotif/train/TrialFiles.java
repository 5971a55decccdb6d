package org.expomotif.train;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.expomotif.run.AtomicFile;
import org.expomotif.run.UserException;

/**
 * Names of the files that training writes.
 *
 * @param output the path of the model as given by the user, such as {@code model.zip}
 * @param trials number of trials
 */
public record TrialFiles(String output, int trials) {
    private static final String SUFFIX = ".zip";

    /**
     * The model of a trial: {@code model.zip} when there is one trial, else {@code model.1.zip}, {@code model.2.zip},
     * ...
     */
    public String model(int trial) {
        return trials == 1 ? output : stem() + "." + trial + SUFFIX;
    }

    /** The epochs of all trials: {@code model.history.tsv}. */
    public String history() {
        return stem() + ".history.tsv";
    }

    /** Maximum number of trials of a run. */
    public static final int MOST = 10_000;

    /** The checkpoint of an interrupted training: {@code model.zip.checkpoint}. */
    public String checkpoint() {
        return output + ".checkpoint";
    }

    /** All files that training writes, including the checkpoint, which is removed at the end. */
    public List<String> all() {
        Stream<String> models = IntStream.rangeClosed(1, trials).mapToObj(this::model);
        return Stream.concat(models, Stream.of(history(), checkpoint())).toList();
    }

    /**
     * Checks that the files can be written, so that an error is reported before training instead of after it.
     *
     * @throws UserException when the folder is missing or cannot be written
     */
    public void requireWritable() {
        AtomicFile.open(model(1)).close();
        AtomicFile.open(history()).close();
    }

    private String stem() {
        return output.endsWith(SUFFIX) ? output.substring(0, output.length() - SUFFIX.length()) : output;
    }
}
