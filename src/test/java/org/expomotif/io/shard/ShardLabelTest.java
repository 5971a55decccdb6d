package org.expomotif.io.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.expomotif.run.UserException;
import org.junit.jupiter.api.Test;

class ShardLabelTest {
    private static ShardLabel label(String file, int number, int count, String... head) {
        return new ShardLabel(file, new Shard(number, count), List.of(head));
    }

    private static List<ShardLabel> sorted(ShardLabel... labels) {
        return ShardLabel.inOrder(List.of(labels), label -> label, "scan");
    }

    private static void refused(String message, ShardLabel... labels) {
        assertThatThrownBy(() -> sorted(labels))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void filesAreSortedByTheNumbersOfTheirShards() {
        ShardLabel a = label("a", 1, 3, "x");
        ShardLabel b = label("b", 2, 3, "x");
        ShardLabel c = label("c", 3, 3, "x");
        assertThat(sorted(c, a, b)).containsExactly(a, b, c);
        assertThat(sorted(label("d", 1, 1))).hasSize(1);
    }

    @Test
    void everyShardIsThereOnce() {
        String expected = ": expected each shard from 1 to 3 once; give all shards of one scan";
        refused("b: shard 1 of 3 is missing" + expected, label("b", 2, 3), label("c", 3, 3));
        refused("a: shard 2 of 3 is missing" + expected, label("a", 1, 3), label("c", 3, 3));
        refused("a: shard 3 of 3 is missing" + expected, label("a", 1, 3), label("b", 2, 3));
        refused("B: shard 2 of 3 is given twice" + expected, label("a", 1, 3), label("b", 2, 3), label("B", 2, 3));
        refused(
                "C: shard 3 of 3 is given twice" + expected,
                label("a", 1, 3),
                label("b", 2, 3),
                label("c", 3, 3),
                label("C", 3, 3));
        refused("A: shard 1 of 3 is given twice" + expected, label("a", 1, 3), label("A", 1, 3), label("b", 2, 3));
    }

    @Test
    void shardsOfOneRunHaveTheSameHead() {
        ShardLabel first = label("a", 1, 2, "x", "y");
        String foreign = "b: the shard belongs to another scan than a: expected ";
        refused(foreign + "the line 'y'", first, label("b", 2, 2, "x", "z"));
        refused(foreign + "the line 'x'", first, label("b", 2, 2, "z", "y"));
        refused(foreign + "the line 'y'", first, label("b", 2, 2, "x"));
        refused(foreign + "the same lines at the head", first, label("b", 2, 2, "x", "y", "z"));
        refused(foreign + "one of 2 shards; run all shards", first, label("b", 2, 3, "x", "y"));
    }
}
