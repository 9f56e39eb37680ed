package cairn.timeline;

import static cairn.timeline.TestPrograms.plans;
import static cairn.timeline.TestPrograms.program;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

/// Semantics 3: a twenty-year-old journey costs what a new one does. Nothing here measures time.
class CostTest {
    private static final LocalDate START = Days.FIRST;

    @Test
    void twoCenturiesOfDaysAreOneRecurrence() {
        Cadence daily = new Cadence("daily", Period.ofDays(1));
        assertThat(Recurrence.within(daily, START, START, Days.LAST)).contains(new Recurrence(daily, START, 1, 73_048));
    }

    @Test
    void anEraWithoutASlotIsNoRecurrence() {
        Cadence weekly = new Cadence("weekly", Period.ofWeeks(1));
        assertThat(Recurrence.within(weekly, START, START, START.plusDays(6))).isEmpty();
        assertThat(Recurrence.within(weekly, START, START.plusDays(7), START.plusDays(13)))
                .isEmpty();
        assertThat(Recurrence.within(weekly, START, START.plusDays(6), START.plusDays(7)))
                .contains(new Recurrence(weekly, START, 1, 1));
    }

    /// Spelling out 73,000 slots, at once or up to the day in question, would take many times the memory that
    /// those of a year take.
    @Test
    void aThousandQuestionsToTwoCenturiesOfDaysTakeNoMoreMemoryThanToOneYear() {
        bytesToAskAThousandTimes("always", 365); // loads the classes, which takes memory too
        long oneYear = bytesToAskAThousandTimes("always never@2000-12-31", 365);
        long twoCenturies = bytesToAskAThousandTimes("always", 73_048);

        assertThat(twoCenturies).isLessThan(2 * oneYear);
    }

    private static long bytesToAskAThousandTimes(String plans, int days) {
        Program program = program("", "daily=P1D", "always=daily never=", "none");
        PlanHistory history = plans(plans);
        long before = allocated();
        Timeline timeline = Timeline.of(program, START, history);
        int found = 0;
        for (int i = 0; i < 1_000; i++) {
            LocalDate day = START.plusDays(1 + i * 7_919L % days);
            found += timeline.lastOnOrBefore(day).isPresent() ? 1 : 0;
            found += timeline.find(new SlotKey.Recurring("daily", day)).isPresent() ? 1 : 0;
            found += timeline.firstAfter(day.minusDays(1)).isPresent() ? 1 : 0;
        }
        long after = allocated();
        assertThat(found).isEqualTo(3_000);
        return after - before;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
