package cairn.checkins;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What billing says of a member's plan.
///
/// @param changedAt   when it was decided there; the newest one wins, in whatever order they arrive
/// @param effectiveAt from when it holds, if not at once: a downgrade at the end of a paid period
public record PlanChange(
        String plan, Instant changedAt, @Nullable Instant effectiveAt) {}
