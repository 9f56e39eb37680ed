package cairn.timeline;

import java.time.LocalDate;

/// The days a life here can hold: 2000-01-01 to 2199-12-31, both included (semantics 1).
public final class Days {
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

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
