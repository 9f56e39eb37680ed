package cairn.local.http;

import cairn.local.template.Api.Throttling;
import java.util.function.LongSupplier;

/// API Gateway's throttling of one route: so many at once, and so many a second to make up for them.
final class TokenBucket {
    private static final double SECOND = 1e9;

    private final Throttling limits;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filledAt;

    TokenBucket(Throttling limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.tokens = limits.burst();
        this.filledAt = nanoTime.getAsLong();
    }

    synchronized boolean admits() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(limits.burst(), tokens + (now - filledAt) / SECOND * limits.rate());
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
