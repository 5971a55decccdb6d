package org.expomotif.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MeanwhileTest {
    @Test
    void waitsForTheResultOrItsFault() {
        CountDownLatch asked = new CountDownLatch(1);
        Meanwhile<String> later = Meanwhile.of(() -> {
            try {
                asked.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "made";
        });
        asked.countDown();
        assertThat(later.get()).isEqualTo("made");
        Meanwhile<String> fault = Meanwhile.of(() -> {
            throw new UserException("no such file");
        });
        assertThatThrownBy(fault::get).isInstanceOf(UserException.class).hasMessageContaining("no such file");
    }
}
