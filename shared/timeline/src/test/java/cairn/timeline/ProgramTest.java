package cairn.timeline;

import static cairn.timeline.TestPrograms.SKIN;
import static cairn.timeline.TestPrograms.plans;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {
    private static final LocalDate START = LocalDate.of(2026, 2, 8);

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(textBlock = """
        free,                2026-02-14,
        pro,                 2026-02-14,
        free,                2026-02-15, day-7
        pro,                 2026-03-16, day-30
        free,                2026-03-24, day-30
        pro,                 2026-03-24, weekly-2026-03-24
        paused,              2026-06-01, day-30
        free,                2026-05-12, monthly-2026-05-10
        pro,                 2026-05-12, weekly-2026-05-12
        free pro@2026-05-10, 2026-05-10, monthly-2026-05-10
        free pro@2026-05-10, 2026-05-17, weekly-2026-05-17
        """)
    void theCurrentPeriodSlotKnowsThePlan(String plans, LocalDate today, @Nullable String key) {
        assertThat(SKIN.currentPeriodSlot(plans(plans), START, today)
                        .map(Slot::key)
                        .map(SlotKey::text))
                .isEqualTo(Optional.ofNullable(key));
    }

    /// The bug this design comes from: a slot function that did not know the plan named a Pro member's weekly
    /// card like the monthly one, and the duplicate check dropped it.
    @Test
    void afterDayThirtyAProMemberHasANewKeyEveryWeek() {
        LocalDate dayThirty = START.plusDays(30);
        assertThat(dayThirty
                        .datesUntil(dayThirty.plusWeeks(52), Period.ofWeeks(1))
                        .map(today -> SKIN.currentPeriodSlot(plans("pro"), START, today)))
                .doesNotHaveDuplicates()
                .doesNotContain(Optional.empty())
                .hasSize(52);
    }

    @Test
    void aPlanHasItsCadenceOrNone() {
        assertThat(SKIN.cadenceOf("pro")).contains(new Cadence("weekly", Period.ofWeeks(1)));
        assertThat(SKIN.cadenceOf("paused")).isEmpty();
        assertThat(SKIN.cadenceOf("a plan of last year")).isEmpty();
    }

    @Test
    void aProgramDoesNotChangeWithWhatItWasMadeFrom() {
        List<Integer> milestones = new ArrayList<>(List.of(7));
        Map<String, Optional<Cadence>> plans = new HashMap<>(Map.of("paused", Optional.empty()));
        Program program = new Program("skin", milestones, plans, null, LocalTime.of(9, 0), LocalDate.of(2026, 1, 1));
        milestones.add(15);
        plans.clear();

        assertThat(program.milestones()).containsExactly(7);
        assertThat(program.plans()).containsOnlyKeys("paused");
    }
}
