package cairn.checkins;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is due, as text, kept on the member's row (semantics 11).
///
/// @param json        a [DueAnswer]; it crosses a serialization boundary on every read, so that nothing
///                    which does not survive one can hide behind a cold cache
/// @param asOf        when it was computed
/// @param validUntil  when it stops being right; null if it stays so until something changes
/// @param fingerprint of all it was computed from besides the row: see [Programs#fingerprint]
public record CachedAnswer(
        String json, Instant asOf, @Nullable Instant validUntil, String fingerprint) {

    boolean isFreshAt(Instant now, String currentFingerprint) {
        return !now.isBefore(asOf)
                && (validUntil == null || now.isBefore(validUntil))
                && fingerprint.equals(currentFingerprint);
    }
}
