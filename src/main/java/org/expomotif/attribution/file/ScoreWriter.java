package org.expomotif.attribution.file;

import java.util.Optional;
import org.expomotif.attribution.Attribution;

/** Writes the attributions of sequences to a file, one by one. */
public sealed interface ScoreWriter extends AutoCloseable permits NpzScores, TsvScores, TrackScores {
    /** Adds the scores of one sequence. */
    void write(Attribution explanation);

    /** A warning for the user about the sequences; call this after all sequences have been written. */
    default Optional<String> warning() {
        return Optional.empty();
    }

    /** Finishes the file. */
    void commit();

    /** Closes the file. Without a preceding {@link #commit()} no file remains. */
    @Override
    void close();
}
