package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckInProgram;
import cairn.testkit.SamplePrograms;
import cairn.timeline.Program;
import cairn.timeline.ProgramDefinition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which cards are announced, and when (semantics 10). An announcement reads `2026-03-24T08:00 day-7 0`: when, of
/// which slot, how often it had been put off.
class AnnouncingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nobody asks                           | 2026-04-02T12:00 end                        | 2026-03-24T08:00 day-7 0, 2026-04-01T07:00 day-15 0
        visit before the hour                 | 2026-03-24T07:50 visit; 2026-03-31T12:00 end | 2026-03-24T08:00 day-7 0
        visit on the day before               | 2026-03-23T12:00 visit; 2026-03-31T12:00 end | 2026-03-24T08:00 day-7 0
        visit at the hour: seen               | 2026-03-24T08:00 visit; 2026-03-31T12:00 end |
        visit after the hour: seen            | 2026-03-24T07:50 down; 2026-03-24T08:10 visit; 2026-03-24T08:20 up; 2026-03-31T12:00 end |
        visit in a later night: seen          | 2026-03-24T07:50 down; 2026-03-26T02:00 visit; 2026-03-26T02:00 up; 2026-03-31T12:00 end |
        visit early on a later day: seen      | 2026-03-24T07:50 down; 2026-03-26T07:00 visit; 2026-03-26T07:00 up; 2026-03-31T12:00 end |
        two visits, the first before the hour | 2026-03-24T07:00 visit; 2026-03-24T08:00 visit; 2026-03-31T12:00 end | 2026-03-24T08:00 day-7 0
        completed before the hour             | 2026-03-24T07:00 visit; 2026-03-24T07:10 complete; 2026-03-31T12:00 end |
        completed without a visit             | 2026-03-24T07:10 complete day-7; 2026-03-31T12:00 end |
        dismissed before the hour             | 2026-03-24T07:00 visit; 2026-03-24T07:10 dismiss; 2026-03-31T12:00 end |
        completed after it                    | 2026-03-24T09:00 complete; 2026-03-31T12:00 end | 2026-03-24T08:00 day-7 0
        missed, answered late: never          | 2026-03-24T07:00 down; 2026-04-01T08:00 visit; 2026-04-01T09:00 complete day-7; 2026-04-01T09:00 up; 2026-04-10T12:00 end |
        """)
    void aCardIsAnnouncedAtNineWhereThePersonLivesUnlessTheyWereThereFirst(
            String what, String steps, @Nullable String expected) {
        assertThat(Story.inBerlin().happens(steps).announced).as(what).isEqualTo(listOf(expected));
    }

    /// The hours of 24 March end at 20:00 UTC.
    @ParameterizedTest(name = "back at {0}: announced at {1}")
    @CsvSource({
        "2026-03-24T08:10, 2026-03-24T08:10 day-7 0",
        "2026-03-24T15:00, 2026-03-24T15:00 day-7 0",
        "2026-03-24T20:00, 2026-03-24T20:00 day-7 0",
        "2026-03-24T20:10, 2026-03-25T08:00 day-7 0",
        "2026-03-25T02:00, 2026-03-25T08:00 day-7 0",
        "2026-03-25T08:00, 2026-03-25T08:00 day-7 0",
        "2026-03-25T20:00, 2026-03-25T20:00 day-7 0",
        "2026-03-28T20:10, 2026-03-29T07:00 day-7 0",
        "2026-03-31T20:10, 2026-04-01T07:00 day-15 0",
        "2026-04-16T21:00, 2026-04-17T07:00 day-30 0",
        "2027-04-24T12:00, 2027-04-24T12:00 monthly-2027-04-16 0",
        "2027-04-24T03:00, 2027-04-24T07:00 monthly-2027-04-16 0",
    })
    void afterAnOutageOneCardIsAnnouncedInTheNextHoursAndNotAtNight(String back, String expected) {
        String until = Story.text(Story.instant(back).plusSeconds(5 * 86_400));

        Story story = Story.inBerlin().happens("2026-03-20T12:00 down; " + back + " up; " + until + " end");

        assertThat(story.announced).startsWith(expected);
        assertThat(story.announced)
                .filteredOn(told -> told.endsWith(slotOf(expected)))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        before the hour, beyond it    | 2026-03-24T06:00 visit; 2026-03-24T06:10 snooze 2026-03-24T18:00             | 2026-03-24T18:00 day-7 1
        before the hour, not as far   | 2026-03-24T06:00 visit; 2026-03-24T06:10 snooze 2026-03-24T07:00             | 2026-03-24T07:00 day-7 1
        before the hour, to the hour  | 2026-03-24T06:00 visit; 2026-03-24T06:10 snooze 2026-03-24T08:00             | 2026-03-24T08:00 day-7 1
        after it                      | 2026-03-24T09:00 snooze 2026-03-25T09:00             | 2026-03-24T08:00 day-7 0, 2026-03-25T09:00 day-7 1
        ending at night               | 2026-03-24T09:00 snooze 2026-03-25T02:00             | 2026-03-24T08:00 day-7 0, 2026-03-25T02:00 day-7 1
        twice, one after the other    | 2026-03-24T09:00 snooze 2026-03-25T09:00; 2026-03-25T10:00 snooze 2026-03-26T10:00 | 2026-03-24T08:00 day-7 0, 2026-03-25T09:00 day-7 1, 2026-03-26T10:00 day-7 2
        twice, the second at once     | 2026-03-24T09:00 snooze 2026-03-25T09:00; 2026-03-24T10:00 snooze 2026-03-24T12:00 | 2026-03-24T08:00 day-7 0, 2026-03-24T12:00 day-7 2
        then completed                | 2026-03-24T09:00 snooze 2026-03-25T09:00; 2026-03-24T10:00 complete          | 2026-03-24T08:00 day-7 0
        then dismissed                | 2026-03-24T09:00 snooze 2026-03-25T09:00; 2026-03-24T10:00 dismiss           | 2026-03-24T08:00 day-7 0
        a visit in between            | 2026-03-24T09:00 snooze 2026-03-25T09:00; 2026-03-24T10:00 visit             | 2026-03-24T08:00 day-7 0, 2026-03-25T09:00 day-7 1
        late by hours                 | 2026-03-24T09:00 snooze 2026-03-25T02:00; 2026-03-24T10:00 down; 2026-03-25T05:00 up | 2026-03-24T08:00 day-7 0, 2026-03-25T05:00 day-7 1
        late by more than its own     | 2026-03-24T09:00 snooze 2026-03-24T22:00; 2026-03-24T10:00 down; 2026-03-25T15:00 up | 2026-03-24T08:00 day-7 0, 2026-03-25T15:00 day-7 1
        late, its hours and the day's | 2026-03-24T09:00 snooze 2026-03-24T22:00; 2026-03-24T10:00 down; 2026-03-25T20:10 up | 2026-03-24T08:00 day-7 0, 2026-03-26T08:00 day-7 1
        to just before the close      | 2026-03-24T09:00 snooze 2026-03-31T21:50             | 2026-03-24T08:00 day-7 0, 2026-03-31T21:50 day-7 1
        seen first, then put off      | 2026-03-24T08:00 visit; 2026-03-24T09:00 snooze 2026-03-25T09:00             | 2026-03-25T09:00 day-7 1
        """)
    void aSnoozeIsAnnouncedOnceWhenItEnds(String what, String steps, @Nullable String expected) {
        assertThat(Story.inBerlin().happens(steps + "; 2026-04-01T06:00 end").announced)
                .as(what)
                .isEqualTo(listOf(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        restarted on the day          | 2026-03-24T09:00 restart 2026-03-24; 2026-04-02T12:00 end | 2026-03-24T08:00 day-7 0, 2026-03-31T07:00 day-7 0
        restarted before the hour     | 2026-03-24T07:00 visit; 2026-03-24T07:10 restart 2026-03-24; 2026-03-31T12:00 end | 2026-03-31T07:00 day-7 0
        restarted while put off       | 2026-03-24T09:00 snooze 2026-03-25T09:00; 2026-03-24T10:00 restart 2026-03-24; 2026-03-30T12:00 end | 2026-03-24T08:00 day-7 0
        corrected to a day earlier    | 2026-03-20T09:00 correct 2026-03-16; 2026-03-30T12:00 end | 2026-03-23T08:00 day-7 0
        corrected to a day later      | 2026-03-20T09:00 correct 2026-03-18; 2026-03-30T12:00 end | 2026-03-25T08:00 day-7 0
        corrected once announced      | 2026-03-24T09:00 correct 2026-03-18; 2026-04-02T12:00 end | 2026-03-24T08:00 day-7 0, 2026-04-02T07:00 day-15 0
        corrected far into the past   | 2026-03-24T09:00 correct 2026-02-01; 2026-04-01T12:00 end | 2026-03-24T08:00 day-7 0
        corrected into the past, late | 2026-03-20T09:00 correct 2026-03-05; 2026-04-02T12:00 end | 2026-03-20T09:00 day-15 0
        corrected there at night      | 2026-03-20T22:00 correct 2026-03-05; 2026-04-02T12:00 end | 2026-03-21T08:00 day-15 0
        up to weekly after day 30     | 2026-04-17T09:00 plan pro; 2026-04-24T12:00 end           | 2026-03-24T08:00 day-7 0, 2026-04-01T07:00 day-15 0, 2026-04-16T07:00 day-30 0, 2026-04-23T07:00 weekly-2026-04-23 0
        up to weekly a month after    | 2026-05-12T09:00 plan pro; 2026-05-15T12:00 end           | 2026-03-24T08:00 day-7 0, 2026-04-01T07:00 day-15 0, 2026-04-16T07:00 day-30 0, 2026-05-14T07:00 weekly-2026-05-14 0
        paused                        | 2026-04-17T09:00 plan paused; 2026-08-01T12:00 end        | 2026-03-24T08:00 day-7 0, 2026-04-01T07:00 day-15 0, 2026-04-16T07:00 day-30 0
        paused before it was told     | 2026-03-24T07:00 plan paused; 2026-03-30T12:00 end        | 2026-03-24T08:00 day-7 0
        """)
    void whatChangesTheTimelineChangesWhatIsStillToBeAnnounced(String what, String steps, @Nullable String expected) {
        assertThat(Story.inBerlin().happens(steps).announced).as(what).isEqualTo(listOf(expected));
    }

    @ParameterizedTest(name = "{0} at {1}, started on {2}: {3}")
    @CsvSource({
        "Europe/Berlin, 02:30, 2026-03-22, 2026-03-29T01:30 day-7 0",
        "Europe/Berlin, 02:30, 2026-10-18, 2026-10-25T00:30 day-7 0",
        "Africa/Cairo, 00:00, 2026-04-17, 2026-04-23T22:00 day-7 0",
        "Australia/Lord_Howe, 02:10, 2026-09-27, 2026-10-03T15:40 day-7 0",
        "Pacific/Kiritimati, 09:00, 2026-03-17, 2026-03-23T19:00 day-7 0",
        "Pacific/Pago_Pago, 09:00, 2026-03-17, 2026-03-24T20:00 day-7 0",
        "Asia/Kathmandu, 09:10, 2026-03-17, 2026-03-24T03:30 day-7 0",
        "UTC, 23:50, 2026-03-17, 2026-03-24T23:50 day-7 0",
    })
    void theHourIsThatOfTheWallClockThere(String zone, String announceAt, String startedOn, String expected) {
        Story story = Story.of(program(announceAt, "none"), zone, startedOn + "T12:00", startedOn);
        String until = Story.text(Story.instant(startedOn + "T12:00").plusSeconds(10 * 86_400));

        assertThat(story.happens(until + " end").announced).containsExactly(expected);
    }

    /// The day-7 card closes with its day: what is late by its hours is never announced.
    @ParameterizedTest(name = "at {0}, back at {1}: {2}")
    @CsvSource({
        "09:00, 2026-03-24T20:00, 2026-03-24T20:00 day-7 0",
        "09:00, 2026-03-24T20:10, ",
        "09:00, 2026-03-24T22:50, ",
        "23:50, 2026-03-24T22:50, 2026-03-24T22:50 day-7 0",
        "23:50, 2026-03-24T23:00, ",
        "00:00, 2026-03-24T11:00, 2026-03-24T11:00 day-7 0",
        "00:00, 2026-03-24T11:10, ",
    })
    void whatHasClosedBeforeItsNextHoursIsNotAnnounced(String announceAt, String back, @Nullable String expected) {
        Story story = Story.of(program(announceAt, "P1D"), "Europe/Berlin", "2026-03-17T12:00", "2026-03-17");

        story.happens("2026-03-23T22:50 down; " + back + " up; 2026-03-30T12:00 end");

        assertThat(story.announced).isEqualTo(listOf(expected));
    }

    /// The hours are those of the wall: twelve of them, but never past its midnight.
    @ParameterizedTest(name = "{1} in {0}, back at {3}: {4}")
    @CsvSource({
        "Europe/Berlin, 18:30, 2026-03-17, 2026-03-24T22:50, 2026-03-24T22:50 day-7 0",
        "Europe/Berlin, 18:30, 2026-03-17, 2026-03-24T23:00, 2026-03-25T17:30 day-7 0",
        "Europe/Berlin, 12:00, 2026-03-17, 2026-03-24T22:50, 2026-03-24T22:50 day-7 0",
        "Europe/Berlin, 12:00, 2026-03-17, 2026-03-24T23:00, 2026-03-25T11:00 day-7 0",
        "Europe/Berlin, 11:50, 2026-03-17, 2026-03-24T22:50, 2026-03-24T22:50 day-7 0",
        "Europe/Berlin, 11:50, 2026-03-17, 2026-03-24T23:00, 2026-03-25T10:50 day-7 0",
        "Europe/Berlin, 01:30, 2026-03-22, 2026-03-29T11:30, 2026-03-29T11:30 day-7 0",
        "Europe/Berlin, 01:30, 2026-03-22, 2026-03-29T11:40, 2026-03-29T23:30 day-7 0",
        "Europe/Berlin, 02:00, 2026-10-18, 2026-10-25T13:00, 2026-10-25T13:00 day-7 0",
        "Europe/Berlin, 02:00, 2026-10-18, 2026-10-25T13:10, 2026-10-26T01:00 day-7 0",
        "America/St_Johns, 00:00, 2010-10-31, 2010-11-07T02:30, 2010-11-07T02:30 day-7 0",
        "America/St_Johns, 00:00, 2010-10-31, 2010-11-07T02:40, 2010-11-07T03:30 day-7 0",
        "America/St_Johns, 23:30, 2010-10-30, 2010-11-06T02:00, 2010-11-07T02:00 day-7 0",
        "America/Nuuk, 23:30, 2027-03-20, 2027-03-26T12:00, 2027-03-29T00:30 day-7 0",
        "Pacific/Apia, 09:00, 2011-12-22, 2011-12-30T08:10, 2011-12-30T19:00 day-7 0",
    })
    void anOutageEndsInTheHoursOfTheWallOrWaitsForTheNext(
            String zone, String announceAt, String startedOn, String back, String expected) {
        Story story = Story.of(program(announceAt, "none"), zone, startedOn + "T12:00", startedOn);
        String until = Story.text(Story.instant(back).plusSeconds(4 * 86_400));

        story.happens(startedOn + "T12:00 down; " + back + " up; " + until + " end");

        assertThat(story.announced).containsExactly(expected);
    }

    /// A snooze that ends at 23:00 has one hour.
    @ParameterizedTest(name = "back at {0}")
    @CsvSource({
        "2026-03-24T22:50, 2026-03-24T22:50 day-7 1",
        "2026-03-24T23:00, 2026-03-25T08:00 day-7 1",
        "2026-03-25T05:00, 2026-03-25T08:00 day-7 1",
    })
    void theHoursOfASnoozeEndAtTheMidnightThatFollowsIt(String back, String expected) {
        Story story = Story.inBerlin()
                .happens("2026-03-24T08:00 visit; 2026-03-24T09:00 snooze 2026-03-24T22:00; 2026-03-24T10:00 down; "
                        + back + " up; 2026-03-30T12:00 end");

        assertThat(story.announced).containsExactly(expected);
    }

    private static String slotOf(String announcement) {
        return announcement.substring("2026-03-24T08:00".length());
    }

    static CheckInProgram program(String announceAt, String window) {
        Map<String, @Nullable String> plans = new HashMap<>();
        plans.put("free", null);
        var definition = new ProgramDefinition(List.of("P7D"), Map.of(), plans, window, announceAt, "2026-01-01");
        return switch (definition.read("own")) {
            case ProgramDefinition.Sound(Program program) -> new CheckInProgram(program, SamplePrograms.card());
            case ProgramDefinition.Faulty faulty -> throw new IllegalStateException(faulty.toString());
        };
    }

    static List<String> listOf(@Nullable String commaSeparated) {
        return commaSeparated == null
                ? List.of()
                : Arrays.stream(commaSeparated.split(",", -1))
                        .map(String::strip)
                        .toList();
    }
}
