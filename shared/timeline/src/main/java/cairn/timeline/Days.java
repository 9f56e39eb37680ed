package cairn.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// The days a life here can hold: 2000-01-01 to 2199-12-31, both included (semantics 1).
public final class Days {
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    /// Java's own reader takes a sign and more digits of the year as well: `+02027-03-07`.
    private static final Pattern TEXT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Days() {}

    /// Reads exactly `2026-03-24`; any other text, and a day outside the range, is empty.
    public static Optional<LocalDate> parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text)).filter(Days::include);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    public static boolean include(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /// Returns `day` itself.
    ///
    /// @throws IllegalArgumentException if it lies outside the range
    public static LocalDate require(LocalDate day) {
        if (!include(day)) {
            throw new IllegalArgumentException(day + " is not between " + FIRST + " and " + LAST);
        }
        return day;
    }

    public static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    public static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
