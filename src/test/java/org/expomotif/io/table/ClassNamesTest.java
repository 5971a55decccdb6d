package org.expomotif.io.table;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
    @Test
    void distinctNamesAreAccepted() {
        assertThatCode(() -> ClassNames.check(List.of("a", "A", "two words", "1")))
                .doesNotThrowAnyException();
    }

    @Test
    void otherNamesAreRefused() {
        refused(List.of("a", " "), "found class 2 of 2 without a name; rename the class");
        refused(List.of("a\tb"), "which holds a control character");
        refused(List.of("a", "b", "a"), "found \"a\" twice");
    }

    private static void refused(List<String> names, String message) {
        assertThatThrownBy(() -> ClassNames.check(names))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("the classes need names of their own: ")
                .hasMessageContaining(message);
    }
}
