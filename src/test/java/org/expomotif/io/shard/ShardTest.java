package org.expomotif.io.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @ParameterizedTest
    @CsvSource({"1/1, 1, 1", "2/8, 2, 8", "8/8, 8, 8", "999999/999999, 999999, 999999"})
    void isWrittenAsNumberAndCount(String text, int number, int count) {
        assertThat(Shard.parse(text)).isEqualTo(new Shard(number, count)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2/", "/8", "2 / 8", "-1/8", "a/b", "1/1000000", "1/0"})
    void otherTextIsRefused(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a shard such as 2/8, found " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/8", "9/8"})
    void numbersAreWithinTheCount(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a shard from 1/8 to 8/8, found " + text);
    }

    @Test
    void theLastCommentNamesIt() {
        Shard shard = new Shard(2, 3);
        assertThat(shard.comment()).isEqualTo("part 2 of 3; expomotif merge puts the parts together");
        assertThat(Shard.ofComments(List.of("x", shard.comment()))).contains(shard);
        assertThat(Shard.ofComments(List.of(new Shard(1, 1).comment()))).contains(new Shard(1, 1));
        assertThat(Shard.ofComments(List.of(shard.comment(), "x"))).isEmpty();
        assertThat(Shard.ofComments(List.of())).isEmpty();
        assertThat(Shard.ofComment("part 0 of 3; x")).isEmpty();
        assertThat(Shard.ofComment("part 4 of 3; x")).isEmpty();
        assertThat(Shard.ofComment("part 3 of 3; x")).contains(new Shard(3, 3));
    }

    @ParameterizedTest
    @CsvSource({"10, 3", "2, 5", "0, 4", "12, 4", "1, 1"})
    void theShardsDivideTheUnits(long total, int count) {
        long next = 0;
        for (int number = 1; number <= count; number++) {
            Shard shard = new Shard(number, count);
            assertThat(shard.from(total)).isEqualTo(next);
            next = shard.to(total);
            assertThat(next - shard.from(total)).isBetween(total / count, total / count + 1);
            for (long unit = -1; unit <= total; unit++) {
                assertThat(shard.holds(unit, total)).isEqualTo(shard.from(total) <= unit && unit < next);
            }
        }
        assertThat(next).isEqualTo(total);
    }

    @Test
    void sharesOfHugeWorkDoNotOverflow() {
        long total = Long.MAX_VALUE / 2;
        assertThat(new Shard(999_999, 999_999).to(total)).isEqualTo(total);
        assertThat(new Shard(2, 3).from(10)).isEqualTo(3);
        assertThat(new Shard(2, 3).to(10)).isEqualTo(6);
    }
}
