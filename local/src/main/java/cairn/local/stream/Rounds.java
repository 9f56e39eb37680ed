package cairn.local.stream;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A consumer's rounds, and those who wait for one that found nothing to do.
final class Rounds {
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(50);
    private static final Duration REST = Duration.ofMillis(250);
    private static final Duration LONG_REST = Duration.ofSeconds(1);
    private static final int IDLE_ROUNDS_UNTIL_LONG_RESTS = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long begun;
    private long lastIdle;
    private int idleInARow;
    private boolean woken;

    void begin() {
        lock.lock();
        try {
            woken = false;
            begun++;
        } finally {
            lock.unlock();
        }
    }

    /// @param idle it has found nothing to do, now or later
    void end(boolean idle) {
        lock.lock();
        try {
            idleInARow = idle ? idleInARow + 1 : 0;
            if (idle) {
                lastIdle = begun;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits before the next round: as often as Lambda looks, and less often when it has been quiet for a
    /// while; not at all when somebody is waiting.
    void rest() throws InterruptedException {
        lock.lock();
        try {
            long nanoseconds = (idleInARow == 0
                            ? REST_AFTER_FAILURE
                            : idleInARow < IDLE_ROUNDS_UNTIL_LONG_RESTS ? REST : LONG_REST)
                    .toNanos();
            while (!woken && nanoseconds > 0) {
                nanoseconds = changed.awaitNanos(nanoseconds);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until a round that began after this call has found nothing to do.
    ///
    /// @return whether that happened in time
    boolean awaitIdle(Duration patience) throws InterruptedException {
        long nanoseconds = patience.toNanos();
        lock.lock();
        try {
            long round = begun + 1;
            woken = true;
            changed.signalAll();
            while (lastIdle < round) {
                if (nanoseconds <= 0) {
                    return false;
                }
                nanoseconds = changed.awaitNanos(nanoseconds);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
