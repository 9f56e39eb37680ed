package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What happens without the person asking: the project's own functions on bus, schedules and stream.
class BackgroundTest {
    private static Running cairn;

    @BeforeAll
    static void start() {
        cairn = new Running();
    }

    @AfterAll
    static void stop() {
        cairn.close();
    }

    @Test
    void anEventStartsAJourneyATickOpensItsCheckInAndBothComeOutAsEvents() {
        String member = "never-asks";
        cairn.travelTo(Instant.parse("2027-03-07T08:00:00Z"));
        put(
                "JourneyStarted",
                member,
                "\"program\":\"skin\",\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"");
        cairn.travelTo(Instant.parse("2027-03-14T12:00:00Z"));
        cairn.tick();

        assertThat(cairn.eventsAbout(member, 2))
                .contains("CheckInDue day-7 2027-03-14T12:00")
                // Its time is the stream's, which is the store's, which does not travel.
                .anyMatch(event -> event.startsWith("CheckInOpened day-7 "));
        assertThat(cairn.get("/v1/me/due", cairn.token(member))
                        .json()
                        .at("/due/0/slot")
                        .asText())
                .isEqualTo("day-7");
    }

    @Test
    void aChangeOfPlanIsTakenAndABadOneIsADeadLetterWithItsReason() {
        String member = "pays";
        cairn.travelTo(Instant.parse("2027-03-07T08:00:00Z"));
        put(
                "JourneyStarted",
                member,
                "\"program\":\"skin\",\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"");
        put("PlanChanged", member, "\"plan\":\"pro\",\"changedAt\":\"2027-03-07T07:00:00Z\"");
        int before = cairn.deadLetters().size();
        put("PlanChanged", member, "\"plan\":\"no-such-plan\",\"changedAt\":\"2027-03-07T07:30:00Z\"");

        JsonNode letters = cairn.deadLetters();
        assertThat(letters).hasSize(before + 1);
        JsonNode body = letters.get(before).path("body");
        assertThat(body.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
        assertThat(body.at("/requestPayload/event/detail/plan").asText()).isEqualTo("no-such-plan");
        assertThat(body.at("/requestPayload/ingestionTime").asText()).startsWith("2027-03-07T08:00:");
        assertThat(body.at("/responsePayload/errorMessage").asText()).contains("plan");
    }

    /// The end of a billing period, say: today never goes back, so it would be the card of 2036 from then on.
    @Test
    void aTimeThatASenderPutsYearsAheadMovesNobodysDay() {
        String member = "pays-until-2036";
        cairn.travelTo(Instant.parse("2027-03-07T08:00:00Z"));
        put(
                "JourneyStarted",
                member,
                "\"program\":\"skin\",\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"");
        cairn.tellDated(
                "2036-03-10T00:00:00Z",
                "PlanChanged",
                member,
                "\"plan\":\"pro\",\"changedAt\":\"2027-03-07T08:00:00Z\"");
        cairn.travelTo(Instant.parse("2027-03-14T12:00:00Z"));

        assertThat(cairn.get("/v1/me", cairn.token(member)).json().at("/plan").asText())
                .isEqualTo("pro");
        assertThat(cairn.get("/v1/me/due", cairn.token(member))
                        .json()
                        .at("/due/0/slot")
                        .asText())
                .isEqualTo("day-7");
    }

    @Test
    void aRefusedEventWithHalfOfASurrogatePairIsADeadLetterWithItsPayloadAndReason() {
        int before = cairn.deadLetters().size();
        put("PlanChanged", "half", "\"plan\":\"sur\\ud800\",\"changedAt\":\"2027-03-07T07:30:00Z\"");

        JsonNode body = cairn.deadLetters().get(before).path("body");
        assertThat(body.at("/requestPayload/event/detail/plan").asText()).isEqualTo("sur\ud800");
        assertThat(body.at("/responsePayload/errorMessage").asText()).isNotEmpty();
    }

    @Test
    void anErasedMemberComesOutAsAnEventThroughTheStream() {
        String member = "leaves";
        String token = cairn.token(member);
        cairn.travelTo(Instant.parse("2027-03-07T08:00:00Z"));
        put(
                "JourneyStarted",
                member,
                "\"program\":\"skin\",\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"");

        assertThat(cairn.send("DELETE", "/v1/me", token, null).status()).isEqualTo(202);

        assertThat(cairn.eventsAbout(member, 1)).anyMatch(event -> event.startsWith("MemberErased"));
    }

    private static void put(String type, String member, String detail) {
        cairn.tell(type, member, detail);
    }
}
