package cairn.functions.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Answer;
import cairn.checkins.Asked;
import cairn.checkins.DueAnswer;
import cairn.checkins.Journey;
import cairn.checkins.JourneyOutcome;
import cairn.checkins.Progress;
import cairn.lambda.JsonBody;
import cairn.testkit.HttpResult;
import cairn.testkit.SamplePrograms;
import cairn.timeline.OpenedSoFar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of answers.
class CompletionTest {

    @Test
    void answersAreStoredAndSentBackAsTheyWereGiven() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        HttpResult reply = anna.completes(
                "2026-03-08T09:00:00Z",
                "day-7",
                "{\"comfort\":7,\"feel\":\"oily\",\"changes\":[\"dry\"],\"dose\":2.50,\"note\":\"gut –"
                        + " 良い\",\"sun\":false}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("answers").toString())
                .isEqualTo("{\"changes\":[\"dry\"],\"comfort\":7,\"dose\":2.5,\"feel\":\"oily\",\"note\":\"gut –"
                        + " 良い\",\"sun\":false}");
        assertThat(reply.json().path("completedAt").asText()).isEqualTo("2026-03-08T09:00:00.000Z");
        assertThat(anna.history("2026-03-08T10:00:00Z").json().at("/items/0/answers"))
                .isEqualTo(reply.json().path("answers"));
    }

    @Test
    void anOfflineClientsAnswerOpensAndCompletesInOneStepAndSaysWhenItWasGiven() {
        Anna anna = Anna.inSkin();
        HttpResult reply = anna.put(
                "2026-03-09T08:00:00Z",
                anna.id("day-7").text(),
                "completion",
                "{\"answers\":" + Anna.GOOD_ANSWERS + ",\"answeredAt\":\"2026-03-08T20:15:30.5+01:00\"}");
        assertThat(reply.json().path("answeredAt").asText()).isEqualTo("2026-03-08T19:15:30.500Z");
        assertThat(reply.json().path("openedBy").asText()).isEqualTo("completion");
        assertThat(due(anna, "2026-03-09T08:00:00Z")).isEmpty();
    }

    @Test
    void aRecoveredSlotIsNeverTheCardAndNothingBehindItOpens() {
        Anna anna = Anna.inSkin();
        assertThat(anna.completes("2026-03-17T08:00:00Z", "day-7")
                        .json()
                        .path("late")
                        .asBoolean())
                .isTrue();
        assertThat(due(anna, "2026-03-17T08:00:00Z")).containsExactly("day-15");
        assertThat(progress(anna, "2026-03-17T08:00:00Z")).isEqualTo(new Progress(2, 1, 0));
    }

    /// The slot's opening is the start of its day, 2026-03-07T23:00Z; it was asked for at 08:00.
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        0000-01-01T00:00:00.000Z,       2026-03-07T23:00:00.000Z
        1970-01-01T00:00:00.000Z,       2026-03-07T23:00:00.000Z
        2026-03-07T22:59:59.999Z,       2026-03-07T23:00:00.000Z
        2026-03-07T23:00:00.000Z,       2026-03-07T23:00:00.000Z
        2026-03-08T07:00:00.000Z,       2026-03-08T07:00:00.000Z
        2026-03-08T08:59:59.999Z,       2026-03-08T08:59:59.999Z
        2026-03-08T09:00:00.001Z,       2026-03-08T09:00:00.000Z
        2200-01-01T00:00:00.000Z,       2026-03-08T09:00:00.000Z
        9999-12-31T23:59:59.999Z,       2026-03-08T09:00:00.000Z
        """)
    void aClockThatIsWrongCostsNobodyTheirAnswers(String said, String kept) {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");

        HttpResult reply = anna.completes("2026-03-08T09:00:00Z", "day-7", Anna.GOOD_ANSWERS, said);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().path("answeredAt").asText()).isEqualTo(kept);
        assertThat(reply.json().path("answers").path("comfort").asInt()).isEqualTo(7);
        assertThat(anna.history("2026-03-08T10:00:00Z").json().at("/items/0")).isEqualTo(reply.json());
    }

    /// Such years are no RFC 3339, but what a clock can show; JavaScript writes them like this.
    @ParameterizedTest
    @CsvSource(textBlock = """
        -000001-01-01T00:00:00.000Z,    2026-03-07T23:00:00.000Z
        +010000-01-01T00:00:00.000Z,    2026-03-08T09:00:00.000Z
        +275760-09-13T00:00:00.000Z,    2026-03-08T09:00:00.000Z
        +999999999-12-31T23:59:59.999Z, 2026-03-08T09:00:00.000Z
        """)
    void noYearIsTooFarAway(String said, String kept) {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        JsonBody body = JsonBody.parse("{\"answeredAt\":\"" + said + "\"}");

        anna.at("2026-03-08T09:00:00Z")
                .complete(
                        Anna.ID,
                        anna.id("day-7"),
                        Map.of(
                                "comfort", new Answer.Quantity(BigDecimal.ONE),
                                "feel", new Answer.Words("dry")),
                        body.clockReading("answeredAt"));

        assertThat(anna.history("2026-03-08T10:00:00Z")
                        .json()
                        .at("/items/0/answeredAt")
                        .asText())
                .isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(textBlock = """
        not opened, 2026-03-09T08:00:00Z, 1970-01-01T00:00:00Z, 2026-03-07T23:00:00.000Z
        not opened, 2026-03-09T08:00:00Z, 2026-03-08T12:00:00Z, 2026-03-08T12:00:00.000Z
        missed,     2027-03-09T08:00:00Z, 1970-01-01T00:00:00Z, 2026-03-07T23:00:00.000Z
        missed,     2027-03-09T08:00:00Z, 2026-03-08T12:00:00Z, 2026-03-08T12:00:00.000Z
        missed,     2027-03-09T08:00:00Z, 2028-03-08T12:00:00Z, 2027-03-09T08:00:00.000Z
        """)
    void whatAnOfflineClientSaysOfASlotThatIsNotOpenedIsKeptSinceItsDayBegan(
            String what, String now, String said, String kept) {
        HttpResult reply = Anna.inSkin().completes(now, "day-7", Anna.GOOD_ANSWERS, said);

        assertThat(reply.json().path("answeredAt").asText()).as(what).isEqualTo(kept);
    }

    /// It was opened while its day was there, 13 hours before that day begins where she is now.
    @Test
    void aMoveAfterTheOpeningPutsNoAnswerBackToAStartThatIsStillToCome() {
        Anna anna = Anna.inSkin();
        anna.at("2026-03-07T09:00:00Z").setLiving(Anna.ID, ZoneId.of("Pacific/Kiritimati"), null);
        anna.asks("2026-03-07T10:30:00Z");
        anna.at("2026-03-07T11:00:00Z").setLiving(Anna.ID, ZoneId.of("Pacific/Pago_Pago"), null);

        assertThat(anna.completes("2026-03-07T12:00:00Z", "day-7", Anna.GOOD_ANSWERS, "1970-01-01T00:00:00Z")
                        .json()
                        .path("answeredAt")
                        .asText())
                .isEqualTo("2026-03-07T10:30:00.000Z");
    }

    @Test
    void theSameAnswersSaidToBeOfAnotherMomentGetTheSameReply() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        HttpResult first = anna.completes("2026-03-08T09:00:00Z", "day-7", Anna.GOOD_ANSWERS, "1970-01-01T00:00:00Z");

        HttpResult again = anna.completes("2026-03-08T10:00:00Z", "day-7", Anna.GOOD_ANSWERS, "2026-03-08T08:30:00Z");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    /// Completing what was missed leaves the card, what is announced and the streak as they were.
    @Test
    void aSlotMissedMonthsAgoIsCompletedBehindANewerCard() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.completes("2026-03-08T08:00:00Z", "day-7");
        anna.asks("2026-07-02T08:00:00Z").completes("2026-07-02T08:00:00Z", "monthly-2026-06-30");
        Journey before = journey(anna);
        Instant nextActionAt = nextActionAt(anna);

        HttpResult reply = anna.completes("2026-07-10T08:00:00Z", "day-15");

        assertThat(reply.json().path("late").asBoolean()).isTrue();
        assertThat(anna.completes("2026-07-11T08:00:00Z", "day-15").body()).isEqualTo(reply.body());
        assertThat(progress(anna, "2026-07-11T08:00:00Z")).isEqualTo(new Progress(3, 3, 1));
        assertThat(journey(anna).lastOpened()).isEqualTo(before.lastOpened());
        assertThat(journey(anna).opened()).isEqualTo(new OpenedSoFar(LocalDate.of(2026, 6, 30), 15));
        assertThat(nextActionAt(anna)).isEqualTo(nextActionAt);
        assertThat(anna.history("2026-07-12T08:00:00Z").json().path("items").findValuesAsText("slot"))
                .containsExactly("monthly-2026-06-30", "day-15", "day-7");
    }

    /// Its date and number count as opened: the earlier one is missed too, and is completed after it all the same.
    @Test
    void missedSlotsAreCompletedInAnyOrder() {
        Anna anna = Anna.inSkin();

        assertThat(anna.completes("2026-09-10T08:00:00Z", "day-30").status()).isEqualTo(200);
        assertThat(journey(anna).opened()).isEqualTo(new OpenedSoFar(LocalDate.of(2026, 3, 31), 30));
        assertThat(anna.completes("2026-09-10T08:00:00Z", "day-7").status()).isEqualTo(200);
        assertThat(anna.completes("2026-09-10T08:00:00Z", "monthly-2026-07-31").status())
                .isEqualTo(200);
        assertThat(anna.completes("2026-09-10T08:00:00Z", "day-15").status()).isEqualTo(200);

        assertThat(journey(anna).opened()).isEqualTo(new OpenedSoFar(LocalDate.of(2026, 7, 31), 30));
        assertThat(journey(anna).lastOpened()).isNull();
        assertThat(due(anna, "2026-09-10T08:00:00Z")).containsExactly("monthly-2026-08-31");
        assertThat(progress(anna, "2026-09-10T08:00:00Z")).isEqualTo(new Progress(5, 4, 0));
    }

    @Test
    void aStreakCountsSlotsCompletedInTimeWithoutOneLeftOut() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.completes("2026-03-08T08:00:00Z", "day-7");
        assertThat(progress(anna, "2026-03-15T08:00:00Z")).isEqualTo(new Progress(1, 1, 1));
        anna.asks("2026-03-16T08:00:00Z");
        assertThat(progress(anna, "2026-03-16T08:00:00Z")).isEqualTo(new Progress(2, 1, 1));
        anna.completes("2026-03-16T08:00:00Z", "day-15");
        assertThat(progress(anna, "2026-03-30T08:00:00Z")).isEqualTo(new Progress(2, 2, 2));
        assertThat(progress(anna, "2026-05-01T08:00:00Z")).isEqualTo(new Progress(2, 2, 0));
        anna.completes("2026-05-01T08:00:00Z", "monthly-2026-04-30");
        assertThat(progress(anna, "2026-05-01T08:00:00Z")).isEqualTo(new Progress(3, 3, 1));
    }

    @Test
    void aLateAnswerAndADismissalBreakAStreak() {
        Anna anna = Anna.inHair().asks("2026-03-08T08:00:00Z");
        anna.completes("2026-03-14T08:00:00Z", "day-7");
        assertThat(progress(anna, "2026-03-14T08:00:00Z")).isEqualTo(new Progress(1, 1, 0));
        anna.asks("2026-03-16T08:00:00Z").completes("2026-03-16T08:00:00Z", "day-15");
        assertThat(progress(anna, "2026-03-16T08:00:00Z")).isEqualTo(new Progress(2, 2, 1));
        anna.asks("2026-03-31T08:00:00Z").dismisses("2026-03-31T08:00:00Z", "day-30");
        assertThat(progress(anna, "2026-04-06T08:00:00Z")).isEqualTo(new Progress(3, 2, 0));
    }

    @Test
    void aMissedSlotHidesNoStreakFromBeforeTheLatestOne() {
        Anna anna = Anna.inHair().asks("2026-03-08T08:00:00Z");
        anna.completes("2026-03-08T08:00:00Z", "day-7");
        assertThat(progress(anna, "2026-03-18T08:00:00Z").streak()).isEqualTo(1);
        assertThat(progress(anna, "2026-03-22T08:00:00Z").streak()).isZero();
    }

    @Test
    void ofEveryFaultOneReadsWhereItIsAndNothingIsStored() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        long before = anna.version();
        HttpResult reply = anna.completes(
                "2026-03-08T09:00:00Z", "day-7", "{\"comfort\":11,\"changes\":[\"dry\",\"dry\"],\"colour\":\"red\"}");
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("invalid");
        assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(reply.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/answers/comfort", "/answers/feel", "/answers/changes", "/answers/colour");
        assertThat(anna.version()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                            | 422 | /answers
        {"answers":null}                              | 422 | /answers
        {"answers":[]}                                | 400 | /answers
        {"answers":{"comfort":{}}}                    | 400 | /answers/comfort
        {"answers":{"comfort":null}}                  | 422 | /answers/comfort
        {"answers":{"comfort":""}}                    | 422 | /answers/comfort
        {"answers":{"comfort":[]}}                    | 422 | /answers/comfort
        {"answers":{"comfort":7,"feel":[]}}           | 422 | /answers/feel
        {"answers":{"changes":[null]}}                | 400 | /answers/changes
        {"answers":{"changes":[1]}}                   | 400 | /answers/changes
        {"answers":{"comfort":7,"feel":"dry","changes":["dry","\\ud83d"]}} | 422 | /answers/changes/1
        {"answers":{},"answeredAt":"yesterday"}       | 422 | /answeredAt
        {"answers":{},"answeredAt":1772960400}        | 400 | /answeredAt
        {"answers":{},"answeredat":"x"}               | 400 | /answeredat
        {"answers":{},"answers":{}}                   | 400 | ''
        {"answers":{                                  | 400 | ''
        []                                            | 400 | ''
        {"answers":{}} trailing                       | 400 | ''
        {"answers":{"comfort":[[[[[[[[1]]]]]]]]}}     | 400 | ''
        """)
    void aBodyThatIsNotAsItShouldBeIsRefused(String body, int status, String pointer) {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        long before = anna.version();
        HttpResult reply = anna.put("2026-03-08T09:00:00Z", anna.id("day-7").text(), "completion", body);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.problem()).isEqualTo(status == 400 ? "malformed" : "invalid");
        assertThat(reply.json().at("/errors/0/pointer").asText("none")).isEqualTo(pointer);
        assertThat(anna.version()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "day-7",
                "MSNza2luIzEjZGF5LTc=",
                "MSNoYWlyIzEjZGF5LTc",
                "MiNza2luIzEjZGF5LTc",
                "MSNza2luIzIjZGF5LTc"
            })
    void anIdOfNothingIsNotFound(String id) {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        HttpResult reply =
                anna.put("2026-03-08T09:00:00Z", id, "completion", "{\"answers\":" + Anna.GOOD_ANSWERS + "}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.problem()).isEqualTo("no-such-check-in");
    }

    @Test
    void aCheckInOfAnEarlierLifeIsSuperseded() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.at("2026-03-08T09:00:00Z").erase(Anna.ID);
        anna.at("2026-03-08T10:00:00Z").beginAgain(Anna.ID);
        anna.at("2026-03-08T11:00:00Z")
                .start(Anna.ID, SamplePrograms.SKIN, LocalDate.of(2026, 3, 8), ZoneId.of("Europe/Berlin"));
        assertThat(anna.completes("2026-03-09T08:00:00Z", "day-7").problem()).isEqualTo("superseded");
        assertThat(anna.dismisses("2026-03-09T08:00:00Z", "day-7").problem()).isEqualTo("superseded");
        assertThat(anna.snoozes("2026-03-09T08:00:00Z", "day-7", "2026-03-10T08:00:00Z")
                        .problem())
                .isEqualTo("superseded");
    }

    @Test
    void aConflictShowsWhatIsStored() {
        Anna anna = Anna.inSkin().asks("2026-03-08T08:00:00Z");
        anna.completes("2026-03-08T08:00:00Z", "day-7");
        HttpResult reply = anna.completes("2026-03-08T08:00:00Z", "day-7", "{\"comfort\":1,\"feel\":\"dry\"}");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().at("/stored/answers/comfort").asInt()).isEqualTo(7);
    }

    private static @Nullable Instant nextActionAt(Anna anna) {
        return anna.ledger.member(Anna.ID).orElseThrow().outlook().nextActionAt();
    }

    private static Journey journey(Anna anna) {
        return anna.ledger
                .member(Anna.ID)
                .flatMap(member -> member.journey(SamplePrograms.SKIN))
                .orElseThrow();
    }

    private static java.util.List<String> due(Anna anna, String now) {
        Asked asked = (Asked) anna.at(now).due(Anna.ID);
        return asked.answer().due().stream().map(DueAnswer.Due::slot).toList();
    }

    private static Progress progress(Anna anna, String now) {
        String program = anna.ledger.member(Anna.ID).orElseThrow().journeys().firstKey();
        JourneyOutcome outcome = anna.at(now).journey(Anna.ID, program);
        return ((JourneyOutcome.Stands) outcome).journey().progress();
    }
}
