package cairn.timeline;

import static cairn.timeline.TestPrograms.SKIN;
import static cairn.timeline.TestPrograms.keys;
import static cairn.timeline.TestPrograms.plans;
import static cairn.timeline.TestPrograms.program;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Semantics 3: which slots there are. Everybody here starts on 2026-02-08, so that day 30 is 2026-03-10.
class TimelineTest {
    private static final LocalDate START = LocalDate.of(2026, 2, 8);

    @ParameterizedTest
    @ValueSource(strings = {"free", "pro", "paused"})
    void theMilestonesComeFirstWhateverThePlan(String plan) {
        assertThat(timeline(plan).between(START, LocalDate.of(2026, 3, 10)))
                .containsExactly(
                        new Slot(new SlotKey.Milestone(7), LocalDate.of(2026, 2, 15)),
                        new Slot(new SlotKey.Milestone(15), LocalDate.of(2026, 2, 23)),
                        new Slot(new SlotKey.Milestone(30), LocalDate.of(2026, 3, 10)));
    }

    @Test
    void aProMemberGetsAWeeklySlotAfterDayThirty() {
        assertThat(afterDayThirty("pro", "2026-04-10"))
                .containsExactly("weekly-2026-03-17", "weekly-2026-03-24", "weekly-2026-03-31", "weekly-2026-04-07");
    }

    @Test
    void aFreeMemberGetsMonthlySlots() {
        assertThat(afterDayThirty("free", "2026-06-30"))
                .containsExactly("monthly-2026-04-10", "monthly-2026-05-10", "monthly-2026-06-10");
    }

    @Test
    void aPausedMemberGetsTheMilestonesAlone() {
        assertThat(keys(timeline("paused"), "2000-01-01", "2199-12-31")).containsExactly("day-7", "day-15", "day-30");
    }

    @Test
    void aMemberOnAPlanTheProgramDoesNotNameGetsTheMilestonesAlone() {
        assertThat(keys(timeline("gold"), "2000-01-01", "2199-12-31")).containsExactly("day-7", "day-15", "day-30");
    }

    @Test
    void withoutMilestonesTheStartIsTheAnchorAndNoSlot() {
        Program program = program("", "weekly=P1W", "pro=weekly", "none");
        assertThat(keys(Timeline.of(program, START, plans("pro")), "2026-01-01", "2026-02-28"))
                .containsExactly("weekly-2026-02-15", "weekly-2026-02-22");
    }

    @Test
    void aMilestoneMayLieOnTheStartDayItself() {
        Program program = program("0", "weekly=P1W", "pro=weekly", "none");
        assertThat(keys(Timeline.of(program, START, plans("pro")), "2026-01-01", "2026-02-22"))
                .containsExactly("day-0", "weekly-2026-02-15", "weekly-2026-02-22");
    }

    @Test
    void aSlotOnTheDayOfAChangeBelongsToTheOldPlan() {
        assertThat(afterDayThirty("free pro@2026-04-10", "2026-04-24"))
                .containsExactly("monthly-2026-04-10", "weekly-2026-04-17", "weekly-2026-04-24");
        assertThat(afterDayThirty("pro free@2026-03-24", "2026-05-30"))
                .containsExactly("weekly-2026-03-17", "weekly-2026-03-24", "monthly-2026-04-24", "monthly-2026-05-24");
        assertThat(afterDayThirty("pro paused@2026-03-24", "2026-05-30"))
                .containsExactly("weekly-2026-03-17", "weekly-2026-03-24");
    }

    @Test
    void aSlotOnTheDayAfterAChangeBelongsToTheNewPlan() {
        assertThat(afterDayThirty("pro free@2026-03-23", "2026-04-30"))
                .containsExactly("weekly-2026-03-17", "monthly-2026-04-17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "2026-02-08", "2026-02-20", "2026-03-09", "2026-03-10"})
    void aChangeUpToTheLastMilestoneIsAsIfThePlanHadAlwaysBeenTheNewOne(String day) {
        assertThat(afterDayThirty("free pro@" + day, "2027-03-10")).isEqualTo(afterDayThirty("pro", "2027-03-10"));
    }

    @Test
    void goingUpBringsTheNextCardWithinAWeek() {
        assertThat(afterDayThirty("free pro@2026-04-20", "2026-05-01"))
                .containsExactly("monthly-2026-04-10", "weekly-2026-04-24", "weekly-2026-05-01");
        LocalDate dayThirty = LocalDate.of(2026, 3, 10);
        for (LocalDate day = dayThirty; day.isBefore(dayThirty.plusYears(1)); day = day.plusDays(1)) {
            Slot next = timeline("free pro@" + day).firstAfter(day).orElseThrow();
            assertThat(next.key().text()).startsWith("weekly-");
            assertThat(next.date()).isBetween(day.plusDays(1), day.plusDays(7));
        }
    }

    @Test
    void goingDownBringsTheNextCardAMonthAfterTheLastWeeklyOne() {
        assertThat(afterDayThirty("pro free@2026-04-01", "2026-06-30"))
                .containsExactly(
                        "weekly-2026-03-17",
                        "weekly-2026-03-24",
                        "weekly-2026-03-31",
                        "monthly-2026-04-30",
                        "monthly-2026-05-31",
                        "monthly-2026-06-30");
    }

    @Test
    void goingDownBeforeAnyWeeklyCardCountsFromTheLastMilestone() {
        assertThat(afterDayThirty("pro free@2026-03-16", "2026-05-30"))
                .containsExactly("monthly-2026-04-10", "monthly-2026-05-10");
    }

    @Test
    void goingUpAndDownBetweenTwoWeeklyCardsLeavesTheMonthlyAnchorAlone() {
        assertThat(afterDayThirty("free pro@2026-04-11 free@2026-04-16", "2027-03-10"))
                .isEqualTo(afterDayThirty("free", "2027-03-10"));
        assertThat(afterDayThirty("free pro@2026-04-11 free@2026-04-17", "2026-06-30"))
                .as("one weekly card came between, and the next month counts from it")
                .containsExactly("monthly-2026-04-10", "weekly-2026-04-17", "monthly-2026-05-17", "monthly-2026-06-17");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        free pro@DAY free@DAY,              free
        pro free@DAY paused@DAY pro@DAY,    pro
        free free@DAY,                      free
        free pro@DAY paused@DAY,            free paused@DAY
        paused free@DAY pro@DAY,            paused pro@DAY
        """)
    void ofSeveralChangesOnOneDayOnlyTheLastCounts(String flipping, String plain) {
        for (LocalDate day = START; day.isBefore(START.plusDays(120)); day = day.plusDays(1)) {
            assertThat(afterDayThirty(flipping.replace("DAY", day.toString()), "2027-03-10"))
                    .as("flipping on %s", day)
                    .isEqualTo(afterDayThirty(plain.replace("DAY", day.toString()), "2027-03-10"));
        }
    }

    @Test
    void pausingAndComingBackWithTheSamePeriodKeepsTheAnchor() {
        assertThat(afterDayThirty("pro paused@2026-03-25 pro@2026-04-22", "2026-05-10"))
                .as("Tuesdays before, Tuesdays after")
                .containsExactly("weekly-2026-03-17", "weekly-2026-03-24", "weekly-2026-04-28", "weekly-2026-05-05");
        assertThat(afterDayThirty("free paused@2026-04-10 free@2026-06-10", "2026-08-10"))
                .as("the slot on the day of coming back still belongs to the pause")
                .containsExactly("monthly-2026-04-10", "monthly-2026-07-10", "monthly-2026-08-10");
    }

    @Test
    void comingBackFromAPauseWithAnotherPeriodCountsFromTheLastSlot() {
        assertThat(afterDayThirty("pro paused@2026-03-31 free@2026-06-15", "2026-08-31"))
                .containsExactly(
                        "weekly-2026-03-17",
                        "weekly-2026-03-24",
                        "weekly-2026-03-31",
                        "monthly-2026-06-30",
                        "monthly-2026-07-31",
                        "monthly-2026-08-31");
    }

    @Test
    void aPauseBeforeAnyRecurringSlotLeavesTheLastMilestoneTheAnchor() {
        assertThat(afterDayThirty("paused pro@2026-04-20", "2026-04-30"))
                .containsExactly("weekly-2026-04-21", "weekly-2026-04-28");
        assertThat(afterDayThirty("paused free@2026-04-20", "2026-06-30"))
                .containsExactly("monthly-2026-05-10", "monthly-2026-06-10");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        P1M, P1M,  2026-03-01, 2026-05-10, 2026-05-31
        P1M, P1M,  2026-03-01, 2027-03-01, 2027-03-31
        P1Y, P12M, 2028-01-30, 2031-04-01, 2032-02-29
        P12M, P1Y, 2028-01-30, 2031-04-01, 2032-02-29
        P1W, P7D,  2026-02-08, 2026-04-01, 2026-04-07
        """)
    void anotherCadenceOfTheSamePeriodKeepsTheAnchor(
            String before, String after, LocalDate startedOn, LocalDate since, LocalDate expected) {
        Program program = program("30", "one=" + before + " other=" + after, "a=one b=other", "none");
        Timeline timeline = Timeline.of(program, startedOn, plans("a b@" + since));

        assertThat(timeline.firstAfter(since)).contains(Slot.recurring("other", expected));
        assertThat(dates(timeline)).isEqualTo(dates(Timeline.of(program, startedOn, plans("a"))));
    }

    @Test
    void aPauseDoesNotMakeAnAnchorOnTheThirtyFirstTheThirtieth() {
        LocalDate startedOn = LocalDate.of(2026, 3, 1);
        assertThat(keys(
                        Timeline.of(SKIN, startedOn, plans("free paused@2026-05-01 free@2026-05-02")),
                        "2026-03-31",
                        "2026-07-31"))
                .as("day 30 is 2026-03-31")
                .containsExactly(
                        "day-30",
                        "monthly-2026-04-30",
                        "monthly-2026-05-31",
                        "monthly-2026-06-30",
                        "monthly-2026-07-31");
    }

    @Test
    void noSlotIsLaterThanTheLastDayThereIs() {
        Program weekly = program("7 15", "weekly=P1W", "pro=weekly", "none");

        assertThat(keys(Timeline.of(weekly, LocalDate.of(2199, 12, 9), plans("pro")), "2199-12-01", "2210-01-01"))
                .containsExactly("day-7", "day-15", "weekly-2199-12-31");
        assertThat(keys(Timeline.of(weekly, LocalDate.of(2199, 12, 10), plans("pro")), "2199-12-01", "2210-01-01"))
                .containsExactly("day-7", "day-15");
        assertThat(keys(Timeline.of(weekly, LocalDate.of(2199, 12, 24), plans("pro")), "2199-12-01", "2210-01-01"))
                .containsExactly("day-7");
        assertThat(Timeline.of(weekly, Days.LAST, plans("pro")).firstAfter(Days.FIRST))
                .isEqualTo(Optional.empty());
    }

    private static Timeline timeline(String plans) {
        return Timeline.of(SKIN, START, plans(plans));
    }

    private static List<String> afterDayThirty(String plans, String to) {
        return keys(timeline(plans), "2026-03-11", to);
    }

    private static List<LocalDate> dates(Timeline timeline) {
        return timeline.between(Days.FIRST, LocalDate.of(2040, 1, 1)).stream()
                .map(Slot::date)
                .toList();
    }
}
