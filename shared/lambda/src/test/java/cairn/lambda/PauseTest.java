package cairn.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.StoreUnavailable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PauseTest {

    @Test
    void aPauseTellsHowManyRacesWereLost() {
        AtomicInteger count = new AtomicInteger();
        for (int lost = 1; lost <= 13; lost++) {
            Pause.after(lost, count);
            assertThat(count).hasValue(lost);
        }
    }

    @Test
    void oneWhoIsInterruptedDoesNotGoOn() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Pause.after(1, new AtomicInteger())).isInstanceOf(StoreUnavailable.class);
        } finally {
            assertThat(Thread.interrupted())
                    .as("still to be seen by those further up")
                    .isTrue();
        }
    }
}
