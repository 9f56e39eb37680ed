package cairn.checkins;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What billing says of a member's plan.
///
/// @param changedAt   when it was decided there; the newest one wins, in whatever order they arrive
/// @param sequence    tells changes of one `changedAt` apart, for senders whose clock ticks in seconds: the
///                    larger one is newer. From 0 to [#LARGEST_SEQUENCE]; 0 where the sender names none
/// @param effectiveAt from when it holds, if not at once: a downgrade at the end of a paid period
public record PlanChange(
        String plan,
        Instant changedAt,
        long sequence,
        @Nullable Instant effectiveAt) {
    /// 2^53 - 1, the largest whole number that every JSON reader takes as it is (RFC 8259, section 6).
    public static final long LARGEST_SEQUENCE = 9_007_199_254_740_991L;

    public PlanChange {
        if (sequence < 0 || sequence > LARGEST_SEQUENCE) {
            throw new IllegalArgumentException("a sequence lies between 0 and " + LARGEST_SEQUENCE);
        }
    }

    /// From a sender that names no sequence.
    public PlanChange(String plan, Instant changedAt, @Nullable Instant effectiveAt) {
        this(plan, changedAt, 0, effectiveAt);
    }

    /// The same, decided at another moment.
    PlanChange changedAt(Instant when) {
        return new PlanChange(plan, when, sequence, effectiveAt);
    }

    boolean isNewerThan(PlanChange other) {
        int order = changedAt.compareTo(other.changedAt);
        return order > 0 || (order == 0 && sequence > other.sequence);
    }
}
