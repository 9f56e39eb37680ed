package cairn.lambda;

import cairn.checkins.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// A short wait before a write that lost a race is tried again: random, so that those who collided do not
/// do so again.
final class Pause {
    private static final int STEP_MILLIS = 4;
    private static final int MOST_MILLIS = 60;

    private Pause() {}

    /// @param lost  how many races this request has lost
    /// @param count is told so too
    static void after(int lost, AtomicInteger count) {
        count.set(lost);
        int longest = Math.min(MOST_MILLIS, STEP_MILLIS << lost);
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(longest)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted between two tries", stopped);
        }
    }
}
