package org.expomotif.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AttributionRecoveryTest {
    @Test
    void averagesOverSequencesThatHavePlantedAndOtherBases() {
        AttributionRecovery recovery = new AttributionRecovery();
        recovery.add("perfect", new float[] {0, 3, 2, 1}, new boolean[] {false, true, true, false});
        recovery.add("half", new float[] {1, 2, 3, 4}, new boolean[] {true, false, false, true});
        recovery.add("nothing planted", new float[] {1, 2, 3, 4}, new boolean[4]);
        recovery.add("all planted", new float[] {1, 2}, new boolean[] {true, true});
        // half: precision 1 at recall 1/2, then 1/2, 1/3 and 2/4 down to recall 1
        double halfTrapezoid = 0.5 + 0.5 * (1 / 3.0 + 0.5) / 2;
        double halfPrecision = (1 + 0.5) / 2;
        assertThat(recovery.rows()).hasSize(4).first().isEqualTo(new AttributionRecovery.Row("perfect", 1, 1, 1));
        assertThat(recovery.rows().get(1).auroc()).isEqualTo(0.5);
        assertThat(recovery.rows().get(1).aupr()).isCloseTo(halfPrecision, within(1e-12));
        assertThat(recovery.rows().get(1).trapezoid()).isCloseTo(halfTrapezoid, within(1e-12));
        assertThat(recovery.rows().get(2).auroc()).isNaN();
        assertThat(recovery.rows().get(3).aupr()).isNaN();
        assertThat(recovery.rows().get(3).trapezoid()).isNaN();
        assertThat(recovery.mean().auroc()).isEqualTo(0.75);
        assertThat(recovery.mean().aupr()).isCloseTo((1 + halfPrecision) / 2, within(1e-12));
        assertThat(recovery.mean().trapezoid()).isCloseTo((1 + halfTrapezoid) / 2, within(1e-12));
        assertThat(recovery.sd().auroc()).isCloseTo(0.25, within(1e-12));
        assertThat(recovery.sd().id()).isEqualTo("sd");
    }

    @Test
    void meanOfNoSequencesIsNaN() {
        assertThat(new AttributionRecovery().mean().auroc()).isNaN();
        assertThat(new AttributionRecovery().sd().aupr()).isNaN();
    }

    @Test
    void refusesArraysOfDifferentLengths() {
        assertThatThrownBy(() -> new AttributionRecovery().add("s", new float[3], new boolean[4]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
