package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Semantics 1: where a day and an instant meet.
class WallTimeTest {

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(textBlock = """
        2026-03-24, UTC,                2026-03-24T00:00:00Z
        2026-03-24, Europe/Berlin,      2026-03-23T23:00:00Z
        2026-07-24, Europe/Berlin,      2026-07-23T22:00:00Z
        # the first and the last place on earth
        2026-03-24, Pacific/Kiritimati, 2026-03-23T10:00:00Z
        2026-03-24, Pacific/Pago_Pago,  2026-03-24T11:00:00Z
        # hours that are not whole
        2026-03-24, Asia/Kathmandu,     2026-03-23T18:15:00Z
        # midnight is skipped: the day begins at 01:00
        2018-11-04, America/Sao_Paulo,  2018-11-04T03:00:00Z
        2022-03-27, Asia/Beirut,        2022-03-26T22:00:00Z
        # midnight is in the middle of a gap (23:30 to 00:30): the day begins at its end
        1919-03-31, America/Toronto,    1919-03-31T04:30:00Z
        # midnight comes twice: the day begins with the first
        2024-11-03, America/Havana,     2024-11-03T04:00:00Z
        # the hour before midnight comes twice
        2018-02-18, America/Sao_Paulo,  2018-02-18T03:00:00Z
        # a day that never was begins with the one after it
        2011-12-29, Pacific/Apia,       2011-12-29T10:00:00Z
        2011-12-30, Pacific/Apia,       2011-12-30T10:00:00Z
        2011-12-31, Pacific/Apia,       2011-12-30T10:00:00Z
        """)
    void aDayBeginsAtItsFirstMoment(LocalDate day, ZoneId zone, Instant expected) {
        assertThat(WallTime.startOf(day, zone)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} in {2}")
    @CsvSource(textBlock = """
        2026-03-24, 09:00,    Europe/Berlin,      2026-03-24T08:00:00Z
        2026-03-24, 09:00,    Pacific/Kiritimati, 2026-03-23T19:00:00Z
        2026-03-24, 09:00,    Pacific/Pago_Pago,  2026-03-24T20:00:00Z
        2026-12-31, 23:59:59, Pacific/Pago_Pago,  2027-01-01T10:59:59Z
        # a gap moves it forward by the gap's length, wherever in the gap it lies
        2026-03-29, 01:59,    Europe/Berlin,      2026-03-29T00:59:00Z
        2026-03-29, 02:00,    Europe/Berlin,      2026-03-29T01:00:00Z
        2026-03-29, 02:30,    Europe/Berlin,      2026-03-29T01:30:00Z
        2026-03-29, 03:00,    Europe/Berlin,      2026-03-29T01:00:00Z
        2026-03-29, 03:30,    Europe/Berlin,      2026-03-29T01:30:00Z
        2018-11-04, 00:00,    America/Sao_Paulo,  2018-11-04T03:00:00Z
        2018-11-04, 00:30,    America/Sao_Paulo,  2018-11-04T03:30:00Z
        1919-03-31, 00:00,    America/Toronto,    1919-03-31T05:00:00Z
        2024-10-06, 02:15,    Australia/Lord_Howe, 2024-10-05T15:45:00Z
        2011-12-30, 09:00,    Pacific/Apia,       2011-12-30T19:00:00Z
        2011-12-31, 09:00,    Pacific/Apia,       2011-12-30T19:00:00Z
        # an overlap takes the earlier offset
        2026-10-25, 01:59,    Europe/Berlin,      2026-10-24T23:59:00Z
        2026-10-25, 02:00,    Europe/Berlin,      2026-10-25T00:00:00Z
        2026-10-25, 02:30,    Europe/Berlin,      2026-10-25T00:30:00Z
        2026-10-25, 03:00,    Europe/Berlin,      2026-10-25T02:00:00Z
        2026-11-01, 01:30,    America/New_York,   2026-11-01T05:30:00Z
        """)
    void aWallTimeOnADayIsAMoment(LocalDate day, LocalTime time, ZoneId zone, Instant expected) {
        assertThat(WallTime.of(day, time, zone)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(textBlock = """
        2026-03-24T08:00:00.000Z, Europe/Berlin,      2026-03-24
        2026-03-24T22:59:59.999Z, Europe/Berlin,      2026-03-24
        2026-03-24T23:00:00.000Z, Europe/Berlin,      2026-03-25
        2026-03-24T09:59:59.999Z, Pacific/Kiritimati, 2026-03-24
        2026-03-24T10:00:00.000Z, Pacific/Kiritimati, 2026-03-25
        2026-03-24T10:59:59.999Z, Pacific/Pago_Pago,  2026-03-23
        2026-03-24T11:00:00.000Z, Pacific/Pago_Pago,  2026-03-24
        2026-12-31T10:00:00.000Z, Pacific/Kiritimati, 2027-01-01
        2018-11-04T02:59:59.999Z, America/Sao_Paulo,  2018-11-03
        2018-11-04T03:00:00.000Z, America/Sao_Paulo,  2018-11-04
        2011-12-30T09:59:59.999Z, Pacific/Apia,       2011-12-29
        2011-12-30T10:00:00.000Z, Pacific/Apia,       2011-12-31
        """)
    void aMomentLiesOnADay(Instant instant, ZoneId zone, LocalDate expected) {
        assertThat(WallTime.dayAt(instant, zone)).isEqualTo(expected);
    }

    @Test
    void inEveryZoneTheMomentADayBeginsIsTheFirstOfThatDay() {
        Set<String> skipped = new TreeSet<>();
        for (String name : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(name);
            LocalDate end = LocalDate.of(2021, 1, 1);
            for (LocalDate day = LocalDate.of(2011, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
                Instant start = WallTime.startOf(day, zone);
                boolean begins = WallTime.dayAt(start, zone).equals(day)
                        && WallTime.dayAt(start.minusMillis(1), zone).isBefore(day);
                if (!begins) {
                    skipped.add(day + " in " + name);
                }
            }
        }
        assertThat(skipped).containsExactly("2011-12-30 in Pacific/Apia", "2011-12-30 in Pacific/Fakaofo");
    }
}
