package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.Nobody;
import cairn.checkins.Standing;
import cairn.lambda.EventFunction;
import cairn.testkit.Canary;
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
            expectRefused(other, "another one of the same changedAt and sequence says something else");
        }
    }

    @Test
    void anUnknownPlan() {
        expectRefused(Dora.planChanged(NOW, "canary-gold", NOW, null), "/plan no program knows that plan");
    }

    @Test
    void aChangedAtMoreThanFiveMinutesAhead() {
        expectRefused(Dora.planChanged(NOW, "pro", "2026-03-10T09:05:00.001Z", null), "/changedAt lies in the future");
    }

    @Test
    void anUnknownProgram() {
        expectRefused(
                Dora.journeyStarted(
                        NOW,
                        "\"program\":\"canary-nails\",\"startedOn\":\"2026-03-10\",\"timeZone\":\"Europe/Berlin\""),
                "/program no program of that name is defined");
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
                "/startedOn lies after tomorrow");
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
                "unknown field; /memberId is to be given; /program is to be given;"
                        + " /startedOn is to be a day such as 2026-03-24, from 2000-01-01 to 2199-12-31");
    }

    /// An event can hold a name anywhere: an address as a field's name, say.
    @ParameterizedTest
    @ValueSource(strings = {"plan-changed.json", "journey-started.json"})
    void nothingOfTheEventIsQuotedWhereverItStands(String example) {
        for (String variant : Canary.inJson(Dora.example(example))) {
            try {
                dora.receives(variant);
            } catch (EventFunction.Refused refused) {
                assertThat(refused).hasNoCause();
                assertThat(refused.getMessage()).as(variant).doesNotContainIgnoringCase(Canary.WORD);
            }
            assertThat(dora.log.getLast()).as(variant).doesNotContainIgnoringCase(Canary.WORD);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"canary\"", "7"})
    void aDetailThatIsNoObject(String detail) {
        expectRefused(Dora.event("PlanChanged", NOW, detail), "is to be one JSON object");
    }

    @Test
    void anEventWithoutDetail() {
        String sent = "{\"detail-type\":\"PlanChanged\",\"time\":\"" + NOW + "\"}";
        expectRefused(Dora.takenIn(NOW, sent), "is to be one JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary", "", "2026-03-10", "2026-03-10T09:00:00"})
    void aTimeThatIsNoInstant(String time) {
        String sent = Dora.sent("PlanChanged", time, Dora.planChange("pro", NOW, ""));
        expectRefused(Dora.takenIn(NOW, sent), "/time is to be an instant");
    }

    /// A rule without the input transformer: what a sender wrote is never taken in the bus's place.
    @Test
    void anEventWithoutTheTimeTheBusTookItIn() {
        String sent = Dora.sent("PlanChanged", NOW, Dora.planChange("pro", NOW, ""));
        for (String input : List.of(sent, "{\"event\":" + sent + "}", Dora.takenIn("canary", sent))) {
            expectRefused(
                    input,
                    "/ingestionTime an instant is required: the rule on the bus sets it (InputTransformer in"
                            + " template.yaml)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5", "9007199254740992", "1e400", "\"1\"", "true", "[]"})
    void aSequenceThatIsNoWholeNumberOfTheRange(String sequence) {
        expectRefused(
                Dora.event("PlanChanged", NOW, Dora.planChange("pro", NOW, ",\"sequence\":" + sequence)),
                "/sequence is to be a whole number from 0 to 9007199254740991");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\\ud800", "canary\\udc00\\ud800", "\\udfff"})
    void aMemberIdThatIsNotUnicode(String memberId) {
        expectRefused(
                Dora.event(
                        "PlanChanged",
                        NOW,
                        "{\"memberId\":\"" + memberId + "\",\"plan\":\"pro\",\"changedAt\":\"" + NOW + "\"}"),
                "/memberId contains a lone surrogate, which is not Unicode");
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
                "is not JSON that can be read here: see line 1, column 174");
    }

    @Test
    void aDetailThatGoesTooDeep() {
        expectRefused(
                Dora.event("PlanChanged", NOW, "{\"plan\":" + "[".repeat(20) + "]".repeat(20) + "}"),
                "is not JSON that can be read here");
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
