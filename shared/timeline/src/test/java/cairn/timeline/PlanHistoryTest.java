package cairn.timeline;

import static cairn.timeline.TestPrograms.plans;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanHistoryTest {

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource(textBlock = """
        2000-01-01, free
        2026-03-31, free
        2026-04-01, free
        2026-04-02, pro
        2026-05-01, pro
        2026-05-02, paused
        2199-12-31, paused
        """)
    void aPlanHoldsFromTheDayAfterItsSinceUpToTheNextSince(LocalDate day, String plan) {
        assertThat(plans("free pro@2026-04-01 paused@2026-05-01").planOn(day)).isEqualTo(plan);
    }

    @Test
    void thePlanBeforeAnyChangeHoldsFromTheBeginningOfTimeToItsEnd() {
        assertThat(PlanHistory.of("free").planOn(LocalDate.MIN)).isEqualTo("free");
        assertThat(PlanHistory.of("free").planOn(LocalDate.MAX)).isEqualTo("free");
        assertThat(PlanHistory.of("free").changes()).isEmpty();
    }

    @Test
    void ofSeveralChangesOnOneDayOnlyTheLastIsKept() {
        PlanHistory history = plans("free pro@2026-04-01 paused@2026-04-01 pro@2026-05-01");

        assertThat(history).isEqualTo(plans("free paused@2026-04-01 pro@2026-05-01"));
        assertThat(history.planOn(LocalDate.of(2026, 4, 2))).isEqualTo("paused");
    }

    @Test
    void everyDateLiesInExactlyOneEra() {
        PlanHistory history = plans("free pro@2026-04-01 paused@2026-04-02 pro@2026-04-02 free@2026-05-31");
        LocalDate begin = LocalDate.of(2026, 3, 1);
        for (LocalDate day = begin; day.isBefore(begin.plusDays(200)); day = day.plusDays(1)) {
            LocalDate date = day;
            assertThat(history.eras().stream().filter(era -> date.isAfter(era.after()) && !date.isAfter(era.until())))
                    .as("%s", date)
                    .singleElement()
                    .extracting(PlanHistory.Era::plan)
                    .isEqualTo(history.planOn(date));
        }
    }

    @Test
    void theErasFollowOneAnotherWithoutAGapUntilTheLastDayThereIs() {
        assertThat(plans("free pro@2026-04-01 paused@2026-05-01").eras())
                .containsExactly(
                        new PlanHistory.Era("free", LocalDate.MIN, LocalDate.of(2026, 4, 1)),
                        new PlanHistory.Era("pro", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1)),
                        new PlanHistory.Era("paused", LocalDate.of(2026, 5, 1), Days.LAST));
    }

    @Test
    void aSinceBeforeTheOneItFollowsIsRefused() {
        PlanHistory history = plans("free pro@2026-04-02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.with("free", LocalDate.of(2026, 4, 1)))
                .withMessageContaining("since");
        assertThat(history.with("free", LocalDate.of(2026, 4, 2)).changes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2200-01-01", "-0001-01-01", "+12026-04-01"})
    void aSinceOutsideTheDaysThereAreIsRefused(LocalDate since) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanHistory.Change("pro", since));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2199-12-31"})
    void theFirstAndTheLastDayThereIsAreNotRefused(LocalDate since) {
        assertThat(new PlanHistory.Change("pro", since).since()).isEqualTo(since);
    }

    @Test
    void withAddsAChangeAndLeavesTheHistoryItCameFromAlone() {
        PlanHistory before = plans("free pro@2026-04-01");
        PlanHistory after = before.with("paused", LocalDate.of(2026, 5, 1));

        assertThat(after).isEqualTo(plans("free pro@2026-04-01 paused@2026-05-01"));
        assertThat(before).isEqualTo(plans("free pro@2026-04-01"));
    }

    @Test
    void aHistoryDoesNotChangeWithTheListItWasMadeFrom() {
        List<PlanHistory.Change> changes = new ArrayList<>();
        changes.add(new PlanHistory.Change("pro", LocalDate.of(2026, 4, 1)));
        PlanHistory history = new PlanHistory("free", changes);
        changes.clear();

        assertThat(history.planOn(LocalDate.of(2026, 4, 2))).isEqualTo("pro");
    }
}
