package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When the sweep has to come next, as each write leaves it (semantics 10). Meanwhile it does not come.
class NextActionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        started                            | 2026-03-17T12:00 end                         | 2026-03-24T08:00
        a visit before the day             | 2026-03-23T12:00 visit                       | 2026-03-24T08:00
        a visit before the hour            | 2026-03-24T07:00 visit                       | 2026-03-24T08:00
        a visit after it                   | 2026-03-24T09:00 visit                       | 2026-04-01T07:00
        snoozed before the hour            | 2026-03-24T07:00 visit; 2026-03-24T07:10 snooze 2026-03-24T12:00 | 2026-03-24T12:00
        snoozed after it                   | 2026-03-24T09:00 visit; 2026-03-24T09:10 snooze 2026-03-25T12:00 | 2026-03-25T12:00
        snoozed, then moved                | 2026-03-24T09:00 visit; 2026-03-24T09:10 snooze 2026-03-25T12:00; 2026-03-24T10:00 move Asia/Tokyo | 2026-03-25T12:00
        completed                          | 2026-03-24T07:00 visit; 2026-03-24T07:10 complete | 2026-04-01T07:00
        completed without a visit          | 2026-03-24T07:10 complete day-7              | 2026-04-01T07:00
        dismissed                          | 2026-03-24T07:00 visit; 2026-03-24T07:10 dismiss | 2026-04-01T07:00
        moved east                         | 2026-03-18T07:00 move Pacific/Kiritimati     | 2026-03-23T19:00
        moved west                         | 2026-03-18T07:00 move Pacific/Pago_Pago      | 2026-03-24T20:00
        moved when it could open: past     | 2026-03-26T07:00 move America/Los_Angeles    | 2026-03-24T16:00
        moved before the hour, opened      | 2026-03-24T07:00 visit; 2026-03-24T07:10 move America/Los_Angeles | 2026-03-24T16:00
        moved within the hours: past       | 2026-03-24T07:00 visit; 2026-03-24T09:00 move Africa/Lagos | 2026-03-24T08:00
        moved after the hours: next ones   | 2026-03-24T07:00 visit; 2026-03-24T20:10 move Africa/Lagos | 2026-03-25T08:00
        moved after it had closed          | 2026-03-24T07:00 visit; 2026-04-01T06:00 move Africa/Lagos | 2026-04-01T08:00
        corrected to the past: past        | 2026-03-20T07:00 correct 2026-03-05          | 2026-03-20T08:00
        corrected to tomorrow              | 2026-03-20T07:00 correct 2026-03-21          | 2026-03-28T08:00
        corrected behind what was opened   | 2026-03-24T09:00 visit; 2026-03-24T10:00 correct 2026-03-01 | 2026-03-31T07:00
        restarted                          | 2026-03-24T07:00 visit; 2026-03-24T07:10 restart 2026-03-25 | 2026-04-01T07:00
        on pro, after day 30               | 2026-04-16T09:00 visit; 2026-04-17T10:00 plan pro    | 2026-04-23T07:00
        paused, after day 30: never        | 2026-04-16T09:00 visit; 2026-04-17T10:00 plan paused |
        paused with a card put off         | 2026-04-16T09:00 visit; 2026-04-16T10:00 snooze 2026-05-10T10:00; 2026-04-17T10:00 plan paused | 2026-05-10T10:00
        taken up again                     | 2026-04-16T09:00 visit; 2026-04-17T10:00 plan paused; 2026-06-17T10:00 plan pro | 2026-06-18T07:00
        """)
    void everyWriteSaysWhen(String what, String steps, @Nullable String expected) {
        Story story = Story.inBerlin().happens("2026-03-17T12:00 down");

        story.happens(steps);

        assertThat(story.nextActionAt()).as(what).isEqualTo(expected == null ? null : Story.instant(expected));
    }

    @ParameterizedTest(name = "swept at {0}: {1}")
    @CsvSource({
        "2026-03-24T08:00, 2026-04-01T07:00",
        "2026-03-24T20:00, 2026-04-01T07:00",
        "2026-03-24T20:10, 2026-03-25T08:00",
        "2026-04-01T06:50, 2026-04-01T07:00",
        "2026-04-16T07:00, 2026-05-16T07:00",
        "2027-04-24T03:00, 2027-04-24T07:00",
    })
    void onceTheSweepHasBeenItLiesAhead(String back, String expected) {
        String soon = Story.text(Story.instant(back).plus(Story.BETWEEN_TICKS));

        Story story = Story.inBerlin().happens("2026-03-17T12:00 down; " + back + " up; " + soon + " end");

        assertThat(story.nextActionAt()).isEqualTo(Story.instant(expected));
    }
}
