package cairn.local.bus;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.local.access.FunctionKeys;
import cairn.local.access.Gate;
import cairn.local.access.Permissions;
import cairn.local.async.AsyncInvoker;
import cairn.local.clock.TravellingClock;
import cairn.local.deadletters.DeadLetters;
import cairn.local.functions.Invocations;
import cairn.local.functions.Outcome.Replied;
import cairn.local.json.Json;
import cairn.local.life.DataFolder;
import cairn.local.pattern.EventPattern;
import cairn.local.template.Arns;
import cairn.local.template.Bus;
import cairn.local.template.Role;
import cairn.local.template.Rule;
import cairn.local.template.RuleTarget;
import cairn.local.template.Target;
import cairn.testkit.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `PutEvents` over real HTTP, as an SDK sends it.
class BusEndpointTest {
    private static final String ARN = "arn:aws:events:eu-central-1:000000000000:event-bus/the-bus";

    private final DataFolder data = DataFolder.temporary();
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
    private final TravellingClock clock = new TravellingClock(InstantSource.system());
    private final Arns arns = new Arns("eu-central-1");
    private final Map<String, Role> roles =
            Map.of("changes", role(ARN, arns.bus("another"), arns.bus("default")), "due", role(arns.bus("another")));
    private final FunctionKeys keys = new FunctionKeys(roles);
    private final BusEndpoint endpoint = new BusEndpoint(new Gate(keys, new Permissions(roles.values())), arns);
    private EventBus bus;

    @BeforeEach
    void start() {
        Invocations functions = (name, event) -> {
            delivered.add(event);
            return new Replied("{}");
        };
        var invoker = new AsyncInvoker(functions, List.of(), new DeadLetters(data), InstantSource.system());
        var target = new Target("intake", 0, Duration.ofMinutes(1), Optional.empty());
        var rule = new Rule(
                "arn:rule",
                new EventPattern("{\"source\":[\"app\"],\"detail-type\":[\"PlanChanged\"]}"),
                List.of(new RuleTarget(target, Optional.empty())));
        bus = new EventBus(Optional.of(new Bus("the-bus", ARN, List.of(rule))), invoker, clock, "eu-central-1");
        endpoint.start(new PutEvents(bus));
    }

    @AfterEach
    void stop() {
        endpoint.close();
        bus.close();
        http.close();
        data.close();
    }

    @Test
    void anEventThatMatchesARuleReachesItsTargetInEventBridgesEnvelope() throws Exception {
        clock.travelTo(Instant.parse("2031-05-06T07:08:09.900Z"));
        ObjectNode entry = entry("app", "PlanChanged", "{\"plan\":\"pro\"}");
        entry.putArray("Resources").add("arn:x");

        JsonNode reply = put(200, entry);

        assertThat(reply.path("FailedEntryCount").asInt(-1)).isZero();
        JsonNode event = Json.read(String.valueOf(delivered.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS)));
        assertThat(event.path("version").asText()).isEqualTo("0");
        assertThat(event.path("id").asText())
                .isNotEmpty()
                .isEqualTo(reply.at("/Entries/0/EventId").asText());
        assertThat(event.path("source").asText()).isEqualTo("app");
        assertThat(event.path("detail-type").asText()).isEqualTo("PlanChanged");
        assertThat(event.path("account").asText()).isEqualTo("000000000000");
        assertThat(event.path("region").asText()).isEqualTo("eu-central-1");
        assertThat(event.path("time").asText()).matches("2031-05-06T07:[0-9]{2}:[0-9]{2}Z");
        assertThat(event.path("resources").toString()).isEqualTo("[\"arn:x\"]");
        assertThat(event.path("detail").toString()).isEqualTo("{\"plan\":\"pro\"}");
    }

    @Test
    void anEntrysOwnTimeCounts() throws Exception {
        put(
                200,
                entry("app", "PlanChanged", "{}").put("Time", 1_800_000_000.25),
                entry("app", "PlanChanged", "{}").put("Time", "2027-03-07T08:00:00Z"));

        assertThat(List.of(time(), time())).containsExactlyInAnyOrder("2027-01-15T08:00:00Z", "2027-03-07T08:00:00Z");
    }

    @Test
    void anEventThatMatchesNoRuleIsAcceptedAllTheSame() throws Exception {
        assertThat(put(200, entry("app", "Other", "{}"))
                        .path("FailedEntryCount")
                        .asInt(-1))
                .isZero();

        assertThat(delivered.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void theBusCanBeNamedByItsArnToo() throws Exception {
        put(200, entry("app", "PlanChanged", "{}").put("EventBusName", ARN));

        assertThat(delivered.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void theDeploymentsOwnEventsAreRememberedInOrder() throws Exception {
        put(200, entry("cairn", "A", "{}"), entry("app", "B", "{}"), entry("cairn", "C", "{}"));

        assertThat(bus.sent())
                .extracting(event -> event.path("detail-type").asText())
                .containsExactly("A", "C");
    }

    @Test
    void noMoreThanAThousandAreRemembered() throws Exception {
        var entries = new ObjectNode[10];
        Arrays.setAll(entries, any -> entry("cairn", "A", "{}"));
        for (int i = 0; i < 101; i++) {
            put(200, entries);
        }

        assertThat(bus.sent()).hasSize(1_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        '{"DetailType":"T","Detail":"{}","EventBusName":"the-bus"}'                                | InvalidArgument                 | Source is a required argument
        '{"Source":"app","Detail":"{}","EventBusName":"the-bus"}'                                  | InvalidArgument                 | DetailType is a required argument
        '{"Source":"app","DetailType":"T","EventBusName":"the-bus"}'                               | InvalidArgument                 | Detail is a required argument
        '{"Source":"app","DetailType":"T","Detail":"{","EventBusName":"the-bus"}'                  | MalformedDetail                 | malformed
        '{"Source":"app","DetailType":"T","Detail":"[]","EventBusName":"the-bus"}'                 | MalformedDetail                 | malformed
        '{"Source":"app","DetailType":"T","Detail":"1","EventBusName":"the-bus"}'                  | MalformedDetail                 | malformed
        '{"Source":"aws.s3","DetailType":"T","Detail":"{}","EventBusName":"the-bus"}'              | NotAuthorizedForSourceException | source
        '{"Source":"app","DetailType":"T","Detail":"{}","EventBusName":"another"}'                 | AccessDeniedException           | another
        '{"Source":"app","DetailType":"T","Detail":"{}"}'                                          | AccessDeniedException           | default
        """)
    void anEntryThatIsRefusedSaysWhyAndTheOthersAreTaken(String json, String code, String message) throws Exception {
        JsonNode reply = put(200, (ObjectNode) Json.read(json), entry("app", "PlanChanged", "{}"));

        assertThat(reply.path("FailedEntryCount").asInt()).isEqualTo(1);
        assertThat(reply.at("/Entries/0/ErrorCode").asText()).isEqualTo(code);
        assertThat(reply.at("/Entries/0/ErrorMessage").asText()).contains(message);
        assertThat(reply.at("/Entries/0/EventId").isMissingNode()).isTrue();
        assertThat(reply.at("/Entries/1/EventId").asText()).isNotEmpty();
    }

    @Test
    void oneToTenEntriesMakeARequest() throws Exception {
        var eleven = new ObjectNode[11];
        Arrays.setAll(eleven, any -> entry("app", "Other", "{}"));

        assertThat(put(400).path("__type").asText()).isEqualTo("ValidationException");
        assertThat(put(400, eleven).path("__type").asText()).isEqualTo("ValidationException");
        assertThat(put(200, Arrays.copyOf(eleven, 10)).path("Entries")).hasSize(10);
    }

    @Test
    void allEntriesTogetherHaveAMegabyte() throws Exception {
        int rest = 1024 * 1024 - "{\"x\":\"\"}".length() - "app".length() - "Other".length();

        assertThat(put(200, entry("app", "Other", "{\"x\":\"" + "y".repeat(rest) + "\"}"))
                        .path("FailedEntryCount")
                        .asInt(-1))
                .isZero();
        JsonNode refused = put(400, entry("app", "Other", "{\"x\":\"" + "y".repeat(rest + 1) + "\"}"));
        assertThat(refused.path("message").asText()).contains("over the limit");
    }

    @Test
    void anotherOperationIsUnknown() throws Exception {
        assertThat(send("AWSEvents.ListRules", "{}").statusCode()).isEqualTo(400);
        assertThat(send("AWSEvents.ListRules", "{}").body()).contains("UnknownOperationException");
        assertThat(send("AWSEvents.PutEvents", "{").body()).contains("SerializationException");
    }

    @Test
    void whatTheRoleDoesNotAllowIsRefusedWholeAndNothingIsDelivered() throws Exception {
        HttpResponse<String> refused = send("due", "AWSEvents.PutEvents", request(entry("app", "PlanChanged", "{}")));

        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode fault = Json.read(refused.body());
        assertThat(fault.path("__type").asText()).endsWith("#AccessDeniedException");
        assertThat(fault.path("message").asText()).contains("events:PutEvents on resource: " + ARN);
        assertThat(delivered).isEmpty();
    }

    @Test
    void whoIsNotKnownByAKeyIsRefused() throws Exception {
        HttpRequest.Builder unsigned = HttpRequest.newBuilder(endpoint.address())
                .header("X-Amz-Target", "AWSEvents.PutEvents")
                .POST(BodyPublishers.ofString(request(entry("app", "PlanChanged", "{}"))));

        assertThat(http.send(unsigned.build(), BodyHandlers.ofString()).body())
                .contains("MissingAuthenticationTokenException");
        unsigned.header("Authorization", "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20270101/r/events/x");
        assertThat(http.send(unsigned.build(), BodyHandlers.ofString()).body()).contains("UnrecognizedClientException");
        assertThat(delivered).isEmpty();
    }

    private String time() throws Exception {
        return Json.read(String.valueOf(delivered.poll(Patience.LONG.toSeconds(), TimeUnit.SECONDS)))
                .path("time")
                .asText();
    }

    private JsonNode put(int status, ObjectNode... entries) throws Exception {
        HttpResponse<String> response = send("AWSEvents.PutEvents", request(entries));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/x-amz-json-1.1");
        return Json.read(response.body());
    }

    private static String request(ObjectNode... entries) {
        ObjectNode request = Json.object();
        request.putArray("Entries").addAll(List.of(entries));
        return request.toString();
    }

    private static Role role(String... buses) {
        return new Role("Role", List.of(new Role.Statement(true, List.of("events:PutEvents"), List.of(buses))));
    }

    private HttpResponse<String> send(String target, String body) throws Exception {
        return send("changes", target, body);
    }

    private HttpResponse<String> send(String function, String target, String body) throws Exception {
        String key = keys.accessOf(function, endpoint.address(), "eu-central-1").keyId();
        return http.send(
                HttpRequest.newBuilder(endpoint.address())
                        .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + key + "/20270101/r/events/x")
                        .header("X-Amz-Target", target)
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static ObjectNode entry(String source, String type, String detail) {
        return Json.object()
                .put("Source", source)
                .put("DetailType", type)
                .put("Detail", detail)
                .put("EventBusName", "the-bus");
    }
}
