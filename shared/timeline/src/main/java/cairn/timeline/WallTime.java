package cairn.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The one place where a day and an instant meet. They never do so without the zone the person lives in.
public final class WallTime {
    private WallTime() {}

    /// The calendar day it is in `zone` at `instant`.
    public static LocalDate dayAt(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }

    /// When `day` begins in `zone`: midnight, or the first moment after it where midnight is skipped.
    public static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /// When the clocks of `zone` show `time` on `day`. A gap moves it forward by the gap's length, an
    /// overlap takes the earlier offset, as [ZonedDateTime#of] does.
    public static Instant of(LocalDate day, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }
}
