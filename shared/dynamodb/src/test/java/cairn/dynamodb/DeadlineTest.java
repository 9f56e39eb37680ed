package cairn.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    /// Close to where such a clock overflows.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void whatIsLeftShrinksToNothingAndNoFurther() {
        Deadline deadline = Deadline.in(Duration.ofNanos(10), nanos::get);

        assertThat(deadline.left()).isEqualTo(Duration.ofNanos(10));
        nanos.addAndGet(9);
        assertThat(deadline.left()).isEqualTo(Duration.ofNanos(1));
        nanos.addAndGet(2);
        assertThat(deadline.left()).isZero();
    }

    @Test
    void anEarlierOneLeavesTheReserve() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(3), nanos::get);
        assertThat(deadline.earlierBy(Duration.ofSeconds(1)).left()).isEqualTo(Duration.ofSeconds(2));
    }
}
