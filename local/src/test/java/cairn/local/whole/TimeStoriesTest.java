package cairn.local.whole;

import static cairn.local.whole.RightReply.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What time once did to people, told over HTTP with the deployment's travelling clock.
class TimeStoriesTest {
    private static Running cairn;

    @BeforeAll
    static void start() {
        cairn = new Running();
    }

    @AfterAll
    static void stop() {
        cairn.close();
    }

    /// B.7: the time of an event is what its sender wrote, and never now.
    @Test
    void anEventFromTheFutureMovesNobodysToday() {
        String token = cairn.token("billed");
        cairn.travelTo(Instant.parse("2027-03-07T08:00:00Z"));
        startsIn(token, "skin", "2027-03-07", "Europe/Berlin");
        tellAt(
                "2036-03-10T00:00:00Z",
                "PlanChanged",
                "{\"memberId\":\"billed\",\"plan\":\"pro\",\"changedAt\":\"2027-03-07T07:59:00Z\"}");
        expect(cairn.get("/v1/me", token), 200, "{\"plan\":\"pro\"}");
        assertThat(cairn.get("/v1/me/export", token)
                        .json()
                        .at("/items/0/lastDay")
                        .asText())
                .isEqualTo("2027-03-07");

        cairn.travelTo(Instant.parse("2027-03-14T08:00:00Z"));
        expect(cairn.get("/v1/me/due", token), 200, "{\"due\":[{\"slot\":\"day-7\",\"dueOn\":\"2027-03-14\"}]}");
    }

    /// B.7: nor does one from the past, or from the time before there was a member.
    @Test
    void anEventFromThePastIsOfNow() {
        String token = cairn.token("told-late");
        cairn.travelTo(Instant.parse("2027-03-14T08:00:00Z"));
        tellAt(
                "2001-01-01T00:00:00Z",
                "JourneyStarted",
                "{\"memberId\":\"told-late\",\"program\":\"skin\",\"startedOn\":\"2027-03-07\","
                        + "\"timeZone\":\"Europe/Berlin\"}");
        expect(
                cairn.get("/v1/me/journeys/skin", token),
                200,
                "{\"startedOn\":\"2027-03-07\",\"createdOn\":\"2027-03-14\"}");
        expect(cairn.get("/v1/me/due", token), 200, "{\"due\":[{\"slot\":\"day-7\"}]}");
    }

    /// B.8: strength is announced at 18:30. At 17:40 in Los Angeles it is 02:40 in Berlin, and night.
    @Test
    void nobodyIsWokenByAFlight() {
        String token = cairn.token("flies");
        cairn.travelTo(Instant.parse("2027-02-01T20:00:00Z"));
        startsIn(token, "strength", "2027-02-01", "America/Los_Angeles");
        cairn.travelTo(Instant.parse("2027-02-05T01:40:00Z"));
        expect(
                cairn.get("/v1/me/journeys/strength/explanation", token),
                200,
                "{\"today\":\"2027-02-04\",\"due\":true}");
        expect(cairn.send("PUT", "/v1/me", token, "{\"timeZone\":\"Europe/Berlin\"}"), 200, "{}");

        cairn.travelTo(Instant.parse("2027-02-05T01:41:00Z"));
        cairn.tick();
        assertThat(cairn.eventsAbout("flies", 0)).noneMatch(event -> event.startsWith("CheckInDue"));
        cairn.travelTo(Instant.parse("2027-02-05T17:29:00Z"));
        cairn.tick();
        assertThat(cairn.eventsAbout("flies", 0)).noneMatch(event -> event.startsWith("CheckInDue"));
        cairn.travelTo(Instant.parse("2027-02-05T17:30:00Z"));
        cairn.tick();
        assertThat(cairn.eventsAbout("flies", 1)).contains("CheckInDue day-3 2027-02-05T17:30");
    }

    /// B.9: on 2010-11-07 in St. John's the clock went from 00:01 back to 23:01, and midnight came again at 03:30Z.
    @Test
    void whereMidnightComesTwiceTheCardIsThereAfterTheSecond() {
        String token = cairn.token("twice-midnight");
        cairn.travelTo(Instant.parse("2010-10-31T12:00:00Z"));
        startsIn(token, "skin", "2010-10-31", "America/St_Johns");
        cairn.travelTo(Instant.parse("2010-11-07T03:00:00Z"));
        expect(
                cairn.send("PUT", "/v1/me", token, "{\"timeZone\":\"America/St_Johns\",\"locale\":\"en-CA\"}"),
                200,
                "{\"locale\":\"en-CA\"}");
        expect(cairn.get("/v1/me/due", token), 200, "{\"due\":[],\"validUntil\":\"2010-11-07T03:30:00.000Z\"}");

        cairn.travelTo(Instant.parse("2010-11-07T03:40:00Z"));
        expect(cairn.get("/v1/me/due", token), 200, "{\"due\":[{\"slot\":\"day-7\"}]}");
        expect(cairn.get("/v1/me/journeys/skin/explanation", token), 200, "{\"due\":true}");
    }

    private static void startsIn(String token, String program, String startedOn, String zone) {
        expect(
                cairn.send(
                        "PUT",
                        "/v1/me/journeys/" + program,
                        token,
                        "{\"startedOn\":\"" + startedOn + "\",\"timeZone\":\"" + zone + "\"}"),
                200,
                "{\"program\":\"" + program + "\"}");
    }

    private static void tellAt(String time, String type, String detail) {
        expect(
                cairn.send(
                        "POST",
                        "/local/events",
                        null,
                        "{\"Entries\":[{\"Time\":\"" + time + "\",\"Source\":\"app\",\"DetailType\":\"" + type
                                + "\",\"Detail\":" + TextNode.valueOf(detail) + "}]}"),
                200,
                "{\"FailedEntryCount\":0}");
    }
}
