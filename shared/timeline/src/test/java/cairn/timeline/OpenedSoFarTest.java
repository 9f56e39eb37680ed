package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Semantics 6: what was opened is a fact, and nothing behind it opens again.
class OpenedSoFarTest {
    private static final LocalDate START = LocalDate.of(2026, 2, 8);
    private static final Slot DAY_7 = Slot.milestone(START, 7);
    private static final Slot DAY_15 = Slot.milestone(START, 15);
    private static final Slot WEEKLY = Slot.recurring("weekly", LocalDate.of(2026, 3, 24));

    @Test
    void whereNothingWasOpenedEverySlotCanOpen() {
        assertThat(OpenedSoFar.NOTHING.leavesOpenable(DAY_7)).isTrue();
        assertThat(OpenedSoFar.NOTHING.leavesOpenable(Slot.milestone(START, 0))).isTrue();
        assertThat(OpenedSoFar.NOTHING.leavesOpenable(WEEKLY)).isTrue();
    }

    @ParameterizedTest(name = "a milestone of day {0} dated {1}: {2}")
    @CsvSource(textBlock = """
        # opened before: day 15 on 2026-02-23
        30, 2026-03-10, true
        16, 2026-02-24, true
        16, 2026-02-23, false
        16, 2026-02-22, false
        15, 2026-02-24, false
        15, 2026-02-23, false
        14, 2026-03-10, false
        7,  2026-03-10, false
        """)
    void aMilestoneOpensIfItsDateIsLaterAndItsNumberLarger(int number, LocalDate date, boolean openable) {
        Slot slot = new Slot(new SlotKey.Milestone(number), date);
        assertThat(new OpenedSoFar(LocalDate.of(2026, 2, 23), 15).leavesOpenable(slot))
                .isEqualTo(openable);
    }

    @ParameterizedTest(name = "dated {0}: {1}")
    @CsvSource({"2026-03-23, false", "2026-03-24, false", "2026-03-25, true"})
    void aRecurringSlotOpensIfItsDateIsLater(LocalDate date, boolean openable) {
        Slot slot = Slot.recurring("monthly", date);
        assertThat(new OpenedSoFar(LocalDate.of(2026, 3, 24), 30).leavesOpenable(slot))
                .isEqualTo(openable);
        assertThat(new OpenedSoFar(LocalDate.of(2026, 3, 24), null).leavesOpenable(slot))
                .isEqualTo(openable);
    }

    @Test
    void afterRecurringSlotsAloneAnyLaterMilestoneCanOpen() {
        // A milestone was added to the program, or the start was corrected to a later day.
        OpenedSoFar opened = OpenedSoFar.NOTHING.with(WEEKLY);
        assertThat(opened.leavesOpenable(Slot.milestone(LocalDate.of(2026, 3, 23), 7)))
                .isTrue();
        assertThat(opened.leavesOpenable(DAY_7)).isFalse();
    }

    @Test
    void openingASlotRemembersItsDateAndAMilestonesNumber() {
        assertThat(OpenedSoFar.NOTHING.with(DAY_7)).isEqualTo(new OpenedSoFar(DAY_7.date(), 7));
        assertThat(OpenedSoFar.NOTHING.with(WEEKLY)).isEqualTo(new OpenedSoFar(WEEKLY.date(), null));
        assertThat(OpenedSoFar.NOTHING.with(DAY_15).with(WEEKLY)).isEqualTo(new OpenedSoFar(WEEKLY.date(), 15));
    }

    @Test
    void theOrderInWhichSlotsAreReportedDoesNotMatter() {
        assertThat(OpenedSoFar.NOTHING.with(DAY_15).with(DAY_7))
                .isEqualTo(OpenedSoFar.NOTHING.with(DAY_7).with(DAY_15))
                .isEqualTo(new OpenedSoFar(DAY_15.date(), 15));
        assertThat(OpenedSoFar.NOTHING.with(WEEKLY).with(DAY_15)).isEqualTo(new OpenedSoFar(WEEKLY.date(), 15));
    }

    @Test
    void aSlotDoesNotOpenTwice() {
        assertThat(OpenedSoFar.NOTHING.with(DAY_7).leavesOpenable(DAY_7)).isFalse();
        assertThat(OpenedSoFar.NOTHING.with(WEEKLY).leavesOpenable(WEEKLY)).isFalse();
    }
}
