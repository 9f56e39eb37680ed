package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Semantics 4. These texts are stored: what is pinned here cannot change without a migration.
class SlotKeyTest {

    @Test
    void aMilestoneIsNamedByItsNumberOfDays() {
        assertThat(new SlotKey.Milestone(7).text()).isEqualTo("day-7");
        assertThat(new SlotKey.Milestone(0).text()).isEqualTo("day-0");
        assertThat(new SlotKey.Milestone(3660).text()).isEqualTo("day-3660");
    }

    @Test
    void aRecurringSlotIsNamedByItsCadenceAndItsDate() {
        assertThat(weekly("2026-03-24").text()).isEqualTo("weekly-2026-03-24");
        assertThat(new SlotKey.Recurring("monthly", LocalDate.of(2026, 4, 30)).text())
                .isEqualTo("monthly-2026-04-30");
        assertThat(weekly("2199-12-31").text()).isEqualTo("weekly-2199-12-31");
    }

    @Test
    void aKeyPrintsAsItsText() {
        assertThat(new SlotKey.Milestone(7)).hasToString("day-7");
        assertThat(weekly("2026-03-24")).hasToString("weekly-2026-03-24");
    }

    @Test
    void theSameDayOnAnotherCadenceIsAnotherKey() {
        assertThat(weekly("2026-04-30")).isNotEqualTo(new SlotKey.Recurring("monthly", LocalDate.of(2026, 4, 30)));
    }

    @Test
    void aKeyKnowsItsKind() {
        assertThat(new SlotKey.Milestone(7).kind()).isEqualTo(SlotKind.MILESTONE);
        assertThat(weekly("2026-03-24").kind()).isEqualTo(SlotKind.RECURRING);
        assertThat(Slot.milestone(LocalDate.of(2026, 2, 8), 7).kind()).isEqualTo(SlotKind.MILESTONE);
        assertThat(Slot.recurring("weekly", LocalDate.of(2026, 3, 24)).kind()).isEqualTo(SlotKind.RECURRING);
    }

    @Test
    void aMilestoneDoesNotLieBeforeTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SlotKey.Milestone(-1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 10, 365, 3660})
    void theTextOfAMilestoneIsReadBack(int days) {
        SlotKey key = new SlotKey.Milestone(days);
        assertThat(SlotKey.parse(key.text())).contains(key);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        weekly,                           2026-03-24
        monthly,                          2024-02-29
        w,                                2000-01-01
        every-2-weeks,                    2199-12-31
        day-7,                            2026-03-24
        days,                             2026-03-24
        a-,                               2026-03-24
        since-2025-01-01,                 2026-03-24
        abcdefghijklmnopqrstuvwxyz-01234, 2026-03-24
        """)
    void theTextOfARecurringSlotIsReadBackWhateverTheCadencesName(String cadence, LocalDate date) {
        assertThat(Cadence.NAME.matcher(cadence).matches())
                .as("a name a cadence may have")
                .isTrue();
        SlotKey key = new SlotKey.Recurring(cadence, date);
        assertThat(SlotKey.parse(cadence + "-" + date)).contains(key);
        assertThat(key.text()).isEqualTo(cadence + "-" + date);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "day",
                "day-",
                "day-07",
                "day-00",
                "day--1",
                "day-+7",
                "day-7 ",
                " day-7",
                "day-7\n",
                "day-7.0",
                "day-seven",
                "day-٧",
                "day-99999999999",
                "Day-7",
                "DAY-7",
                "weekly",
                "weekly-",
                "weekly-7",
                "-2026-03-24",
                "2026-03-24",
                "7-2026-03-24",
                "Weekly-2026-03-24",
                "wéekly-2026-03-24",
                "week_ly-2026-03-24",
                "week ly-2026-03-24",
                "weekly2026-03-24",
                "weekly_2026-03-24",
                "weekly-2026-3-24",
                "weekly-2026-03-24 ",
                " weekly-2026-03-24",
                "weekly-2026-03-24\n",
                "weekly-2026-03-24T00:00",
                "weekly-26-03-24",
                "weekly-20260324",
                "weekly-12026-03-24",
                "weekly-+2026-03-24",
                "weekly-2026-02-29",
                "weekly-2026-02-30",
                "weekly-2026-04-31",
                "weekly-2026-13-01",
                "weekly-2026-00-10",
                "weekly-2026-01-00",
                "weekly-2026-03-24#",
                "abcdefghijklmnopqrstuvwxyz-012345-2026-03-24"
            })
    void anythingElseIsNoKey(String text) {
        assertThat(SlotKey.parse(text)).isEmpty();
    }

    private static SlotKey weekly(String date) {
        return new SlotKey.Recurring("weekly", LocalDate.parse(date));
    }
}
