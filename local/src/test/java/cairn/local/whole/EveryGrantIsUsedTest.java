package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.access.Grant;
import cairn.local.whole.Running.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The roles of the deployment are enough for everything it does, and no more than that.
class EveryGrantIsUsedTest {
    /// What a role needs in an account and one machine has not: a function's log is printed, and nothing is traced.
    private static final Set<String> NOT_HERE =
            Set.of("logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTraceSegments", "xray:PutTelemetryRecords");

    private static final String MEMBER = "does everything";
    private static final String UNREADABLE = "unreadable";

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
    void everythingTheDeploymentDoesIsAllowedAndNothingMore() {
        cairn.travelTo(Instant.parse("2027-03-07T08:00:00Z"));
        journeyByEvent(MEMBER);
        journeyByRequest();
        damagedRow();
        cairn.travelTo(Instant.parse("2027-03-14T12:00:00Z"));

        // The sweep opens, announces, and moves back whom it cannot read.
        cairn.tick();
        assertThat(cairn.eventsAbout(MEMBER, 2)).anyMatch(event -> event.startsWith("CheckInDue"));
        openedByRequestAndAnswered();
        erased();

        assertThat(cairn.unusedGrants())
                .as("granted and never needed")
                .filteredOn(grant -> !NOT_HERE.contains(grant.action()))
                .map(Grant::toString)
                .isEmpty();
    }

    private static void journeyByEvent(String member) {
        cairn.tell(
                "JourneyStarted",
                member,
                "\"program\":\"skin\",\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"");
    }

    private static void journeyByRequest() {
        String start = "{\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"}";
        succeeds("PUT", "/v1/me/journeys/skin", start);
    }

    /// Nothing in it is what the sweep expects but its place in the index.
    private static void damagedRow() {
        try (DynamoDbClient client = cairn.store().client()) {
            client.putItem(put -> put.tableName("cairn-Table")
                    .item(Map.of(
                            "pk", AttributeValue.fromS("MEMBER#" + UNREADABLE),
                            "sk", AttributeValue.fromS("MEMBER"),
                            "dueShard", AttributeValue.fromS("0"),
                            "nextActionAt", AttributeValue.fromS("2027-03-14T08:00:00.000Z"))));
        }
    }

    private static void openedByRequestAndAnswered() {
        String another = "opens by asking";
        cairn.send(
                "PUT",
                "/v1/me/journeys/skin",
                cairn.token(another),
                "{\"startedOn\":\"2027-03-07\",\"timeZone\":\"Europe/Berlin\"}");
        assertThat(cairn.get("/v1/me/due", cairn.token(another))
                        .json()
                        .at("/due/0/slot")
                        .asText())
                .isEqualTo("day-7");
        String card = succeeds("GET", "/v1/me/due", null).json().at("/due/0/id").asText();
        succeeds("GET", "/v1/me/journeys/skin/timeline", null);
        succeeds("GET", "/v1/me/journeys/skin/check-ins", null);
        succeeds(
                "PUT",
                "/v1/me/check-ins/" + card + "/completion",
                "{\"answers\":{\"irritation\":3,\"change\":\"better\"}}");
    }

    private static void erased() {
        succeeds("GET", "/v1/me/export", null);
        succeeds("DELETE", "/v1/me", null);
        assertThat(cairn.eventsAbout(MEMBER, 4)).anyMatch(event -> event.startsWith("MemberErased"));
        succeeds("POST", "/v1/me", null);
    }

    private static Reply succeeds(String method, String path, @Nullable String body) {
        Reply reply = cairn.send(method, path, cairn.token(MEMBER), body);
        assertThat(List.of(200, 202)).as(reply.body()).contains(reply.status());
        return reply;
    }
}
