package cairn.functions.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckIn;
import cairn.testkit.HttpResult;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of semantics 7, cell by cell. Each row is a check-in of the slot `day-7` in a certain state,
/// and a moment.
class ActionsTest {
    private static final String SOON = "2026-03-11T06:00:00.000Z";

    private record Row(Supplier<Anna> anna, String now, String slot) {}

    private static final Map<String, Row> ROWS = Map.ofEntries(
            row("open", () -> Anna.inSkin().asks("2026-03-08T08:00:00Z"), "2026-03-09T08:00:00Z"),
            row("snoozed", ActionsTest::snoozed, "2026-03-09T08:00:00Z"),
            row("expired by its window", () -> Anna.inHair().asks("2026-03-08T08:00:00Z"), "2026-03-13T08:00:00Z"),
            row(
                    "expired by a later slot that can open",
                    () -> Anna.inSkin().asks("2026-03-08T08:00:00Z"),
                    "2026-03-16T08:00:00Z"),
            row(
                    "expired, a later one opened",
                    () -> Anna.inSkin().asks("2026-03-08T08:00:00Z").asks("2026-03-16T08:00:00Z"),
                    "2026-03-17T08:00:00Z"),
            row("dismissed", ActionsTest::dismissed, "2026-03-09T08:00:00Z"),
            row("dismissed, past its close", ActionsTest::dismissed, "2026-03-17T08:00:00Z"),
            row(
                    "dismissed, a later one opened",
                    () -> dismissed().asks("2026-03-16T08:00:00Z"),
                    "2026-03-17T08:00:00Z"),
            row("completed alike", () -> completed(Anna.GOOD_ANSWERS), "2026-03-09T08:00:00Z"),
            row("completed otherwise", () -> completed("{\"comfort\":1,\"feel\":\"dry\"}"), "2026-03-09T08:00:00Z"),
            row(
                    "completed alike, a later one opened",
                    () -> completed(Anna.GOOD_ANSWERS).asks("2026-03-16T08:00:00Z"),
                    "2026-03-17T08:00:00Z"),
            row(
                    "completed otherwise, a later one opened",
                    () -> completed("{\"comfort\":1,\"feel\":\"dry\"}").asks("2026-03-16T08:00:00Z"),
                    "2026-03-17T08:00:00Z"),
            row("not opened, can open now", Anna::inSkin, "2026-03-08T08:00:00Z"),
            row("missed, just closed", Anna::inSkin, "2026-03-16T08:00:00Z"),
            row("missed, a later one opened", () -> Anna.inSkin().asks("2026-03-16T08:00:00Z"), "2026-03-17T08:00:00Z"),
            row("missed, closed eight days ago", Anna::inSkin, "2026-03-24T08:00:00Z"),
            row("missed, closed years ago", Anna::inSkin, "2031-03-24T08:00:00Z"),
            row(
                    "missed years ago, many opened since",
                    () -> Anna.inSkin().asks("2026-03-16T08:00:00Z").asks("2030-03-31T08:00:00Z"),
                    "2031-03-24T08:00:00Z"),
            row("in the future", Anna::inSkin, "2026-03-07T08:00:00Z"),
            row("before", () -> Anna.createdAt("2026-03-17T08:00:00Z"), "2026-03-18T08:00:00Z"),
            Map.entry("not on the timeline", new Row(Anna::inSkin, "2026-03-09T08:00:00Z", "day-8")),
            Map.entry(
                    "not on the timeline, recurring",
                    new Row(Anna::inSkin, "2026-05-09T08:00:00Z", "weekly-2026-05-07")),
            row("of an earlier run", ActionsTest::restarted, "2026-03-20T08:00:00Z"));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        open                                    | completed             | dismissed             | snoozed
        snoozed                                 | completed             | dismissed             | snoozed
        expired by its window                   | completed late        | 409 closed            | 409 closed
        expired by a later slot that can open   | completed late        | 409 closed            | 409 closed
        expired, a later one opened             | completed late        | 409 closed            | 409 closed
        dismissed                               | completed             | dismissed             | 409 dismissed
        dismissed, past its close               | completed late        | dismissed             | 409 dismissed
        dismissed, a later one opened           | completed late        | dismissed             | 409 dismissed
        completed alike                         | completed             | 409 already-completed | 409 already-completed
        completed otherwise                     | 409 already-completed | 409 already-completed | 409 already-completed
        completed alike, a later one opened     | completed             | 409 already-completed | 409 already-completed
        completed otherwise, a later one opened | 409 already-completed | 409 already-completed | 409 already-completed
        not opened, can open now                | completed             | 409 not-open          | 409 not-open
        missed, just closed                     | completed late        | 409 not-open          | 409 not-open
        missed, a later one opened              | completed late        | 409 not-open          | 409 not-open
        missed, closed eight days ago           | completed late        | 409 not-open          | 409 not-open
        missed, closed years ago                | completed late        | 409 not-open          | 409 not-open
        missed years ago, many opened since     | completed late        | 409 not-open          | 409 not-open
        in the future                           | 404 no-such-check-in  | 404 no-such-check-in  | 404 no-such-check-in
        before                                  | 404 no-such-check-in  | 404 no-such-check-in  | 404 no-such-check-in
        not on the timeline                     | 404 no-such-check-in  | 404 no-such-check-in  | 404 no-such-check-in
        not on the timeline, recurring          | 404 no-such-check-in  | 404 no-such-check-in  | 404 no-such-check-in
        of an earlier run                       | 409 superseded        | 409 superseded        | 409 superseded
        """)
    void eachCellIsAsTheTableSays(String state, String complete, String dismiss, String snooze) {
        assertThat(completing(state)).isEqualTo(complete);
        assertThat(dismissing(state)).isEqualTo(dismiss);
        assertThat(snoozing(state)).isEqualTo(snooze);
    }

    private static String completing(String state) {
        Row row = row(state);
        Anna anna = row.anna().get();
        return outcome(anna, row, anna.version(), anna.completes(row.now(), row.slot()));
    }

    private static String dismissing(String state) {
        Row row = row(state);
        Anna anna = row.anna().get();
        return outcome(anna, row, anna.version(), anna.dismisses(row.now(), row.slot()));
    }

    private static String snoozing(String state) {
        Row row = row(state);
        Anna anna = row.anna().get();
        return outcome(anna, row, anna.version(), anna.snoozes(row.now(), row.slot(), SOON));
    }

    /// The reply in words; what is stored agrees with it, and nothing is written where it refuses.
    private static String outcome(Anna anna, Row row, long versionBefore, HttpResult reply) {
        if (reply.status() != 200) {
            assertThat(anna.version()).isEqualTo(versionBefore);
            return reply.status() + " " + reply.problem();
        }
        CheckIn stored = anna.ledger.checkIn(Anna.ID, anna.id(row.slot())).orElseThrow();
        String state = reply.json().path("state").asText();
        assertThat(reply.json().path("dueOn").asText())
                .isEqualTo(LocalDate.of(2026, 3, 8).toString());
        assertThat(stored.opened().state().name()).isEqualToIgnoringCase(state.replace("snoozed", "open"));
        assertThat(stored.completion() != null && stored.completion().late())
                .isEqualTo(reply.json().path("late").asBoolean(false));
        return reply.json().path("late").asBoolean(false) ? state + " late" : state;
    }

    private static Row row(String state) {
        Row row = ROWS.get(state);
        if (row == null) {
            throw new IllegalArgumentException(state);
        }
        return row;
    }

    private static Map.Entry<String, Row> row(String state, Supplier<Anna> anna, String now) {
        return Map.entry(state, new Row(anna, now, "day-7"));
    }

    private static Anna snoozed() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.snoozes("2026-03-08T08:00:00Z", "day-7", "2026-03-10T08:00:00Z");
        return anna;
    }

    private static Anna dismissed() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.dismisses("2026-03-08T08:00:00Z", "day-7");
        return anna;
    }

    private static Anna completed(String answers) {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.completes("2026-03-08T08:00:00Z", "day-7", answers);
        return anna;
    }

    private static Anna restarted() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.at("2026-03-10T08:00:00Z").restart(Anna.ID, "skin", 2, LocalDate.of(2026, 3, 10));
        return anna;
    }
}
