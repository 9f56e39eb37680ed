package cairn.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TravellingClockTest {
    private static final Instant REAL = Instant.parse("2026-11-22T12:00:00Z");

    private final AtomicReference<Instant> real = new AtomicReference<>(REAL);
    private final TravellingClock clock = new TravellingClock(() -> real.get());

    @Test
    void itIsTheRealClockUntilItTravels() {
        assertThat(clock.now()).isEqualTo(REAL);
        assertThat(clock.hasTravelled()).isFalse();
    }

    @Test
    void itTravelsForwardsAndBackwardsAndGoesOnTicking() {
        for (String text : new String[] {"2040-02-29T23:59:59Z", "2001-01-01T00:00:00Z"}) {
            Instant there = Instant.parse(text);
            real.set(REAL);
            clock.travelTo(there);
            real.set(REAL.plusMillis(1500));

            assertThat(clock.now()).isEqualTo(there.plusMillis(1500));
            assertThat(clock.hasTravelled()).isTrue();
        }
    }

    @Test
    void itComesBack() {
        clock.travelTo(Instant.EPOCH);
        clock.comeBack();

        assertThat(clock.now()).isEqualTo(REAL);
        assertThat(clock.hasTravelled()).isFalse();
    }
}
