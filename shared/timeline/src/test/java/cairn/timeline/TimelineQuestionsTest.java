package cairn.timeline;

import static cairn.timeline.TestPrograms.SKIN;
import static cairn.timeline.TestPrograms.keys;
import static cairn.timeline.TestPrograms.plans;
import static cairn.timeline.TestPrograms.program;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Semantics 5, and what section 6 asks of a timeline. The journeys here start on 2026-02-08, on plan `pro`
/// unless said otherwise: day-7 on 02-15, day-15 on 02-23, day-30 on 03-10, then weekly from 03-17.
class TimelineQuestionsTest {
    private static final LocalDate START = LocalDate.of(2026, 2, 8);
    private static final Timeline PRO = Timeline.of(SKIN, START, plans("pro"));
    private static final Timeline PAUSED = Timeline.of(SKIN, START, plans("paused"));

    @ParameterizedTest(name = "on {0} the current slot is {1}, the next is {2}")
    @CsvSource(textBlock = """
        2000-01-01,                   , day-7
        2026-02-08,                   , day-7
        2026-02-14,                   , day-7
        2026-02-15, day-7             , day-15
        2026-02-22, day-7             , day-15
        2026-02-23, day-15            , day-30
        2026-03-09, day-15            , day-30
        2026-03-10, day-30            , weekly-2026-03-17
        2026-03-16, day-30            , weekly-2026-03-17
        2026-03-17, weekly-2026-03-17 , weekly-2026-03-24
        2026-03-24, weekly-2026-03-24 , weekly-2026-03-31
        2046-03-10, weekly-2046-03-06 , weekly-2046-03-13
        2199-12-31, weekly-2199-12-31 ,
        """)
    void theCurrentSlotIsTheLastOnOrBeforeTodayAndTheNextTheFirstAfter(
            LocalDate today, @Nullable String current, @Nullable String next) {
        assertThat(key(PRO.lastOnOrBefore(today))).isEqualTo(Optional.ofNullable(current));
        assertThat(key(PRO.firstAfter(today))).isEqualTo(Optional.ofNullable(next));
    }

    @Test
    void aTimelineMayEndAndItsLastSlotStayCurrent() {
        assertThat(key(PAUSED.lastOnOrBefore(Days.LAST))).contains("day-30");
        assertThat(PAUSED.firstAfter(LocalDate.of(2026, 3, 10))).isEmpty();
    }

    @Test
    void withoutAWindowASlotStaysOpenUntilTheNext() {
        assertThat(closesOn(PRO, "day-7")).contains("2026-02-23");
        assertThat(closesOn(PRO, "day-30")).contains("2026-03-17");
        assertThat(closesOn(PRO, "weekly-2026-03-17")).contains("2026-03-24");
    }

    @Test
    void withoutAWindowOrANextSlotItStaysOpen() {
        assertThat(closesOn(PAUSED, "day-30")).isEmpty();
        assertThat(closesOn(PRO, "weekly-2199-12-31")).isEmpty();
    }

    @ParameterizedTest(name = "with a window of {0}")
    @CsvSource(textBlock = """
        # day-15 is followed by day-30 after 15 days, day-30 by nothing
        P1D,  2026-02-24, 2026-03-11
        P5D,  2026-02-28, 2026-03-15
        P14D, 2026-03-09, 2026-03-24
        P15D, 2026-03-10, 2026-03-25
        P16D, 2026-03-10, 2026-03-26
        P10W, 2026-03-10, 2026-05-19
        """)
    void aSlotClosesAtItsWindowsEndOrAtTheNextSlotIfThatIsSooner(String window, String dayFifteen, String dayThirty) {
        Program program = program("7 15 30", "", "paused=", window);
        Timeline timeline = Timeline.of(program, START, plans("paused"));

        assertThat(closesOn(timeline, "day-15")).contains(dayFifteen);
        assertThat(closesOn(timeline, "day-30")).contains(dayThirty);
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource(textBlock = """
        2026-02-15, 2026-03-24, day-7 day-15 day-30 weekly-2026-03-17 weekly-2026-03-24
        2026-02-16, 2026-03-23, day-15 day-30 weekly-2026-03-17
        2026-03-17, 2026-03-17, weekly-2026-03-17
        2026-02-15, 2026-02-15, day-7
        2026-03-18, 2026-03-23, ''
        2026-02-16, 2026-02-22, ''
        2026-03-24, 2026-03-17, ''
        2026-02-23, 2026-02-15, ''
        2000-01-01, 2026-02-14, ''
        2199-12-24, 2300-01-01, weekly-2199-12-24 weekly-2199-12-31
        """)
    void betweenIncludesBothEnds(String from, String to, String expected) {
        assertThat(String.join(" ", keys(PRO, from, to))).isEqualTo(expected);
    }

    @Test
    void betweenCrossesFromOnePlanToTheNext() {
        Timeline timeline = Timeline.of(SKIN, START, plans("free pro@2026-05-10 free@2026-05-20"));
        assertThat(keys(timeline, "2026-04-11", "2026-07-17"))
                .containsExactly("monthly-2026-05-10", "weekly-2026-05-17", "monthly-2026-06-17", "monthly-2026-07-17");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # on the timeline
        day-7,              2026-02-15
        day-30,             2026-03-10
        weekly-2026-03-17,  2026-03-17
        weekly-2046-03-06,  2046-03-06
        # no such milestone, no such day, before the first, another cadence, another name, beyond the end
        day-8,              ''
        day-0,              ''
        weekly-2026-03-18,  ''
        weekly-2026-03-10,  ''
        weekly-2026-02-15,  ''
        monthly-2026-03-17, ''
        weekl-2026-03-17,   ''
        weekly-2200-01-07,  ''
        """)
    void aKeyIsFoundIfAndOnlyIfItIsOnTheTimeline(String text, String date) {
        SlotKey key = SlotKey.parse(text).orElseThrow();
        assertThat(PRO.find(key))
                .isEqualTo(date.isEmpty() ? Optional.empty() : Optional.of(new Slot(key, LocalDate.parse(date))));
    }

    @Test
    void aSlotOpensLaterThanTheLastOpenedOne() {
        OpenedSoFar dayFifteen = new OpenedSoFar(LocalDate.of(2026, 2, 23), 15);

        assertThat(key(PRO.firstOpenableAfter(START, dayFifteen))).contains("day-30");
        assertThat(key(PRO.firstOpenableAfter(LocalDate.of(2026, 3, 10), dayFifteen)))
                .contains("weekly-2026-03-17");
        assertThat(key(PRO.firstOpenableAfter(START, new OpenedSoFar(LocalDate.of(2026, 3, 24), 30))))
                .contains("weekly-2026-03-31");
        assertThat(PAUSED.firstOpenableAfter(START, new OpenedSoFar(LocalDate.of(2026, 3, 10), 30)))
                .isEmpty();
    }

    @Test
    void aMilestoneIsPassedOverUnlessItsNumberIsLarger() {
        // day-15 was opened on 02-23; then the start was corrected from 02-08 to 02-20.
        OpenedSoFar dayFifteen = new OpenedSoFar(LocalDate.of(2026, 2, 23), 15);
        Timeline corrected = Timeline.of(SKIN, LocalDate.of(2026, 2, 20), plans("pro"));

        assertThat(keys(corrected, "2026-02-20", "2026-03-22")).containsExactly("day-7", "day-15", "day-30");
        assertThat(key(corrected.firstOpenableAfter(START, dayFifteen))).contains("day-30");
        assertThat(key(corrected.firstOpenableAfter(START, new OpenedSoFar(LocalDate.of(2026, 3, 10), 30))))
                .as("a recurring slot has no number")
                .contains("weekly-2026-03-29");
    }

    @Test
    void onlySlotsThatCanStillOpenCloseACard() {
        OpenedSoFar dayFifteen = new OpenedSoFar(LocalDate.of(2026, 2, 23), 15);
        Timeline corrected = Timeline.of(SKIN, LocalDate.of(2026, 2, 20), plans("pro"));

        assertThat(corrected.closesOn(LocalDate.of(2026, 2, 23), OpenedSoFar.NOTHING))
                .contains(LocalDate.of(2026, 2, 27));
        assertThat(corrected.closesOn(LocalDate.of(2026, 2, 23), dayFifteen))
                .as("day-30, since day-7 and day-15 are behind")
                .contains(LocalDate.of(2026, 3, 22));
        assertThat(PAUSED.closesOn(LocalDate.of(2026, 2, 23), new OpenedSoFar(LocalDate.of(2026, 2, 23), 30)))
                .isEmpty();
    }

    @Test
    void theWindowOfACardCountsFromItsOwnDateWhateverElseWasOpened() {
        Timeline timeline = Timeline.of(program("7 15 30", "", "paused=", "P5D"), START, plans("paused"));
        OpenedSoFar dayThirty = new OpenedSoFar(LocalDate.of(2026, 3, 10), 30);

        assertThat(timeline.closesOn(LocalDate.of(2026, 2, 14), OpenedSoFar.NOTHING))
                .contains(LocalDate.of(2026, 2, 15));
        assertThat(timeline.closesOn(LocalDate.of(2026, 2, 14), dayThirty)).contains(LocalDate.of(2026, 2, 19));
    }

    private static Optional<String> key(Optional<Slot> slot) {
        return slot.map(Slot::key).map(SlotKey::text);
    }

    private static Optional<String> closesOn(Timeline timeline, String key) {
        List<Slot> slots = SlotKey.parse(key).flatMap(timeline::find).stream().toList();
        assertThat(slots).hasSize(1);
        return timeline.closesOn(slots.getFirst()).map(LocalDate::toString);
    }
}
