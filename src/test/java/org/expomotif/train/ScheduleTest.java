package org.expomotif.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final double EXACT = 1e-15;

    @Test
    void rateFallsAfterFiveEpochsWithoutImprovementAndTheCountRestarts() {
        Schedule schedule = new Schedule(Schedule.Settings.PAPER);
        schedule.observe(0.8);
        for (int i = 0; i < 4; i++) {
            schedule.observe(0.8);
            assertThat(schedule.learningRate()).isEqualTo(1e-3);
        }
        schedule.observe(0.8);
        assertThat(schedule.learningRate()).isEqualTo(2e-4, within(EXACT));
        for (int i = 0; i < 4; i++) {
            schedule.observe(0.7);
            assertThat(schedule.learningRate()).isEqualTo(2e-4, within(EXACT));
        }
        schedule.observe(0.7);
        assertThat(schedule.learningRate()).isEqualTo(4e-5, within(EXACT));
    }

    @Test
    void anImprovementRestartsBothCounts() {
        Schedule schedule = new Schedule(Schedule.Settings.PAPER);
        for (int i = 0; i < 12; i++) {
            schedule.observe(i / 100.0);
            assertThat(schedule.improved()).isTrue();
            for (int j = 0; j < 4; j++) {
                schedule.observe(0);
                assertThat(schedule.improved()).isFalse();
            }
        }
        assertThat(schedule.learningRate()).isEqualTo(1e-3);
        assertThat(schedule.stops()).isFalse();
    }

    @Test
    void aGainWithinTheMarginKeepsTrainingGoingButNotTheRate() {
        Schedule schedule = new Schedule(new Schedule.Settings(1, 3, 2, 0.5, 1e-7));
        schedule.observe(0.5);
        for (int i = 1; i <= 2; i++) {
            schedule.observe(0.5 + i * 2e-5);
            assertThat(schedule.improved()).isTrue();
        }
        assertThat(schedule.learningRate()).isEqualTo(0.5);
        assertThat(schedule.stops()).isFalse();
    }

    @Test
    void stopsAfterTwentyEpochsWithoutImprovement() {
        Schedule schedule = new Schedule(Schedule.Settings.PAPER);
        schedule.observe(0.5);
        for (int i = 0; i < 19; i++) {
            schedule.observe(0.5);
            assertThat(schedule.stops()).isFalse();
        }
        schedule.observe(0.5);
        assertThat(schedule.stops()).isTrue();
    }

    @Test
    void rateNeverFallsBelowTheFloorNorRisesToIt() {
        Schedule schedule = new Schedule(new Schedule.Settings(1e-6, 100, 1, 0.2, 1e-7));
        schedule.observe(1);
        for (int i = 0; i < 10; i++) {
            schedule.observe(0);
        }
        assertThat(schedule.learningRate()).isEqualTo(1e-7);
        Schedule low = new Schedule(new Schedule.Settings(1e-9, 100, 1, 0.2, 1e-7));
        low.observe(1);
        low.observe(0);
        assertThat(low.learningRate()).isEqualTo(1e-9);
    }

    @Test
    void anUndefinedFigureIsNeverAnImprovement() {
        Schedule schedule = new Schedule(new Schedule.Settings(1, 2, 2, 0.5, 0));
        schedule.observe(Double.NaN);
        assertThat(schedule.improved()).isFalse();
        schedule.observe(Double.NaN);
        assertThat(schedule.stops()).isTrue();
        assertThat(schedule.learningRate()).isEqualTo(0.5);
    }
}
