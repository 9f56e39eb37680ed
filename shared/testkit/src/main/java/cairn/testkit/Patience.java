package cairn.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// How long a test waits for what has to come. It is no figure of anything: a test that passes does not wait, and one
/// that
/// waits in vain on a busy machine would have told nothing.
public final class Patience {
    /// Longer than anything here takes on a machine with ten times as much to do.
    public static final Duration LONG = Duration.ofMinutes(3);

    private static final long OFTEN = Duration.ofMillis(25).toNanos();

    private Patience() {}

    /// Waits until something holds.
    ///
    /// @throws AssertionError if it does not in time
    public static void until(String what, BooleanSupplier holds) {
        until(() -> {
            if (!holds.getAsBoolean()) {
                throw new AssertionError("waited in vain for " + what);
            }
        });
    }

    /// Waits until these assertions pass.
    ///
    /// @throws AssertionError the last one, if they do not in time
    public static void until(Runnable assertions) {
        long start = System.nanoTime();
        while (true) {
            try {
                assertions.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - start > LONG.toNanos()
                        || Thread.currentThread().isInterrupted()) {
                    throw notYet;
                }
                LockSupport.parkNanos(OFTEN);
            }
        }
    }
}
