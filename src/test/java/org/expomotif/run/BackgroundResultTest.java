package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BackgroundResultTest {
    @Test
    void waitsForTheResultOrTheException() {
        CountDownLatch asked = new CountDownLatch(1);
        BackgroundResult<String> later = BackgroundResult.of(() -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "made";
        });
        asked.countDown();
        assertThat(later.get()).isEqualTo("made");
        BackgroundResult<String> fault = BackgroundResult.of(() -> {
            throw new UserException("no such file");
        });
        assertThatThrownBy(fault::get).isInstanceOf(UserException.class).hasMessageContaining("no such file");
    }
}
