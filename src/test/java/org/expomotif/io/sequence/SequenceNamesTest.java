package org.expomotif.io.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceNamesTest {
    private final SequenceNames names = new SequenceNames("s.fa");

    @Test
    void aNameIsFoundAtItsFirstPlace() {
        NameSet set = new NameSet();
        for (int i = 1; i <= 5000; i++) {
            assertThat(set.add("name" + i, i)).isZero();
        }
        for (int i = 1; i <= 5000; i++) {
            assertThat(set.add("name" + i, 9999)).isEqualTo(i);
        }
        assertThat(set.add("", 7)).isZero();
        assertThat(set.add("", 8)).isEqualTo(7);
        assertThat(set.add("\u00e9", 9)).isZero();
        assertThat(set.add("\u0000", 10)).isZero();
        assertThat(set.add("\u0000\u0000", 11)).isZero();
    }

    @Test
    void namesAreComparedByLineOrByNumber() {
        assertThat(names.add("a", 3)).isZero();
        assertThat(names.add("b", 0)).isZero();
        assertThat(names.add("a", 9)).isEqualTo(3);
        assertThat(names.add("b", 0)).isEqualTo(2);
        names.addNew("c", 12);
        assertThatThrownBy(() -> names.addNew("c", 20))
                .isInstanceOf(UserException.class)
                .hasMessage("s.fa, line 20: two sequences have the same name: found \"c\" here and in line 12;"
                        + " give every sequence a name of its own (seqkit rename does)");
        assertThatThrownBy(() -> names.addNew("b", 0))
                .hasMessageStartingWith(
                        "s.fa, sequence 7: two sequences have the same name: found \"b\" here and as" + " sequence 2;");
    }

    @Test
    void namesHaveALength() {
        names.check("x".repeat(10_000), 1);
        assertThatThrownBy(() -> names.check("x".repeat(10_001), 5))
                .isInstanceOf(UserException.class)
                .hasMessage("s.fa, line 5: the name of the sequence is too long: expected at most 10,000 characters,"
                        + " found 10,001; rename the sequence");
        assertThatThrownBy(() -> names.check("", 0))
                .isInstanceOf(UserException.class)
                .hasMessage("s.fa, sequence 3: the sequence has no name; name every sequence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "a\u0007", "\u2003", "a\u0085"})
    void namesAreVisible(String name) {
        assertThatThrownBy(() -> names.check(name, 5))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("s.fa, line 5: the name of the sequence holds a blank or a control character");
    }

    @Test
    void sequencesThatKeepTheirNamesAreCounted() {
        UnplacedSequences unplaced = new UnplacedSequences();
        unplaced.count();
        assertThat(unplaced.warning()).isEmpty();
        assertThat(unplaced.lengthWarning()).isEmpty();
        unplaced.count();
        unplaced.withoutCoordinates("a");
        assertThat(unplaced.warning())
                .contains("1 of 2 sequences keep their names and positions: 1 has no coordinates in the header"
                        + " (such as a)");
        assertThat(unplaced.lengthWarning()).isEmpty();
        unplaced.withoutCoordinates("b");
        unplaced.withOtherLength("c");
        assertThat(unplaced.lengthWarning())
                .contains("1 of 2 sequences keep their names and positions: 1 has coordinates that do not fit the"
                        + " length (such as c)");
        unplaced.withOtherLength("d");
        assertThat(unplaced.warning())
                .contains("4 of 2 sequences keep their names and positions: 2 have coordinates that do not fit the"
                        + " length (such as c), 2 have no coordinates in the header (such as a)");
    }
}
