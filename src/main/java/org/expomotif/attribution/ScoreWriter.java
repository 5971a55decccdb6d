package org.expomotif.attribution;

/** Writes explanations to a file, one after the other. */
public sealed interface ScoreWriter extends AutoCloseable permits NpzScores, TsvScores, TrackScores {
    /** Adds the scores of one sequence. */
    void write(Explanation explanation);

    /** Finishes the file. */
    void commit();

    /** Without a commit before, leaves no file behind. */
    @Override
    void close();
}
