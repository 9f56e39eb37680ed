package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Semantics 11: when a day is reached, as seen from now; held against the calendar itself, looked at minute by minute
/// around every change of every clock from 2000 to 2040.
class DayReachedTest {
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2041-01-01T00:00:00Z");
    /// Before a change and after it; no change moves a clock by more, but for those over the date line.
    private static final int MINUTES = 4 * 60;

    /// In St. John's the clocks went from 00:01 back to 23:01 of the day before.
    @ParameterizedTest(name = "{1} in {0}, seen from {2}")
    @CsvSource(textBlock = """
        America/St_Johns, 2010-11-07, 2010-11-06T12:00:00Z,     2010-11-07T02:30:00Z
        America/St_Johns, 2010-11-07, 2010-11-07T02:29:59.999Z, 2010-11-07T02:30:00Z
        America/St_Johns, 2010-11-07, 2010-11-07T02:30:30Z,     2010-11-07T02:30:00Z
        America/St_Johns, 2010-11-07, 2010-11-07T02:31:00Z,     2010-11-07T03:30:00Z
        America/St_Johns, 2010-11-07, 2010-11-07T03:29:59.999Z, 2010-11-07T03:30:00Z
        America/St_Johns, 2010-11-07, 2010-11-07T03:30:00Z,     2010-11-07T02:30:00Z
        America/St_Johns, 2010-11-08, 2010-11-07T03:00:00Z,     2010-11-08T03:30:00Z
        America/Havana,   2024-11-03, 2024-11-03T03:59:59Z,     2024-11-03T04:00:00Z
        Pacific/Apia,     2011-12-30, 2011-12-30T09:59:59Z,     2011-12-30T10:00:00Z
        Europe/Berlin,    2026-03-24, 2026-03-20T00:00:00Z,     2026-03-23T23:00:00Z
        """)
    void aDayIsReachedWhenTheCalendarShowsIt(ZoneId zone, LocalDate day, Instant now, Instant expected) {
        assertThat(WallTime.reached(day, zone, now)).isEqualTo(expected);
    }

    @Test
    void noChangeOfAnyClockMakesItAnotherMoment() {
        Set<ZoneRules> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(name);
            if (seen.add(zone.getRules())) {
                changes(zone).forEach(change -> walkAround(change, zone, twice));
            }
        }
        assertThat(twice)
                .as("midnight comes twice")
                .contains("2010-11-07 America/Goose_Bay", "2010-11-07 America/St_Johns");
    }

    private static List<Instant> changes(ZoneId zone) {
        List<Instant> changes = new ArrayList<>();
        ZoneOffsetTransition change = zone.getRules().nextTransition(FROM);
        while (change != null && change.getInstant().isBefore(TO)) {
            changes.add(change.getInstant());
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return changes;
    }

    /// Backwards, so that what comes next is known at each minute: when a day not shown now is shown first, and when a
    /// day before this one is.
    private static void walkAround(Instant change, ZoneId zone, Set<String> twice) {
        List<LocalDate> days = new ArrayList<>();
        Instant begin = change.minus(Duration.ofMinutes(MINUTES));
        for (int minute = 0; minute <= 2 * MINUTES; minute++) {
            days.add(WallTime.dayAt(begin.plus(Duration.ofMinutes(minute)), zone));
        }
        int nextOther = days.size();
        for (int minute = days.size() - 2; minute >= 0; minute--) {
            LocalDate today = days.get(minute);
            if (!days.get(minute + 1).equals(today)) {
                nextOther = minute + 1;
            }
            if (nextOther == days.size()) {
                continue;
            }
            Instant now = begin.plus(Duration.ofMinutes(minute));
            Instant other = begin.plus(Duration.ofMinutes(nextOther));
            if (days.get(nextOther).isAfter(today)) {
                assertThat(WallTime.reached(days.get(nextOther), zone, now))
                        .as("%s in %s, seen from %s", days.get(nextOther), zone, now)
                        .isEqualTo(other);
                assertThat(WallTime.goesBack(zone, now))
                        .as("%s at %s", zone, now)
                        .isEmpty();
            } else {
                assertThat(WallTime.goesBack(zone, now))
                        .as("%s at %s", zone, now)
                        .isEqualTo(Optional.of(other));
                twice.add(today + " " + zone);
            }
        }
    }
}
