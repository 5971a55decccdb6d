package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupCacheTrainingTest {
    /** A step that fails throws, and the launcher would go without what the steps after it load. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void everyCommandRuns(String kind) {
        assertThatCode(() -> StartupCacheTraining.main(new String[] {kind})).doesNotThrowAnyException();
    }
}
