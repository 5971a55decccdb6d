package org.expomotif.train;

import org.expomotif.run.AtomicFile;
import org.expomotif.run.UserException;

/**
 * Names of the files that training writes.
 *
 * @param output what the user asked for: {@code model.zip}
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

    /** The most trials of a run. */
    public static final int MOST = 10_000;

    /** Where an interrupted training goes on from: {@code model.zip.checkpoint}. */
    public String checkpoint() {
        return output + ".checkpoint";
    }

    /**
     * Tries whether the files can be written, so that nobody learns it after hours of training.
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
