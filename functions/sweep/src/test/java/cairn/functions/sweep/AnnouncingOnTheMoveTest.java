package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.testkit.SamplePrograms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A member who moves is announced their card in the hours of where they are, once.
class AnnouncingOnTheMoveTest {

    /// Their card is that of 24 March.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        east, where its hours have begun    | Europe/Berlin      | 2026-03-24T07:00 move Asia/Tokyo                                    | 2026-03-24T07:00 day-7 0
        east, to the end of its hours       | Europe/Berlin      | 2026-03-24T07:00 move Pacific/Kiritimati                            | 2026-03-24T07:00 day-7 0
        east, where its hours have passed   | Europe/Berlin      | 2026-03-24T07:10 move Pacific/Kiritimati                            | 2026-03-24T19:00 day-7 0
        west, where they are to come        | Europe/Berlin      | 2026-03-24T07:00 move America/Los_Angeles                           | 2026-03-24T16:00 day-7 0
        west, once announced                | Europe/Berlin      | 2026-03-24T09:00 move Pacific/Honolulu                              | 2026-03-24T08:00 day-7 0
        west, once seen                     | Europe/Berlin      | 2026-03-24T08:00 visit; 2026-03-24T09:00 move Pacific/Honolulu      |
        west, having seen it early          | Europe/Berlin      | 2026-03-24T07:00 visit; 2026-03-24T07:10 move Pacific/Honolulu      | 2026-03-24T19:00 day-7 0
        east over the date line, opened     | Pacific/Pago_Pago  | 2026-03-24T12:00 visit; 2026-03-24T13:00 move Pacific/Kiritimati    | 2026-03-24T19:00 day-7 0
        east over the date line, not opened | Pacific/Pago_Pago  | 2026-03-24T10:00 move Pacific/Kiritimati                            | 2026-03-24T19:00 day-7 0
        west over the date line, opened     | Pacific/Kiritimati | 2026-03-23T12:00 visit; 2026-03-23T13:00 move Pacific/Pago_Pago     | 2026-03-24T20:00 day-7 0
        west over the date line, not opened | Pacific/Kiritimati | 2026-03-23T13:00 move Pacific/Pago_Pago                             | 2026-03-24T20:00 day-7 0
        west over it, announced before      | Pacific/Kiritimati | 2026-03-23T20:00 move Pacific/Pago_Pago                             | 2026-03-23T19:00 day-7 0
        there and back                      | Pacific/Kiritimati | 2026-03-23T13:00 move Pacific/Pago_Pago; 2026-03-23T18:00 move Pacific/Kiritimati | 2026-03-23T19:00 day-7 0
        put off, then west                  | Europe/Berlin      | 2026-03-24T09:00 snooze 2026-03-25T09:00; 2026-03-24T10:00 move Pacific/Honolulu | 2026-03-24T08:00 day-7 0, 2026-03-25T09:00 day-7 1
        put off, late, west                | Europe/Berlin      | 2026-03-24T09:00 snooze 2026-03-24T12:00; 2026-03-24T10:00 down; 2026-03-25T01:00 move Pacific/Honolulu; 2026-03-25T01:00 up | 2026-03-24T08:00 day-7 0, 2026-03-25T01:00 day-7 1
        put off, later, west               | Europe/Berlin      | 2026-03-24T09:00 snooze 2026-03-24T12:00; 2026-03-24T10:00 down; 2026-03-25T08:00 move Pacific/Honolulu; 2026-03-25T08:00 up | 2026-03-24T08:00 day-7 0, 2026-03-25T19:00 day-7 1
        """)
    void theCardIsAnnouncedOnce(String what, String zone, String steps, @Nullable String expected) {
        Story story = Story.of(SamplePrograms.skin(), zone, "2026-03-17T11:00", "2026-03-17");

        story.happens(steps + "; 2026-03-30T12:00 end");

        assertThat(story.announced).as(what).isEqualTo(AnnouncingTest.listOf(expected));
    }

    /// Announced at 18:30: whoever moves into the night is not woken by hours that began the evening before.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        into the night after its hours began there | America/Los_Angeles | 2026-03-24T20:00 visit; 2026-03-25T01:20 move Europe/Berlin | 2026-03-25T17:30 day-7 0
        not opened before                          | America/Los_Angeles | 2026-03-25T01:20 move Europe/Berlin                         | 2026-03-25T17:30 day-7 0
        just before midnight                       | America/Los_Angeles | 2026-03-24T22:50 move Europe/Berlin                         | 2026-03-24T22:50 day-7 0
        at midnight                                | America/Los_Angeles | 2026-03-24T23:00 move Europe/Berlin                         | 2026-03-25T17:30 day-7 0
        put off, then into the night               | America/Los_Angeles | 2026-03-24T20:00 visit; 2026-03-24T20:10 snooze 2026-03-24T22:40; 2026-03-24T22:00 down; 2026-03-24T23:10 move Europe/Berlin; 2026-03-24T23:10 up | 2026-03-25T17:30 day-7 1
        """)
    void aMoveIntoTheNightWaitsForTheNextEvening(String what, String zone, String steps, String expected) {
        Story story = Story.of(AnnouncingTest.program("18:30", "none"), zone, "2026-03-17T11:00", "2026-03-17");

        story.happens(steps + "; 2026-03-30T12:00 end");

        assertThat(story.announced).as(what).isEqualTo(AnnouncingTest.listOf(expected));
    }
}
