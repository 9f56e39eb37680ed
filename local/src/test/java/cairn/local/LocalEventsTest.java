package cairn.local;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.dynamodblocal.DynamoDbLocal;
import cairn.local.store.AwsAccess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The other half over real HTTP, with functions in processes of their own and a stream of a real engine.
class LocalEventsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path root;

    private static DynamoDbLocal engine;
    private static LocalDeployment deployment;
    private static DynamoDbClient dynamoDb;

    @BeforeAll
    static void start() {
        engine = DynamoDbLocal.inMemory();
        var store = AwsAccess.toLocalEngine(engine.endpoint(), "eu-central-1");
        dynamoDb = store.client();
        TestProject.in(root);
        deployment = LocalDeployment.start(
                new Settings(root, root.resolve(".cairn"), true, false, 0, "eu-central-1", Optional.of(store)));
    }

    @AfterAll
    static void stop() {
        deployment.close();
        dynamoDb.close();
        engine.close();
        HTTP.close();
    }

    @Test
    void anEventInIsHandledWhenTheReplyComes() throws Exception {
        String kind = announced();
        JsonNode reply = json(200, events("app", "Told", "{\\\"do\\\":\\\"announce\\\"}"));

        assertThat(reply.path("FailedEntryCount").asInt(-1)).isZero();
        assertThat(reply.at("/Entries/0/EventId").asText()).isNotEmpty();
        assertThat(announced()).isNotEqualTo(kind);
    }

    @Test
    void anEventWithHalfOfASurrogatePairIsADeadLetterWithItsPayloadAndReason() throws Exception {
        int before = deadLetters().size();

        json(200, events("app", "Told", "{\\\"do\\\":\\\"throw\\\",\\\"who\\\":\\\"sur\\\\ud800\\\"}"));

        JsonNode record = deadLetters().get(before).path("body");
        assertThat(record.at("/requestPayload/detail/who").asText()).isEqualTo("sur\ud800");
        assertThat(record.at("/responsePayload/errorMessage").asText()).isNotEmpty();
    }

    @Test
    void anEventThatTheFunctionFailsOnIsADeadLetterWhenTheReplyComes() throws Exception {
        int before = deadLetters().size();

        assertThat(json(200, events("app", "Told", "{\\\"do\\\":\\\"throw\\\"}"))
                        .path("FailedEntryCount")
                        .asInt(-1))
                .isZero();

        JsonNode letters = deadLetters();
        assertThat(letters).hasSize(before + 1);
        JsonNode record = letters.get(before).path("body");
        assertThat(record.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
        assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
        assertThat(record.at("/requestPayload/detail-type").asText()).isEqualTo("Told");
        assertThat(record.at("/responsePayload/errorMessage").asText()).isEqualTo("a \"quoted\"\nmessage");
    }

    @Test
    void whatIsWrittenGoesThroughTheStreamBeforeTheEventsOutAreShown() throws Exception {
        int before = out().size();
        for (int i = 0; i < 3; i++) {
            write("{\"do\":\"announce\"}");
            assertThat(out()).hasSize(before + i + 1);
        }

        JsonNode event = out().get(before);
        assertThat(event.path("source").asText()).isEqualTo("cairn");
        assertThat(event.path("detail-type").asText()).isEqualTo("Announced");
    }

    @Test
    void aTickHasTheTravelledClocksTimeAndTheReplyHasWhatTheFunctionSaid() throws Exception {
        try {
            send(request("/local/clock", "PUT", "{\"now\":\"2031-05-06T07:08:09Z\"}"));

            JsonNode tick = json(200, request("/local/schedules/Tick", "POST", ""));

            assertThat(tick.path("status").asText()).isEqualTo("succeeded");
            assertThat(tick.path("scheduledTime").asText()).startsWith("2031-05-06T07:08:");
            assertThat(new String(
                            Base64.getDecoder().decode(tick.at("/reply/body").asText()), StandardCharsets.UTF_8))
                    .isEqualTo("{\"at\":\"" + tick.path("scheduledTime").asText() + "\"}");
        } finally {
            send(request("/local/clock", "DELETE", ""));
        }
    }

    @Test
    void aTickThatFailsSaysSoAndAllTicksTellEachOfThem() throws Exception {
        JsonNode failed = json(200, request("/local/schedules/Stumble", "POST", ""));
        assertThat(failed.path("status").asText()).isEqualTo("failed");
        assertThat(failed.path("reason").asText()).contains("IllegalArgumentException");

        JsonNode all = json(200, request("/local/schedules/all", "POST", ""));
        assertThat(all.path("status").asText()).isEqualTo("failed");
        assertThat(all.path("ticks")).hasSize(2);
        assertThat(all.at("/ticks/0/status").asText()).isEqualTo("succeeded");
    }

    @Test
    void anUnknownScheduleIsAnsweredWithThoseThereAre() throws Exception {
        assertThat(json(404, request("/local/schedules/Shards9", "POST", ""))
                        .path("message")
                        .asText())
                .contains("Shards9", "Tick", "Stumble");
        assertThat(send(request("/local/schedules/Tick", "GET", "")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anEntryThatIsRefusedIsAnsweredAsAwsWould() throws Exception {
        JsonNode reply = json(200, events("app", "Told", "no object"));

        assertThat(reply.path("FailedEntryCount").asInt()).isEqualTo(1);
        assertThat(reply.at("/Entries/0/ErrorCode").asText()).isEqualTo("MalformedDetail");
        assertThat(json(400, request("/local/events", "POST", "{\"Entries\":[]}"))
                        .path("message")
                        .asText())
                .contains("entries");
        assertThat(json(400, request("/local/events", "POST", "{\"Entries\":[],\"Other\":1}"))
                        .path("message")
                        .asText())
                .startsWith("/Other is not known");
    }

    @Test
    void aPageFromElsewhereGetsNothing() throws Exception {
        for (String path : new String[] {"/local/events", "/local/dead-letters", "/local/schedules/all"}) {
            for (String method : new String[] {"GET", "POST"}) {
                var request = request(path, method, "{}").header("Origin", "https://evil.example");
                assertThat(send(request).statusCode()).isEqualTo(403);
            }
        }
    }

    private static String announced() throws Exception {
        JsonNode items = out();
        return items.isEmpty() ? "" : items.get(items.size() - 1).path("id").asText();
    }

    private static JsonNode out() throws Exception {
        return json(200, request("/local/events", "GET", "")).path("items");
    }

    private static JsonNode deadLetters() throws Exception {
        return json(200, request("/local/dead-letters", "GET", "")).path("items");
    }

    private static void write(String wish) {
        dynamoDb.putItem(put -> put.tableName("cairn-Table")
                .item(Map.of(
                        "pk", AttributeValue.fromS(UUID.randomUUID().toString()),
                        "sk", AttributeValue.fromS("x"),
                        "wish", AttributeValue.fromS(wish))));
    }

    private static HttpRequest.Builder events(String source, String type, String detail) {
        return request(
                "/local/events",
                "POST",
                "{\"Entries\":[{\"Source\":\"" + source + "\",\"DetailType\":\"" + type + "\",\"Detail\":\"" + detail
                        + "\"}]}");
    }

    private static JsonNode json(int status, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static HttpRequest.Builder request(String path, String method, String body) {
        return HttpRequest.newBuilder(URI.create(deployment.address() + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
