package org.expomotif.command.learn;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a trained network, made anew for each test. */
abstract class TrainedFixture {
    @TempDir
    Path folder;

    TrainedNetwork tiny = new TrainedNetwork(Path.of(""));

    @BeforeEach
    void writeInputs() {
        tiny = TrainedNetwork.write(folder);
    }
}
