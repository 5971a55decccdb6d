package org.expomotif.command.explain;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a model and sequences, made once for each class of tests. */
abstract class ExplainedFixture {
    @TempDir
    static Path folder;

    static ExplainedModel explained;

    @BeforeAll
    static void writeModelAndSequences() {
        explained = ExplainedModel.write(folder);
    }
}
