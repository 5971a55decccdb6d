package org.expomotif.command;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartupCacheTrainingTest {
    /** A step that fails throws an exception; otherwise the cache would lack the classes of the steps after it. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void everyCommandRuns(String kind) {
        assertThatCode(() -> StartupCacheTraining.main(new String[] {kind})).doesNotThrowAnyException();
    }
}
