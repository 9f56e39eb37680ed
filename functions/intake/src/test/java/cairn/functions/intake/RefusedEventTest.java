package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.Nobody;
import cairn.checkins.Standing;
import cairn.lambda.EventFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be taken goes with its reason to the dead-letter queue, and changes nothing. The reason
/// quotes nothing of what was sent.
class RefusedEventTest {
    private static final String NOW = "2026-03-10T09:00:00Z";

    private final Dora dora = new Dora();

    @Test
    void anEqualChangedAtThatSaysSomethingElse() {
        dora.changesPlan("pro", NOW);
        for (String other : List.of(
                Dora.planChanged(NOW, "free", NOW, null), Dora.planChanged(NOW, "pro", NOW, "2026-04-01T00:00:00Z"))) {
            expectRefused(other, "another one of the same changedAt says something else");
        }
    }

    @Test
    void anUnknownPlan() {
        expectRefused(Dora.planChanged(NOW, "canary-gold", NOW, null), "no program knows that plan");
    }

    @Test
    void aChangedAtMoreThanFiveMinutesAhead() {
        expectRefused(Dora.planChanged(NOW, "pro", "2026-03-10T09:05:00.001Z", null), "changedAt lies in the future");
    }

    @Test
    void anUnknownProgram() {
        expectRefused(
                Dora.journeyStarted(
                        NOW,
                        "\"program\":\"canary-nails\",\"startedOn\":\"2026-03-10\",\"timeZone\":\"Europe/Berlin\""),
                "no program of that name is defined");
    }

    @Test
    void aJourneyOfSomebodyWhoseZoneNobodyNames() {
        expectRefused(
                Dora.journeyStarted(NOW, "\"program\":\"skin\",\"startedOn\":\"2026-03-10\""),
                "the member has no time zone yet, and it names none");
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({"Europe/Berlin,      2026-03-12", "Pacific/Kiritimati, 2026-03-12", "Pacific/Pago_Pago,  2026-03-11"})
    void aStartAfterTomorrowThere(String zone, String startedOn) {
        expectRefused(
                Dora.journeyStarted(
                        NOW, "\"program\":\"skin\",\"startedOn\":\"" + startedOn + "\",\"timeZone\":\"" + zone + "\""),
                "startedOn lies after tomorrow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MemberErased", "planchanged", "PLANCHANGED", ""})
    void anUnknownType(String type) {
        expectRefused(Dora.event(type, NOW, "{\"memberId\":\"canary\"}"), "no event of that type is taken here");
    }

    @Test
    void everyFaultIsNamed() {
        expectRefused(
                Dora.event("PlanChanged", NOW, "{\"changedAt\":\"canary\",\"effectiveAt\":7,\"memberId\":\" \"}"),
                "/effectiveAt is to be a text; /memberId is to be the subject of the person's token: 1 to 256"
                        + " characters; /plan is to be given; /changedAt is to be an instant such as"
                        + " 2026-03-24T08:00:00.000Z");
        expectRefused(
                Dora.event(
                        "JourneyStarted",
                        NOW,
                        "{\"startedOn\":\"2026-02-30\",\"timeZone\":\"Canary/Islands\",\"locale\":\"canary_\",\"run\":1}"),
                "/run is not a field here; /memberId is to be given; /program is to be given;"
                        + " /startedOn is to be a day such as 2026-03-24, from 2000-01-01 to 2199-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"canary\"", "7"})
    void aDetailThatIsNoObject(String detail) {
        expectRefused(Dora.event("PlanChanged", NOW, detail), " is to be one JSON object");
    }

    @Test
    void anEventWithoutDetail() {
        expectRefused("{\"detail-type\":\"PlanChanged\",\"time\":\"" + NOW + "\"}", " is to be one JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "", "2026-03-10", "2026-03-10T09:00:00"})
    void aTimeThatIsNoInstant(String time) {
        expectRefused(Dora.planChanged(time, "pro", NOW, null), "/time is to be an instant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\\ud800", "canary\\udc00\\ud800", "\\udfff"})
    void aMemberIdThatIsNotUnicode(String memberId) {
        expectRefused(
                Dora.event(
                        "PlanChanged",
                        NOW,
                        "{\"memberId\":\"" + memberId + "\",\"plan\":\"pro\",\"changedAt\":\"" + NOW + "\"}"),
                "/memberId is to be the subject of the person's token: 1 to 256 characters");
    }

    @ParameterizedTest
    @CsvSource({"startedOn, +02026-03-10", "startedOn, 2026-03-10Z"})
    void aDayThatIsNoneOfFourDigitsOfTheYear(String field, String day) {
        expectRefused(
                Dora.journeyStarted(NOW, "\"program\":\"skin\",\"" + field + "\":\"" + day + "\",\"timeZone\":\"UTC\""),
                "/startedOn is to be a day such as 2026-03-24, from 2000-01-01 to 2199-12-31");
    }

    @Test
    void aKeyThatComesTwice() {
        expectRefused(
                Dora.event("PlanChanged", NOW, "{\"canary-key\":1,\"canary-key\":2}"),
                " is not JSON that can be read here");
    }

    @Test
    void aDetailThatGoesTooDeep() {
        expectRefused(
                Dora.event("PlanChanged", NOW, "{\"plan\":" + "[".repeat(20) + "]".repeat(20) + "}"),
                " is not JSON that can be read here");
    }

    private void expectRefused(String event, String why) {
        Standing before = dora.ledger.standing(Dora.ID);
        assertThatThrownBy(() -> dora.receives(event))
                .isInstanceOf(EventFunction.Refused.class)
                .hasMessage(why);
        assertThat(dora.log.getLast())
                .contains("\"level\":\"WARN\"", "\"outcome\":\"refused\"")
                .doesNotContain("canary", "Canary");
        assertThat(dora.ledger.standing(Dora.ID)).isEqualTo(before);
        assertThat(before.version() == 0).isEqualTo(before instanceof Nobody);
    }
}
