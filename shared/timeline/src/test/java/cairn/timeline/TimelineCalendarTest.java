package cairn.timeline;

import static cairn.timeline.TestPrograms.plans;
import static cairn.timeline.TestPrograms.program;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Semantics 3.2: every recurring slot is counted from the anchor, never from the slot before. There are no
/// milestones here, so the anchor is the start.
class TimelineCalendarTest {

    @ParameterizedTest(name = "{1} from {0}")
    @CsvSource(delimiter = '|', textBlock = """
        # the end of a month, leap years and common ones; 2000 was a leap year, 2100 is not
        2024-01-29 | P1M    | 2024-02-29 2024-03-29 2024-04-29
        2024-01-30 | P1M    | 2024-02-29 2024-03-30 2024-04-30
        2024-01-31 | P1M    | 2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30 2024-07-31 2024-08-31
        2025-01-28 | P1M    | 2025-02-28 2025-03-28 2025-04-28
        2025-01-29 | P1M    | 2025-02-28 2025-03-29 2025-04-29
        2025-01-30 | P1M    | 2025-02-28 2025-03-30 2025-04-30
        2025-01-31 | P1M    | 2025-02-28 2025-03-31 2025-04-30 2025-05-31 2025-06-30 2025-07-31 2025-08-31
        2023-12-31 | P1M    | 2024-01-31 2024-02-29 2024-03-31
        2024-02-29 | P1M    | 2024-03-29 2024-04-29 2024-05-29
        2000-01-31 | P1M    | 2000-02-29 2000-03-31
        2100-01-31 | P1M    | 2100-02-28 2100-03-31
        2025-12-31 | P2M    | 2026-02-28 2026-04-30 2026-06-30 2026-08-31
        2025-11-30 | P3M    | 2026-02-28 2026-05-30 2026-08-30 2026-11-30 2027-02-28 2027-05-30
        2027-08-31 | P6M    | 2028-02-29 2028-08-31 2029-02-28 2029-08-31

        # 29 February, yearly
        2024-02-29 | P1Y    | 2025-02-28 2026-02-28 2027-02-28 2028-02-29 2029-02-28
        2024-02-29 | P12M   | 2025-02-28 2026-02-28 2027-02-28 2028-02-29 2029-02-28
        2096-02-29 | P1Y    | 2097-02-28 2098-02-28 2099-02-28 2100-02-28 2101-02-28 2102-02-28
        2096-02-29 | P4Y    | 2100-02-28 2104-02-29 2108-02-29
        2000-02-29 | P10Y   | 2010-02-28 2020-02-29 2030-02-28 2040-02-29

        # year ends, and days counted across them
        2023-12-30 | P1D    | 2023-12-31 2024-01-01 2024-01-02
        2025-12-25 | P1W    | 2026-01-01 2026-01-08
        2025-12-24 | P7D    | 2025-12-31 2026-01-07
        2024-02-27 | P1D    | 2024-02-28 2024-02-29 2024-03-01
        2025-02-27 | P1D    | 2025-02-28 2025-03-01
        2024-02-15 | P2W    | 2024-02-29 2024-03-14
        2024-01-30 | P30D   | 2024-02-29 2024-03-30 2024-04-29
        2023-03-01 | P365D  | 2024-02-29 2025-02-28 2026-02-28
        2020-01-01 | P3660D | 2030-01-08 2040-01-16
        """)
    void slotsKeepToTheirAnchor(LocalDate anchor, String period, String expected) {
        List<LocalDate> dates =
                Arrays.stream(expected.split(" ", -1)).map(LocalDate::parse).toList();
        Timeline timeline = from(anchor, period);

        assertThat(timeline.between(Days.FIRST, dates.getLast()))
                .extracting(Slot::date)
                .isEqualTo(dates);
        LocalDate before = anchor;
        for (LocalDate date : dates) {
            assertThat(timeline.firstAfter(before)).contains(Slot.recurring("each", date));
            assertThat(timeline.firstAfter(date.minusDays(1))).contains(Slot.recurring("each", date));
            assertThat(timeline.lastOnOrBefore(date)).contains(Slot.recurring("each", date));
            assertThat(timeline.lastOnOrBefore(date.minusDays(1)).map(Slot::date))
                    .isEqualTo(
                            timeline.find(new SlotKey.Recurring("each", before)).map(Slot::date));
            before = date;
        }
    }

    @Test
    void anAnchorOnTheThirtyFirstIsTheLastDayOfEveryMonthForTwoCenturies() {
        assertThat(from(LocalDate.of(2000, 1, 31), "P1M").between(Days.FIRST, Days.LAST))
                .hasSize(200 * 12 - 1)
                .allSatisfy(slot -> assertThat(slot.date())
                        .isEqualTo(slot.date().withDayOfMonth(slot.date().lengthOfMonth())));
    }

    @Test
    void aJourneyBegunOnALeapDayMeetsItAgainInEveryLeapYear() {
        assertThat(from(LocalDate.of(2000, 2, 29), "P1Y").between(Days.FIRST, Days.LAST))
                .hasSize(199)
                .allSatisfy(slot -> assertThat(slot.date().plusDays(1))
                        .isEqualTo(LocalDate.of(slot.date().getYear(), 3, 1)));
    }

    private static Timeline from(LocalDate anchor, String period) {
        return Timeline.of(program("", "each=" + period, "any=each", "none"), anchor, plans("any"));
    }
}
