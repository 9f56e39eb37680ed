package cairn.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// An instant as text: UTC with exactly three fractional digits, `2026-03-24T08:00:00.000Z`. The width
/// never varies, so the text sorts as time does; [Instant#toString] drops trailing zeros, and its text does
/// not.
public final class InstantText {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private InstantText() {}

    /// Anything finer than a millisecond is cut off.
    public static String of(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /// Reads any ISO 8601 instant with an offset, on a day this system knows; cut off to the millisecond.
    /// Anything else is empty.
    public static Optional<Instant> parse(String text) {
        try {
            Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            boolean known = Days.include(WallTime.dayAt(instant, ZoneOffset.UTC));
            return known ? Optional.of(Instant.ofEpochMilli(instant.toEpochMilli())) : Optional.empty();
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
