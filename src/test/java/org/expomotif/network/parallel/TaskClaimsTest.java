package org.expomotif.network.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Every task runs exactly once before a call returns, also when the number of tasks changes from call to call. */
class TaskClaimsTest {
    @Test
    void everyTaskRunsOnceBeforeTheCallReturns() {
        int[] counts = {14, 7, 3, 14, 2, 30, 5, 31};
        try (WorkerTeam team = new WorkerTeam(3)) {
            for (int round = 0; round < 40_000; round++) {
                int tasks = counts[round % counts.length];
                AtomicIntegerArray done = new AtomicIntegerArray(tasks);
                team.run(tasks, done::incrementAndGet);
                for (int task = 0; task < tasks; task++) {
                    assertThat(done.get(task))
                            .as("round %d, task %d", round, task)
                            .isEqualTo(1);
                }
            }
        }
    }
}
