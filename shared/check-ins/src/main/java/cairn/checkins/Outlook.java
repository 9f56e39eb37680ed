package cairn.checkins;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What follows from a member's row at the moment it was written: every write computes it anew.
///
/// @param answer       what is due; null while asking would open a slot
/// @param nextActionAt when the sweep has to look at this member again, past if it is late; null if nothing
///                     lies ahead (semantics 10)
public record Outlook(
        @Nullable CachedAnswer answer, @Nullable Instant nextActionAt) {
    static final Outlook NOTHING = new Outlook(null, null);
}
