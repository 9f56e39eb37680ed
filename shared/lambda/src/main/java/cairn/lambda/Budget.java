package cairn.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/// How long an invocation's calls to the store may take together.
public final class Budget {
    /// Whoever waits has their answer within this, whatever the store does.
    private static final Duration LONGEST = Duration.ofSeconds(5);
    /// What is left of an invocation for saying how it went.
    private static final Duration RESERVE = Duration.ofMillis(500);

    private Budget() {}

    public static Duration of(Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
