package org.expomotif.attribution;

import java.util.Optional;

/** Writes explanations to a file, one after the other. */
public sealed interface ScoreWriter extends AutoCloseable permits NpzScores, TsvScores, TrackScores {
    /** Adds the scores of one sequence. */
    void write(Explanation explanation);

    /** A fact about the sequences that the user should know, when all have been added. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /** Finishes the file. */
    void commit();

    /** Without a commit before, leaves no file behind. */
    @Override
    void close();
}
