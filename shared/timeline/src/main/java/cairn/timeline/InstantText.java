package cairn.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An instant as text: UTC with exactly three fractional digits, `2026-03-24T08:00:00.000Z`. The width
/// never varies, so the text sorts as time does; [Instant#toString] drops trailing zeros, and its text does
/// not.
public final class InstantText {
    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// RFC 3339 after the year, but that the seconds may be missing. Java's own reader takes more: seconds in the
    /// offset.
    private static final String AFTER_YEAR =
            "-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:[Zz]|[+-]\\d{2}:\\d{2})";

    private static final Pattern OF_ANY_YEAR = Pattern.compile("(?:\\d{4}|[+-]\\d{4,9})" + AFTER_YEAR);

    private static final Pattern TEXT = Pattern.compile("\\d{4}" + AFTER_YEAR);

    private InstantText() {}

    /// Anything finer than a millisecond is cut off.
    public static String of(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    /// Reads an instant with an offset as RFC 3339 writes it, on a day this system knows; cut off to the millisecond.
    /// Anything else is empty.
    public static Optional<Instant> parse(String text) {
        return parse(TEXT, text).filter(instant -> Days.include(WallTime.dayAt(instant, ZoneOffset.UTC)));
    }

    /// As [#parse], but of any year, with a sign where it has more than four digits: a clock may show 1970, or the
    /// year 10000.
    public static Optional<Instant> parseOfAnyYear(String text) {
        return parse(OF_ANY_YEAR, text);
    }

    private static Optional<Instant> parse(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
            return Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
