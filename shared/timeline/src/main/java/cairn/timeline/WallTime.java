package cairn.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

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

    /// When the calendar of `zone` shows `day` or a later one, as seen from `now`: past if it does so already, else
    /// the first moment after `now` at which it will. Where midnight comes twice, that is the second one while the
    /// calendar shows the day before again; [#startOf] is past by then.
    public static Instant reached(LocalDate day, ZoneId zone, Instant now) {
        Instant first = startOf(day, zone);
        boolean comesAgain = !first.isAfter(now) && dayAt(now, zone).isBefore(day);
        return comesAgain ? day.atStartOfDay(zone).withLaterOffsetAtOverlap().toInstant() : first;
    }

    /// When the calendar of `zone` goes back to a day before the one it shows at `now`, or empty if the next change
    /// of its clocks does not do that.
    public static Optional<Instant> goesBack(ZoneId zone, Instant now) {
        LocalDate today = dayAt(now, zone);
        return Optional.ofNullable(zone.getRules().nextTransition(now))
                .map(ZoneOffsetTransition::getInstant)
                .filter(change -> dayAt(change, zone).isBefore(today));
    }

    /// When the clocks of `zone` show `time` on `day`. A gap moves it forward by the gap's length, an
    /// overlap takes the earlier offset, as [ZonedDateTime#of] does.
    public static Instant of(LocalDate day, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }
}
