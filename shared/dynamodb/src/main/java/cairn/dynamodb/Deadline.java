package cairn.dynamodb;

import java.time.Duration;
import java.util.function.LongSupplier;

/// When an invocation must have its answer. It is measured on the machine's steady clock, which is
/// nobody's time of day: no decision about a person can come to hang on it.
///
/// @param endNanos a reading of `nanoTime`
/// @param nanoTime nanoseconds from any origin, never going back
public record Deadline(long endNanos, LongSupplier nanoTime) {

    public static Deadline in(Duration left) {
        return in(left, System::nanoTime);
    }

    static Deadline in(Duration left, LongSupplier nanoTime) {
        return new Deadline(nanoTime.getAsLong() + left.toNanos(), nanoTime);
    }

    /// How much time is left; zero once it has passed.
    public Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - nanoTime.getAsLong()));
    }

    /// The same moment, less `reserve`.
    Deadline earlierBy(Duration reserve) {
        return new Deadline(endNanos - reserve.toNanos(), nanoTime);
    }
}
